import Content
import Contract
import Loyalty
import SQLite

/// What one request does to drafts, in the name of its author.
struct ContentDesk {
  let store: ServerStore
  let session: Session
  let author: Screen.Author
  let now: Instant
  let language: Language
  let ifMatch: IfMatch?

  /// All screens as they are edited, without their blocks, in the order of their names.
  func drafts() throws -> [Screen] {
    try store.database.read { connection in
      let editors = try editors(nil, connection)
      let rows = try connection.query("\(ScreenRow.query) ORDER BY screen.slug", [], ScreenRow.init)
      return try rows.map { row in
        var screen = try row.screen
        screen.blocks = []
        screen.members["editors"] = .array((editors[row.id] ?? []).map(\.author.value))
        return screen
      }
    }
  }

  func draft(_ id: Screen.ID) throws -> Screen {
    try store.database.read { try row(id, $0).screen }
  }

  func create(_ content: Screen) throws -> Screen {
    try store.database.write(locking: []) { connection in
      let count = try connection.first("SELECT count(*) FROM screen") { $0.int(0) } ?? 0
      guard count < ContentRules.mostScreens else { throw Problem(.limitReached, in: language) }
      try checkFree(content.slug, for: nil, connection)
      let id = Token.id("scr")
      try connection.execute(
        "INSERT INTO screen (id, slug, revision, version) VALUES (?, ?, 0, 0)",
        [.text(id), .text(content.slug)])
      try add(content, to: id, reverts: nil, connection)
      return try row(Screen.ID(id), connection).screen
    }
  }

  /// The same content as now is no revision, whatever the tag: it may be a repetition of a save
  /// whose answer got lost.
  func save(_ content: Screen, as id: Screen.ID) throws -> Screen {
    try store.database.write(locking: []) { connection in
      let row = try row(id, connection)
      let tag = try required()
      if row.content == encoded(content) { return try row.screen }
      try check(tag, row, connection)
      try checkFree(content.slug, for: id, connection)
      try add(content, to: id.rawValue, reverts: nil, connection)
      return try self.row(id, connection).screen
    }
  }

  func revert(_ id: Screen.ID, _ revert: Revert) throws -> Screen {
    try store.database.write(locking: []) { connection in
      let row = try row(id, connection)
      try check(try required(), row, connection)
      let old = try connection.first(
        "SELECT number, content FROM screen_revision WHERE id = ? AND screen = ?",
        [.text(revert.revision.rawValue), .text(id.rawValue)]
      ) { (number: $0.int(0), content: $0.text(1)) }
      guard let old else {
        throw Problem.invalid(
          "/revision", "not_found", Problem.Code.notFound.title(in: language), in: language)
      }
      let content = try Wire.decode(Screen.self, from: Array(old.content.utf8))
      try checkFree(content.slug, for: id, connection)
      try add(content, to: id.rawValue, reverts: old.number, connection)
      return try self.row(id, connection).screen
    }
  }

  func delete(_ id: Screen.ID) throws {
    try store.database.write(locking: []) { connection in
      try check(try required(), try row(id, connection), connection)
      for table in ["screen_editor", "screen_revision"] {
        try connection.execute(
          "DELETE FROM \(table) WHERE screen = ?", [.text(id.rawValue)])
      }
      try connection.execute("DELETE FROM screen WHERE id = ?", [.text(id.rawValue)])
    }
  }

  /// One more revision.
  func add(
    _ content: Screen, to id: String, named name: String = Token.id("rev"), reverts: Int64?,
    _ connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE screen SET revision = revision + 1, version = version + 1, slug = ? WHERE id = ?
      """, [.text(content.slug), .text(id)])
    try connection.execute(
      """
      INSERT INTO screen_revision
      SELECT ?, id, revision, ?, ?, ?, ?, ?, NULL FROM screen WHERE id = ?
      """,
      [
        .text(name), .text(encoded(content)), .text(author.id.rawValue),
        .text(author.name), .integer(now.rawValue), .optional(reverts), .text(id),
      ])
  }

  private func checkFree(
    _ slug: String, for id: Screen.ID?, _ connection: Connection
  ) throws {
    let other = try connection.first(
      "SELECT 1 FROM screen WHERE slug = ? AND id <> ?",
      [.text(slug), .text(id?.rawValue ?? "")]
    ) { _ in true }
    guard other == nil else {
      let russian = language == .russian
      throw Problem.invalid(
        "/slug", "taken",
        russian ? "Это короткое имя уже занято." : "Another screen has this short name.",
        in: language)
    }
  }

  func row(_ id: Screen.ID, _ connection: Connection) throws -> ScreenRow {
    let row = try connection.first(
      "\(ScreenRow.query) WHERE screen.id = ?", [.text(id.rawValue)], ScreenRow.init)
    guard let row else { throw Problem(.notFound, in: language) }
    return row
  }

  private func encoded(_ content: Screen) -> String {
    String(decoding: Wire.encode(content), as: UTF8.self)
  }
}
