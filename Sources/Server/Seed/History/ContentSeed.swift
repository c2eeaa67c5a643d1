import Content
import Loyalty
import SQLite

/// Writes screens as editors would have: each content is a revision of its author's.
struct ContentSeed {
  let store: ServerStore
  let now: Instant
  let language: Language

  /// What somebody wrote so many days ago.
  struct Edit: Sendable {
    var author: Member.ID
    var daysAgo: Int64
    var content: Screen
    var isPublished = true
  }

  /// Stores the revisions of one screen, the oldest first.
  func fill(_ edits: [Edit], _ connection: Connection) throws {
    guard let first = edits.first else { return }
    let id = "scr_\(first.content.slug)"
    try connection.execute(
      "INSERT INTO screen (id, slug, revision, version) VALUES (?, ?, 0, 0)",
      [.text(id), .text(first.content.slug)])
    for (place, edit) in edits.enumerated() {
      let author = try connection.first(
        "SELECT name FROM member WHERE id = ?", [.text(edit.author.rawValue)]
      ) { Screen.Author(id: edit.author, name: $0.text(0)) }
      guard let author else { continue }
      let time = now.adding(days: -edit.daysAgo)
      let desk = ContentDesk(
        store: store, session: Session(id: "", member: edit.author), author: author, now: time,
        language: language, ifMatch: nil)
      let number = Int64(place + 1)
      try desk.add(
        WrittenScreen(edit.content.canonical), to: id, named: "rev_\(first.content.slug)_\(number)",
        reverts: nil, connection)
      if edit.isPublished {
        _ = try store.show(number, of: id, at: time.adding(seconds: 600).rawValue, connection)
      }
    }
  }
}

extension Block {
  /// A block of a seed, in both languages.
  static func seed(
    _ id: String, _ kind: Kind, ru: String = "", en: String = "", _ props: [String: JSONValue] = [:]
  ) -> Block {
    var text: LocalizedText = [:]
    if !ru.isEmpty { text.values["ru"] = ru }
    if !en.isEmpty { text.values["en"] = en }
    return Block(id: ID(id), kind, text: text, props: props)
  }

  /// The same for some members, languages or times only.
  func shown(_ visibility: [String: JSONValue]) -> Block {
    var block = self
    block.members["visibility"] = .object(visibility)
    return block
  }
}

extension JSONValue {
  /// A text in both languages.
  static func words(ru: String, en: String) -> JSONValue {
    ["ru": .string(ru), "en": .string(en)]
  }

  static func action(_ kind: BlockAction.Kind, _ target: String) -> JSONValue {
    BlockAction(kind, target).value
  }

  static func moment(_ instant: Instant) -> JSONValue { .string(instant.rfc3339) }
}
