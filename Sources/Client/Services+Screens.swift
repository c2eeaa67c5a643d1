import App
import Content
import Contract
import LocalStore
import Loyalty

extension Services {
  /// Screens that are shown; a list that is longer is none.
  private static let longestList = 500

  func screens() -> Event {
    do {
      let page = try document(ScreenPage.self, .screens)
      return .screens(
        .loaded(
          ScreensContents(
            screens: page?.screens.prefix(Self.longestList).map(\.drawable),
            confirmedAt: try store.confirmed(.screens))))
    } catch {
      return .failed(.store, .local(cause: "\(error)"))
    }
  }
}

extension Screen {
  /// With texts that may be drawn, no more of them than somebody could read, and blocks that have an
  /// id of their own; what is not known stays.
  var drawable: Screen {
    var screen = self
    var seen = Set<Block.ID>()
    screen.members["slug"] = .string(Loyalty.cleaned(slug, limit: ContentLimits.slug))
    screen.members["title"] = members["title"]?.drawable(lines: false, limit: 80)
    screen.blocks = blocks.prefix(ContentLimits.blocks).filter { block in
      seen.insert(block.id).inserted
    }.map { block in
      Block(
        members: block.members.mapValues { $0.drawable(lines: true, limit: ContentLimits.text) })
    }
    return screen
  }
}

extension JSONValue {
  fileprivate func drawable(lines: Bool, limit: Int) -> JSONValue {
    switch self {
    case .string(let text):
      .string(Loyalty.cleaned(text, limit: limit, keepingNewlines: lines))
    case .array(let values): .array(values.map { $0.drawable(lines: lines, limit: limit) })
    case .object(let members):
      .object(members.mapValues { $0.drawable(lines: lines, limit: limit) })
    default: self
    }
  }
}
