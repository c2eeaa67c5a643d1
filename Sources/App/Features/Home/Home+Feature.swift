import Cells
import Loyalty

extension FeatureDescription {
  static let home = FeatureDescription(
    deadline: \.countUpDeadline,
    pass: {
      $0.home.endCountUp(at: $0.now)
      return []
    }, moveMoments: { $1.home.countUp?.since.move($0) },
    confirm: { $1.home.contents.confirmedAt? = $0 },
    shows: { $0.isGuest ? [.home, .shops] : [.home] })
}

extension Surface {
  static let home = Surface(
    commands: [
      Command(
        action: .focusNext, title: .choose, keys: [Key(.down), .character("j")], hint: "↓"),
      Command(
        action: .focusPrevious, title: .choose, keys: [Key(.up), .character("k")], hint: "↑"),
      Command(
        action: .explanation(.show), title: .explainBalance, keys: [.character("b")], hint: "b"),
      Command(action: .tier(.show), title: .tier, keys: [.character("t")], hint: "t"),
      Command(action: .stamps(.show), title: .stamps, keys: [.character("s")], hint: "s"),
      Command(action: .expiry(.show), title: .expiry, keys: [.character("e")], hint: "e"),
      Command(
        action: .rewards(.showGoal), title: .goal, keys: [.character("c")], hint: "c",
        label: { $0.goal == nil ? .goalChoose : nil }),
    ], scopes: [.section, .anywhere], copies: { $0.home.contents.card?.number },
    enter: { $0.isGuest ? .guest(.logIn) : .card(.show) },
    draw: { state, canvas in
      if state.isGuest {
        drawGuestHome(state, on: &canvas)
      } else {
        drawHome(state, on: &canvas)
      }
    })
}
