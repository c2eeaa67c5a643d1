import Cells
import Content
import Loyalty

extension FeatureDescription {
  static let screens = FeatureDescription(
    menu: { state in
      state.screens.screens(in: .more).map { screen in
        MoreItem(title: screen.title(in: state), action: .screens(.open(slug: screen.slug)))
      }
    },
    deadline: \.screenDeadline, confirm: { $1.screens.contents.confirmedAt? = $0 },
    shows: { _ in [.screens] })
}

extension Surface {
  static func screen(_ slug: String) -> Surface {
    Surface(
      commands: Command.screen, scopes: [.anywhere], list: .text { $0.scrollScreen($1) },
      loads: loads(of: slug), copies: \.focusedLink, back: leaveTravel,
      draw: { drawScreenSheet(slug, $0, on: &$1) })
  }

  static func screenSection(_ slug: String) -> Surface {
    Surface(
      commands: Command.screen, scopes: [.section, .anywhere], list: .text { $0.scrollScreen($1) },
      loads: loads(of: slug), copies: \.focusedLink, back: leaveTravel,
      arriving: { loads(of: slug)($0) },
      draw: { drawScreenTab(slug, $0, in: Layout($0.size).body, on: &$1) })
  }

  /// Esc ends looking as somebody else first.
  private static let leaveTravel: @Sendable (inout State) -> [Effect]? = { state in
    guard state.travel != nil, state.openScreen != nil else { return nil }
    state.endTravel()
    return []
  }

  private static func loads(of slug: String) -> @Sendable (State) -> [Effect] {
    { state in state.screens.screen(slug).map { state.loads(for: $0) } ?? [] }
  }
}

extension Command {
  fileprivate static let screen = [
    Command(
      action: .editor(.openHere), title: .editorOpen, keys: [.character("e")], hint: "e",
      isHinted: true),
    Command(action: .travel(.open), title: .travel, keys: [.character("v")], hint: "v"),
  ]
}
