import Content
import Contract
import Loyalty
import SQLite

/// An `If-Match` field (RFC 9110, 13.1.1): `*` or tags, which are compared strongly.
struct IfMatch: Sendable {
  private let field: String

  init(_ field: String) {
    self.field = field
  }

  private var parts: [Substring] {
    field.split(separator: ",").map { part in
      let start = part.drop { $0 == " " || $0 == "\t" }
      return start.prefix { $0 != " " && $0 != "\t" }
    }
  }

  /// Whether it names a tag; a weak one never does.
  func names(_ tag: String) -> Bool {
    parts.contains { $0 == "*" || $0 == tag }
  }

  /// The revision of the first tag that looks like ours.
  var revision: Int64? {
    parts.lazy.compactMap { part in
      Int64(part.dropFirst().prefix { $0 != "." })
    }.first
  }
}

extension ContentDesk {
  /// The field without which nothing is written.
  func required() throws -> IfMatch {
    guard let ifMatch else { throw Problem(.preconditionRequired, in: language) }
    return ifMatch
  }

  /// Refuses what was begun from another state than the present one.
  func check(_ tag: IfMatch, _ row: ScreenRow, _ connection: Connection) throws {
    guard !tag.names(row.etag) else { return }
    var problem = Problem(.editConflict, in: language)
    problem.conflict = StaleEdit(
      etag: row.etag, revision: Int(row.revision), author: row.author,
      changedBlocks: try changed(since: tag.revision, row, connection))
    throw problem
  }

  private func changed(
    since number: Int64?, _ row: ScreenRow, _ connection: Connection
  ) throws -> [Block.ID] {
    guard let number else { return [] }
    let old = try connection.first(
      "SELECT content FROM screen_revision WHERE screen = ? AND number = ?",
      [.text(row.id), .integer(number)]
    ) { $0.text(0) }
    guard let old else { return [] }
    let difference = ScreenDifference(
      from: try Screen(stored: old), to: try row.screen(connection))
    var seen = Set<Block.ID>()
    return difference.changes.compactMap(\.block).filter { seen.insert($0).inserted }
  }
}
