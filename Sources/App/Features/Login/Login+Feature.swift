import Cells
import Loyalty

extension FeatureDescription {
  static let login = FeatureDescription(
    deadline: { $0.isPastLogin ? nil : $0.login.nextTick(now: $0.now, isSeen: $0.isBaseSeen) },
    pass: { state in
      if let end = state.login.waitUntil, end <= state.now {
        state.login.waitUntil = nil
        state.login.problem = nil
      }
      return []
    },
    moveMoments: { milliseconds, state in
      state.login.waitUntil?.move(milliseconds)
      guard case .code(var challenge) = state.login.step else { return }
      challenge.expiresAt.move(milliseconds)
      challenge.resendAt.move(milliseconds)
      state.login.step = .code(challenge)
    })
}

extension Surface {
  static let login = Surface(
    commands: [
      Command(
        action: .login(.insertCode), title: .insertCode, keys: [Key(.function(2))], hint: "F2",
        isOnScreenOnly: true, when: { $0.login.step != .phone }),
      Command(
        action: .login(.takeDemoPhone), title: .demoPhoneShort, keys: [Key(.function(2))],
        hint: "F2", when: { $0.server.demoPhone != nil && $0.login.step == .phone }),
      Command(action: .focusNext, title: .choose, keys: [Key(.down)], hint: "↓"),
      Command(action: .focusPrevious, title: .choose, keys: [Key(.up)], hint: "↑"),
      Command(action: .wallet(.show), title: .wallet, keys: [Key(.function(5))], hint: "F5"),
      // Letters are typed here.
      Command(
        action: .quit, title: .quit, keys: [.control("c"), .control("q")], hint: "Ctrl-C"),
    ], scopes: [.anywhere], line: \.loginLine,
    back: { $0.leaveLogin() ? [] : performLogin(.changeNumber, &$0) }, draw: drawLogin)

  static let loggingOut = Surface(draw: drawLogOut)
}
