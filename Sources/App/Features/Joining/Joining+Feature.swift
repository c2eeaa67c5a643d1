import Cells
import Loyalty

extension FeatureDescription {
  static let joining = FeatureDescription(
    shows: { $0.isSignedIn ? [.profile] : [] },
    settle: { event, state in state.settleJoining(after: event) })
}

extension Surface {
  /// A page of the login: the sections begin behind it.
  static let joining = Surface(
    commands: [
      Command(
        action: .login(.askToLogOut), title: .logOut, keys: [Key(.function(10))], hint: "F10"),
      Command(action: .wallet(.show), title: .wallet, keys: [Key(.function(5))], hint: "F5"),
      Command(
        action: .quit, title: .quit, keys: [.control("c"), .control("q")], hint: "Ctrl-C"),
    ], scopes: [.anywhere],
    list: .text { state, move in
      let layout = JoiningLayout(state)
      state.joining.top = move.firstLine(
        from: state.joining.top, of: layout.lines.count, height: layout.text.height)
    },
    input: { input, state in
      // A space answers what has the focus, and scrolls elsewhere.
      guard case .key(let key) = input, key == .character(" "), let id = state.focusedChoice else {
        return nil
      }
      return perform(.joining(.toggle(id)), &state)
    }, line: \.joiningLine, enter: { _ in .joining(.agree) },
    back: { state in
      state.askToLogOut()
      return []
    }, draw: drawJoining)
}

extension State {
  /// The name, unless something else has the focus.
  fileprivate var joiningLine: TypedLine? {
    guard joining.page?.asksName == true, focus == nil || focus == .joiningName else { return nil }
    return TypedLine(
      id: .joiningName, text: \.joining.name, enter: .joining(.next),
      willEdit: { $0.joining.problem = nil })
  }

  fileprivate var focusedChoice: Consent.ID? {
    joining.page?.choices.first { $0.joiningElement == focus }?.id
  }
}

extension Consent {
  var joiningElement: Element.ID { Element.ID(rawValue: "joining.choice.\(id.rawValue)") }
}

extension Element.ID {
  static let joiningName: Element.ID = "joining.name"
  static let agree: Element.ID = "joining.agree"
}
