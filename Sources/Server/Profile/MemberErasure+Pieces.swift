import Loyalty
import SQLite

/// A history that was too long to go at once goes on going, on whatever instance, also after one
/// was killed amid it.
extension MemberErasure {
  /// Rows of a piece, which takes some milliseconds.
  private static let piece: Int64 = 1000

  /// Deletes the next piece of a history whose member has left, and the member with the last one.
  ///
  /// - Returns: whether there was anything to delete.
  @discardableResult
  func sweep() throws -> Bool {
    let leaving = try store.database.read { connection in
      try connection.first("SELECT member FROM leaving LIMIT 1") { Member.ID($0.text(0)) }
    }
    guard let leaving else { return false }
    try store.database.write(locking: [.member(leaving.rawValue)]) { connection in
      for piece in Self.pieces {
        var count = 0
        for statement in piece {
          count = try connection.execute(
            statement, [.text(leaving.rawValue), .integer(Self.piece)])
        }
        if count > 0 { return }
      }
      try finish(leaving, connection)
      // The pieces still stand in the log.
      store.noteLeftovers(connection)
    }
    return true
  }

  /// The last statement of each piece tells whether there was any; what is left in the end is little.
  static let pieces: [[String]] = {
    let purchases = "(SELECT id FROM purchase WHERE member = ?1 ORDER BY at, id LIMIT ?2)"
    let lots = "(SELECT id FROM lot WHERE member = ?1 ORDER BY active_from DESC, id DESC LIMIT ?2)"
    let entries =
      "(SELECT id FROM entry WHERE member = ?1 ORDER BY created_at DESC, id DESC LIMIT ?2)"
    let ids = { (table: String) in
      "DELETE FROM \(table) WHERE id IN (SELECT id FROM \(table) WHERE member = ?1 LIMIT ?2)"
    }
    return [
      [
        "DELETE FROM stamp WHERE purchase IN \(purchases)",
        "DELETE FROM award WHERE purchase IN \(purchases)",
        "DELETE FROM sale_return WHERE purchase IN \(purchases)",
        "DELETE FROM purchase WHERE id IN \(purchases)",
      ],
      [ids("coupon")], [ids("stamp_card")],
      ["DELETE FROM draw WHERE lot IN \(lots)", "DELETE FROM lot WHERE id IN \(lots)"],
      [
        """
        UPDATE entry SET reverses = NULL WHERE id IN (
          SELECT id FROM entry WHERE member = ?1 AND reverses IS NOT NULL LIMIT ?2)
        """
      ],
      [
        "DELETE FROM owed WHERE entry IN \(entries)", "DELETE FROM entry WHERE id IN \(entries)",
      ],
    ]
  }()
}

extension LoyaltyServer {
  /// Deletes a piece of what members have left behind; call it after each `pause`.
  public func sweep() {
    guard lookout.isSweeping else { return }
    report {
      try MemberErasure(store).sweep()
      try lookout.plan()
    }
  }
}
