import Cells
import Loyalty

extension FeatureDescription {
  static let drafts = FeatureDescription(menu: { state in
    [
      MoreItem(
        title: state.phrases.say(.drafts), note: state.roleWords, action: .drafts(.show),
        about: .draftsAbout)
    ]
  })
}

/// What drafts covers the screen with.
public enum DraftsSheet: Equatable, Sendable {
  case list
  case new
  case deletion
}

extension DraftsSheet {
  var surface: Surface {
    switch self {
    case .list: .drafts
    case .new: .newScreen
    case .deletion: .deletingScreen
    }
  }
}

extension Surface {
  static let drafts = Surface(
    commands: [
      Command(
        action: .drafts(.new), title: .draftsNew, keys: [.character("n"), Key(.insert)],
        hint: "n", isHinted: true),
      Command(
        action: .drafts(.askDelete), title: .draftsDelete,
        keys: [.character("x"), Key(.delete)], hint: "x", isHinted: true,
        when: { $0.drafts.selected != nil }),
    ],
    list: .rows(\.drafts.list, count: \.drafts.items.count),
    loads: { [.load(.drafts)] + ($0.network.trouble == nil ? $0.draftsLoads : []) },
    look: { state in
      state.drafts.selected.map { screen in
        PaneLook(
          action: .drafts(.open(row: state.drafts.list.selection)), way: .draftsOpen,
          draw: { drawDraftLook(screen, $0, on: &$1) })
      }
    }, draw: drawDrafts)

  static let newScreen = Surface(kind: .panel, draw: drawNewScreen)
  static let deletingScreen = Surface(kind: .panel, draw: drawScreenDeletion)
}
