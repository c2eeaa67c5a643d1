import Contract
import Loyalty
import SQLite
import Synchronization

/// Deletes a member with all that is kept about them; the phone can join anew, as a stranger.
///
/// Points are a promise to a person and end with the account, and sales are in the books of the
/// tills, so nothing of the ledger has to stay. The one thing that does are friends: whose word
/// brought whom counts for the *other* one, who keeps the points and the number of friends, so there
/// a nameless member stands in, with no phone and no link to who it was.
///
/// What is given once for each person, and what is owed after returns, stays under the phone's name
/// in `phone_memory`: without the key, which is not in the database, that says nobody's phone.
struct MemberErasure {
  let store: ServerStore

  init(_ store: ServerStore) {
    self.store = store
  }

  /// Lines of a ledger that go in one transaction with their member.
  static let shortHistory: Int64 = 2000

  /// All or nothing; the sessions end with it.
  ///
  /// Of a very long history only the name goes at once: a member is left whom nobody knows, and who
  /// goes in pieces (`sweep`), so that nobody waits for it.
  func erase(_ id: Member.ID) throws {
    try store.database.write(locking: [.member(id.rawValue)]) { connection in
      try remember(id, connection)
      try replaceAmongFriends(id, connection)
      guard try isLong(id, connection) else { return try finish(id, connection) }
      for statement in Self.identity + Self.nameless {
        try connection.execute(statement, [.text(id.rawValue)])
      }
    }
  }

  private func remember(_ id: Member.ID, _ connection: Connection) throws {
    let phone =
      try connection.first(
        "SELECT phone FROM member WHERE id = ?", [.text(id.rawValue)]
      ) { PhoneNumber(e164: $0.text(0)) } ?? nil
    guard let phone else { return }
    let memory = try store.memory(of: phone)
    try memory.remember(id, connection)
    try connection.execute("DELETE FROM known_address WHERE phone = ?", [.text(memory.phone)])
    let sessions = try connection.query(
      "SELECT id FROM session WHERE member = ?", [.text(id.rawValue)]
    ) { $0.text(0) }
    for session in sessions { try store.delete(session: session, connection) }
    store.noteLeftovers(connection)
  }

  func finish(_ id: Member.ID, _ connection: Connection) throws {
    for statement in Self.statements { try connection.execute(statement, [.text(id.rawValue)]) }
  }

  /// Whether a history takes so long that others would notice.
  func isLong(_ id: Member.ID, _ connection: Connection) throws -> Bool {
    let lines = try connection.first(
      "SELECT count(*) FROM (SELECT 1 FROM entry WHERE member = ? LIMIT ?) AS line",
      [.text(id.rawValue), .integer(Self.shortHistory + 1)]
    ) { $0.int(0) }
    return (lines ?? 0) > Self.shortHistory
  }

  /// Each has the member as its one parameter.
  static let statements = identity + history + end

  /// Who it was, and what was said and chosen.
  private static let identity =
    [
      """
      DELETE FROM retired WHERE session IN (SELECT id FROM session WHERE member = ?)
      """,
      """
      DELETE FROM challenge WHERE phone = (SELECT phone FROM member WHERE id = ?)
      """,
    ]
    // The sums as well, so that nothing is counted that goes line by line.
    + [
      "idempotency", "ledger_total", "ledger_day", "ledger_fault", "ledger_audit", "enrollment",
      "promo_code_use", "promo_code_miss", "segment", "card", "notification", "preference",
      "wish", "consent", "profile", "referral_code", "session",
    ].map { "DELETE FROM \($0) WHERE member = ?" }
    // What they wrote is the business's, and stays without their name.
    + [
      "DELETE FROM screen_editor WHERE member = ?",
      "UPDATE screen_revision SET author = '', author_name = '•••' WHERE author = ?",
      "UPDATE screen SET author = '', author_name = '•••' WHERE author = ?",
      "UPDATE picture SET created_by = NULL WHERE created_by = ?",
    ]

  private static let nameless = [
    "UPDATE member SET name = '•••', phone = id, roles = '' WHERE id = ?",
    "INSERT INTO leaving (member) VALUES (?)", "DELETE FROM event WHERE member = ?",
  ]

  /// Children before their parents.
  private static let history =
    [
      """
      DELETE FROM stamp WHERE card IN (SELECT id FROM stamp_card WHERE member = ?1)
        OR purchase IN (SELECT id FROM purchase WHERE member = ?1)
      """,
      """
      DELETE FROM draw WHERE lot IN (SELECT id FROM lot WHERE member = ?1)
        OR entry IN (SELECT id FROM entry WHERE member = ?1)
      """,
    ]
    + [
      "award", "stamp_card", "sale_return", "purchase", "coupon", "owed", "lot", "entry",
    ].map { "DELETE FROM \($0) WHERE member = ?" }

  /// What the deletion itself has written among the events goes as well.
  private static let end = [
    "DELETE FROM leaving WHERE member = ?", "DELETE FROM member WHERE id = ?",
    "DELETE FROM event WHERE member = ?",
  ]

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
      "INSERT INTO member (id, name, phone, joined_at, roles) VALUES (?1, '•••', ?1, 0, '')",
      [.text(nobody)])
    for column in ["friend", "referrer"] {
      try connection.execute(
        "UPDATE referral SET \(column) = ? WHERE \(column) = ?",
        [.text(nobody), .text(id.rawValue)])
    }
    // Of nobody's bonus nothing can be taken back.
    try connection.execute(
      "UPDATE referral SET lot = NULL WHERE referrer = ?", [.text(nobody)])
    // They would pay a bonus to nobody.
    try connection.execute(
      "UPDATE referral SET purchased_at = registered_at WHERE friend = ? AND purchased_at IS NULL",
      [.text(nobody)])
  }
}
