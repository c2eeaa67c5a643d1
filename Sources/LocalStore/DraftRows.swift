public import Loyalty
import SQLite

/// A screen that somebody is editing on this machine, kept until the server has it.
public struct DraftRow: Hashable, Sendable {
  /// What the edit began with, as JSON.
  public var base: [UInt8]
  public var content: [UInt8]
  public var savedAt: Instant
  /// How many times it was written.
  public var generation: Int

  public init(base: [UInt8], content: [UInt8], savedAt: Instant, generation: Int) {
    self.base = base
    self.content = content
    self.savedAt = savedAt
    self.generation = generation
  }
}

extension LocalStore {
  /// Drafts belong to a member, and outlive the session: another member never sees them.
  public func draft(
    of screen: String, by member: Member.ID
  ) throws(LocalStoreError) -> DraftRow? {
    try read { try LocalStore.draft(screen, member, $0) }
  }

  /// All that a member has not saved, newest first.
  public func drafts(by member: Member.ID) throws(LocalStoreError) -> [DraftRow] {
    try read { connection in
      try connection.query(
        """
        SELECT base, content, saved_at, generation FROM draft WHERE member = ?
        ORDER BY saved_at DESC
        """, [.text(member.rawValue)], LocalStore.draft)
    }
  }

  /// How many screens have been edited here and not saved, by whomever.
  public func draftCount() throws(LocalStoreError) -> Int {
    try read { connection in
      try connection.first("SELECT count(*) FROM draft") { Int($0.int(0)) } ?? 0
    }
  }

  /// Keeps a draft over the one of a generation.
  ///
  /// - Returns: the draft that another process has kept meanwhile; then nothing was written.
  public func keep(
    _ draft: DraftRow, of screen: String, by member: Member.ID
  ) throws(LocalStoreError) -> DraftRow? {
    try write { connection in
      if let old = try LocalStore.draft(screen, member, connection),
        old.generation != draft.generation
      {
        return old
      }
      try connection.execute(
        """
        INSERT INTO draft (member, screen, base, content, saved_at, generation)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (member, screen) DO UPDATE SET
          base = excluded.base, content = excluded.content, saved_at = excluded.saved_at,
          generation = excluded.generation
        """,
        [
          .text(member.rawValue), .text(screen), .blob(draft.base), .blob(draft.content),
          .integer(draft.savedAt.rawValue), .integer(Int64(draft.generation + 1)),
        ])
      return nil
    }
  }

  /// The server has it, or nobody wants it any more.
  public func forgetDraft(of screen: String, by member: Member.ID) throws(LocalStoreError) {
    try write { connection in
      _ = try connection.execute(
        "DELETE FROM draft WHERE member = ? AND screen = ?",
        [.text(member.rawValue), .text(screen)])
    }
  }

  private static func draft(
    _ screen: String, _ member: Member.ID, _ connection: Connection
  ) throws -> DraftRow? {
    try connection.first(
      "SELECT base, content, saved_at, generation FROM draft WHERE member = ? AND screen = ?",
      [.text(member.rawValue), .text(screen)], LocalStore.draft)
  }

  private static func draft(_ row: Row) -> DraftRow {
    DraftRow(
      base: row.blob(0), content: row.blob(1), savedAt: Instant(milliseconds: row.int(2)),
      generation: Int(row.int(3)))
  }
}
