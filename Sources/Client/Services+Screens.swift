import App
import Content
import Contract
import LocalStore
import Loyalty

/// What the first frame needs of the screens: of sections of their own, what the bar says.
private struct ScreenHeads: Decodable {
  var data: [Head]

  struct Head: Decodable {
    var slug: String
    var title: LocalizedText
    var tab: Tab?
  }

  struct Tab: Decodable {
    var place: String
    var position: Int?
  }
}

extension Services {
  /// The sections that the business made, without their blocks; `nil` where there are none.
  func sections() -> Event? {
    let body = try? store.document(.screens)
    let stored = body.flatMap { try? Wire.decode(ScreenHeads.self, from: $0) }
    guard let heads = stored?.data else { return nil }
    let screens = heads.filter { $0.tab?.place == Screen.Tab.Place.bar.rawValue }.map {
      Screen(
        slug: $0.slug, tab: .init(.bar, position: $0.tab?.position ?? 500), title: $0.title,
        blocks: []
      ).drawable
    }
    return screens.isEmpty ? nil : .screens(.loaded(ScreensContents(screens: screens)))
  }

  func screens() throws -> ScreensContents {
    ScreensContents(
      screens: try document(ScreenPage.self, .screens)?.screens,
      confirmedAt: try store.confirmed(.screens))
  }
}

extension ScreenPage: Foreign {
  var cleaned: ScreenPage {
    var page = self
    page.screens = screens.prefix(Screen.longestList).map(\.drawable)
    return page
  }
}

extension Screen: Foreign {
  static let longestList = 500

  var cleaned: Screen { drawable }
}

extension Screen {
  /// With texts that may be drawn, no more of them than somebody could read, and blocks that have an
  /// id of their own; what is not known stays.
  var drawable: Screen {
    var screen = self
    var seen = Set<Block.ID>()
    for (name, value) in members where name != "id" {
      screen.members[name] = value.drawable(lines: true, limit: ContentLimits.text)
    }
    screen.members["slug"] = .string(Loyalty.cleaned(slug, limit: ContentLimits.slug))
    // Not cut where an editor would save the rest of it: what draws it has its own room.
    screen.members["title"] = members["title"]?.drawable(lines: false, limit: ContentLimits.text)
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
    case .null, .bool, .integer, .number: self
    }
  }
}
