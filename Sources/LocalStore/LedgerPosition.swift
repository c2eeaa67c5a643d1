public import Loyalty
import SQLite

/// A place in the ledger: that of one line in the order of time, then of ids.
public struct LedgerPosition: Hashable, Sendable {
  public var createdAt: Instant
  public var id: LedgerEntry.ID

  public init(createdAt: Instant, id: LedgerEntry.ID) {
    self.createdAt = createdAt
    self.id = id
  }

  /// Where the line stands in the store.
  init(_ entry: LedgerEntry) {
    self.init(createdAt: entry.createdAt, id: .init(Columns.word(entry.id.rawValue)))
  }

  /// Older than any line.
  static let oldest = LedgerPosition(createdAt: Instant(milliseconds: .min), id: .init(""))

  var values: [Value] { [.integer(createdAt.rawValue), .text(id.rawValue)] }
}

extension LedgerPosition: Comparable {
  /// By bytes, as SQLite and the server compare ids: `String` would take accents into account.
  public static func < (left: LedgerPosition, right: LedgerPosition) -> Bool {
    guard left.createdAt == right.createdAt else { return left.createdAt < right.createdAt }
    return left.id.rawValue.utf8.lexicographicallyPrecedes(right.id.rawValue.utf8)
  }
}
