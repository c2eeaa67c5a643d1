import Loyalty
import SQLite

/// Deletes a member with all that is kept about them; the phone can join anew, as a stranger.
///
/// Points are a promise to a person and end with the account, and sales are in the books of the
/// tills, so nothing of the ledger has to stay. The one thing that does are friends: whose word
/// brought whom counts for the *other* one, who keeps the points and the number of friends, so there
/// a nameless member stands in, with no phone and no link to who it was.
struct MemberErasure {
  let store: ServerStore

  init(_ store: ServerStore) {
    self.store = store
  }

  /// All or nothing; the sessions end with it.
  func erase(_ id: Member.ID) throws {
    try store.database.write(locking: []) { connection in
      try replaceAmongFriends(id, connection)
      for statement in Self.statements {
        try connection.execute(statement, [.text(id.rawValue)])
      }
    }
  }

  /// Children before their parents; each has the member as its one parameter.
  private static let statements =
    [
      """
      DELETE FROM stamp WHERE card IN (SELECT id FROM stamp_card WHERE member = ?1)
        OR purchase IN (SELECT id FROM purchase WHERE member = ?1)
      """,
      """
      DELETE FROM draw WHERE lot IN (SELECT id FROM lot WHERE member = ?1)
        OR entry IN (SELECT id FROM entry WHERE member = ?1)
      """,
      """
      DELETE FROM retired WHERE session IN (SELECT id FROM session WHERE member = ?)
      """,
      """
      DELETE FROM challenge WHERE phone = (SELECT phone FROM member WHERE id = ?)
      """,
      """
      DELETE FROM attempt WHERE phone = (SELECT phone FROM member WHERE id = ?)
      """,
      // The scope ends in the member, see `Idempotency`.
      "DELETE FROM idempotency WHERE substr(scope, -length(?1) - 1) = ' ' || ?1",
    ]
    + [
      "award", "enrollment", "promo_code_use", "promo_code_miss", "segment", "stamp_card",
      "purchase", "coupon", "lot", "entry", "card", "notification", "preference", "consent",
      "profile", "referral_code", "session",
    ].map { "DELETE FROM \($0) WHERE member = ?" }
    // What they wrote is the business's, and stays without their name.
    + [
      "DELETE FROM screen_editor WHERE member = ?",
      "UPDATE screen_revision SET author = '', author_name = '•••' WHERE author = ?",
    ]
    // What the deletion itself has written there goes as well.
    + ["DELETE FROM member WHERE id = ?", "DELETE FROM event WHERE member = ?"]

  private func replaceAmongFriends(_ id: Member.ID, _ connection: Connection) throws {
    // Who has not bought yet may still give another friend's code.
    try connection.execute(
      "DELETE FROM referral WHERE referrer = ? AND purchased_at IS NULL", [.text(id.rawValue)])
    let isNamed = try connection.first(
      "SELECT 1 FROM referral WHERE friend = ?1 OR referrer = ?1 LIMIT 1", [.text(id.rawValue)],
      { _ in true })
    guard isNamed == true else { return }
    let nobody = Token.id("gone")
    try connection.execute(
      "INSERT INTO member VALUES (?1, '•••', ?1, 0, '')", [.text(nobody)])
    for column in ["friend", "referrer"] {
      try connection.execute(
        "UPDATE referral SET \(column) = ? WHERE \(column) = ?",
        [.text(nobody), .text(id.rawValue)])
    }
    // They would pay a bonus to nobody.
    try connection.execute(
      "UPDATE referral SET purchased_at = registered_at WHERE friend = ? AND purchased_at IS NULL",
      [.text(nobody)])
  }
}
