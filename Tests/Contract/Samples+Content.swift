import Content
import Contract
import Loyalty

extension Samples {
  static let content: [(schema: String, body: [UInt8])] = [
    ("Screen", Wire.encode(screen)),
    ("Screen", Wire.encode(bare)),
    ("ScreenPage", Wire.encode(page([screen]))),
    ("Publication", Wire.encode(Publication())),
    (
      "ContentChoices",
      Wire.encode(
        ContentChoices(
          tiers: ["silver", "gold"], segments: ["regulars"], timeZone: "Europe/Dublin",
          zone: Zone(initialOffset: 0, changes: [.init(from: now, offset: 3600)])))
    ),
    ("Publication", Wire.encode(Publication(at: now))),
    ("Revert", Wire.encode(Revert(revision: "rev_1".id()))),
    ("ScreenRevision", Wire.encode(revision)),
    (
      "ScreenRevisionPage",
      Wire.encode(
        page([
          ScreenRevision(
            id: "r".id(), screen: "s".id(), number: 1, author: author, createdAt: now)
        ]))
    ),
    ("Presence", Wire.encode(Presence(block: "b".id()))),
    ("Presence", Wire.encode(Presence())),
    (
      "StaleEdit",
      Wire.encode(StaleEdit(etag: "\"a\"", revision: 1, author: nil, changedBlocks: []))
    ),
    (
      "ScreenEditors",
      Wire.encode(
        ScreenEditors(
          editors: [nil, "b".id()].map { ScreenEditor(author: author, block: $0, since: now) },
          etag: "\"a\""))
    ),
    (
      "StaleEdit",
      Wire.encode(
        StaleEdit(etag: "\"a\"", revision: 3, author: author, changedBlocks: ["b".id()]))
    ),
  ]

  private static let author = Screen.Author(id: "m".id(), name: "Вера")

  private static let revision = ScreenRevision(
    id: "r".id(), screen: "s".id(), number: 7, author: author, createdAt: now, reverts: 3,
    publishedAt: now, content: screen.content)

  private static let screen: Screen = {
    var block = Block(
      id: "b".id(), .button, text: text,
      props: ["action": BlockAction(.screen, "news").value])
    block.members["visibility"] = [
      "tiers": ["gold"], "from": .string(now.rfc3339), "to": .string(now.rfc3339),
    ]
    block.members["min_client"] = "0.1.0"
    block.members["fallback"] = JSONValue(text)
    var screen = Screen(
      id: "s".id(), slug: "about-us", tab: .init(.bar, position: 250), title: text,
      blocks: [block, Block(id: "c".id(), .init(rawValue: "hologram"))])
    screen.members["status"] = "modified"
    screen.members["revision"] = 7
    screen.members["published_revision"] = 5
    screen.members["etag"] = "\"a\""
    screen.members["updated_by"] = author.value
    for name in dates { screen.members[name] = .string(now.rfc3339) }
    return screen
  }()

  /// With no value wherever there may be none.
  private static let bare: Screen = {
    var block = Block(id: "b".id(), .divider)
    block.members["visibility"] = ["from": .null, "to": .null]
    var screen = Screen(
      slug: "a", title: [:], blocks: [block, Block(id: "c".id(), .divider)])
    for name in dates + ["published_revision", "updated_by"] { screen.members[name] = .null }
    return screen
  }()

  private static let dates = ["updated_at", "published_at", "publish_at"]

  private static func page<Element>(_ data: [Element]) -> Page<Element> {
    Page(data: data, page: PageInfo(nextCursor: nil, hasMore: false))
  }
}
