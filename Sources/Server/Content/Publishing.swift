import Content
import Contract
import Loyalty
import SQLite

extension ContentDesk {
  /// Milliseconds ahead that a publication may be planned.
  private static let furthest: Int64 = 366 * 86_400_000

  /// Puts the newest revision into the app, now or at a time.
  ///
  /// What is planned is the revision of this moment: saves after it stay out of the app.
  func publish(_ id: Screen.ID, _ publication: Publication) throws -> Screen {
    let ground = try ground(publishing: id)
    return try store.database.write(locking: []) { connection in
      let row = try row(id, connection)
      try check(try required(), row, connection)
      if let time = publication.at { try check(time) }
      try checkContent(try row.screen(connection), on: ground)
      if let time = publication.at {
        try connection.execute(
          "UPDATE screen SET scheduled = ?, publish_at = ?, version = version + 1 WHERE id = ?",
          [.integer(row.revision), .integer(time.rawValue), .text(row.id)])
      } else if row.published != row.revision || row.publishAt != nil {
        try connection.execute(
          """
          UPDATE screen SET scheduled = NULL, publish_at = NULL, version = version + 1 WHERE id = ?
          """, [.text(row.id)])
        let isShown = try store.showRevision(row.revision, of: row.id, at: now.rawValue, connection)
        guard isShown else { throw blocked([slugIsTaken]) }
      }
      return try self.row(id, connection).screen(connection)
    }
  }

  /// Takes the screen out of the app, and back what was planned.
  func unpublish(_ id: Screen.ID) throws -> Screen {
    try store.database.write(locking: []) { connection in
      let row = try row(id, connection)
      try check(try required(), row, connection)
      if row.published != nil || row.publishAt != nil {
        try connection.execute(
          """
          UPDATE screen SET published = NULL, published_slug = NULL, shown_at = NULL,
            scheduled = NULL, publish_at = NULL, version = version + 1 WHERE id = ?
          """, [.text(row.id)])
      }
      return try self.row(id, connection).screen(connection)
    }
  }

  /// Takes back what was planned; what the app shows stays.
  func cancelPlan(_ id: Screen.ID) throws -> Screen {
    try store.database.write(locking: []) { connection in
      let row = try row(id, connection)
      try check(try required(), row, connection)
      if row.publishAt != nil {
        try connection.execute(
          """
          UPDATE screen SET scheduled = NULL, publish_at = NULL, version = version + 1 WHERE id = ?
          """, [.text(row.id)])
      }
      return try self.row(id, connection).screen(connection)
    }
  }

  private func check(_ time: Instant) throws {
    guard time > now, time.rawValue - now.rawValue <= ContentDesk.furthest else {
      let russian = language == .russian
      throw Problem.invalid(
        "/at", "out_of_range",
        russian
          ? "Время должно быть в будущем, не дальше года." : "It must be in the next year.",
        in: language)
    }
  }

  private func checkContent(_ screen: Screen, on ground: LintGround) throws {
    let errors = screen.canonical.findings(on: ground).filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw blocked(
        errors.prefix(100).map {
          Problem.FieldError(
            pointer: $0.pointer, code: $0.code.rawValue, message: $0.words(in: language))
        })
    }
  }

  private var slugIsTaken: Problem.FieldError {
    Problem.FieldError(
      pointer: "/slug", code: Finding.Code.badSlug.rawValue,
      message: language == .russian
        ? "В приложении уже есть экран с этим коротким именем."
        : "A screen in the app has this short name already.")
  }

  private func blocked(_ errors: [Problem.FieldError]) -> Problem {
    Problem(.publishBlocked, in: language, errors: errors)
  }

  /// What actions may lead to: all that is in the app or about to be, and the screen itself.
  private func ground(publishing id: Screen.ID) throws -> LintGround {
    let program = try store.program()
    return try store.database.read { connection in
      func names(_ query: String) throws -> Set<String> {
        Set(try connection.query(query, [], { $0.text(0) }))
      }
      var screens = try names(
        """
        SELECT slug FROM screen WHERE publish_at IS NOT NULL
        UNION SELECT published_slug FROM screen WHERE published_slug IS NOT NULL
        """)
      screens.insert(try row(id, connection).slug)
      return LintGround(
        languages: program.languages, screens: screens,
        rewards: try names("SELECT id FROM reward WHERE is_active <> 0"),
        promotions: try names("SELECT id FROM promotion"),
        shops: try names("SELECT id FROM store"),
        tiers: program.offers(.tiers) ? Set(try store.tierNames(connection)) : [],
        segments: try Segments.all(connection),
        pictures: try names("SELECT sha256 FROM picture"))
    }
  }
}
