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
        store: store, session: MemberSession(id: "", member: edit.author), author: author,
        now: time,
        language: language, ifMatch: nil)
      let number = Int64(place + 1)
      try desk.add(
        WrittenScreen(edit.content.canonical), to: id, named: "rev_\(first.content.slug)_\(number)",
        reverts: nil, connection)
      if edit.isPublished {
        _ = try store.showRevision(
          number, of: id, at: time.adding(seconds: 600).rawValue, connection)
      }
    }
  }
}
