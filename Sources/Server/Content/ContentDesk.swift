import Content
import Contract
import Loyalty
import SQLite

/// What one request does to drafts, in the name of its author.
struct ContentDesk {
  let store: ServerStore
  let session: MemberSession
  let author: Screen.Author
  let now: Instant
  let language: Language
  let ifMatch: IfMatch?

  /// All screens as they are edited, without their blocks, in the order of their names.
  func drafts() throws -> [Screen] {
    try store.database.read { connection in
      let editors = try editors(nil, connection)
      let rows = try connection.query("\(ScreenRow.query) ORDER BY slug", [], ScreenRow.init)
      return try rows.map { row in
        var screen = try row.head
        screen.members["editors"] = .array((editors[row.id] ?? []).map(\.author.value))
        return screen
      }
    }
  }

  func draft(_ id: Screen.ID) throws -> Screen {
    try store.database.read { try row(id, $0).screen($0) }
  }

  func create(_ content: WrittenScreen) throws -> Screen {
    try store.database.write(locking: []) { connection in
      let count = try connection.first("SELECT count(*) FROM screen") { $0.int(0) } ?? 0
      guard count < ContentRules.mostScreens else { throw Problem(.limitReached, in: language) }
      try checkFree(content.screen.slug, for: nil, connection)
      let id = Token.id("scr")
      try connection.execute(
        "INSERT INTO screen (id, slug, revision, version) VALUES (?, ?, 0, 0)",
        [.text(id), .text(content.screen.slug)])
      try add(content, to: id, reverts: nil, connection)
      return try row(Screen.ID(id), connection).managed(content.screen)
    }
  }

  /// The same content as now is no revision, whatever the tag: it may be a repetition of a save
  /// whose answer got lost.
  func save(_ content: WrittenScreen, as id: Screen.ID) throws -> Screen {
    try store.database.write(locking: []) { connection in
      let row = try row(id, connection)
      let tag = try required()
      if try row.content(connection) == content.text { return row.managed(content.screen) }
      try check(tag, row, connection)
      try checkFree(content.screen.slug, for: id, connection)
      try add(content, to: id.rawValue, reverts: nil, connection)
      return try self.row(id, connection).managed(content.screen)
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
          "/revision", "not_found", notKept, in: language)
      }
      let content = WrittenScreen(try Screen(stored: old.content))
      try checkFree(content.screen.slug, for: id, connection)
      try add(content, to: id.rawValue, reverts: old.number, connection)
      return try self.row(id, connection).managed(content.screen)
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

  /// One more revision; some of what is too old goes in its place.
  func add(
    _ content: WrittenScreen, to id: String, named name: String = Token.id("rev"), reverts: Int64?,
    _ connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE screen SET revision = revision + 1, version = version + 1, slug = ?, title = ?,
        tab = ?, author = ?, author_name = ?, updated_at = ? WHERE id = ?
      """,
      [
        .text(content.screen.slug), .text(content.title), .optional(content.tab),
        .text(author.id.rawValue), .text(author.name), .integer(now.rawValue), .text(id),
      ])
    try connection.execute(
      """
      INSERT INTO screen_revision (
        id, screen, number, content, author, author_name, created_at, reverts, published_at)
      SELECT ?, id, revision, ?, ?, ?, ?, ?, NULL FROM screen WHERE id = ?
      """,
      [
        .text(name), .text(content.text), .text(author.id.rawValue),
        .text(author.name), .integer(now.rawValue), .optional(reverts), .text(id),
      ])
    try removeOld(of: id, connection)
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
      "\(ScreenRow.query) WHERE id = ?", [.text(id.rawValue)], ScreenRow.init)
    guard let row else { throw Problem(.notFound, in: language) }
    return row
  }
}
