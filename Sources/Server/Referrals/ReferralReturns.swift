import Loyalty
import SQLite

extension Referrals {
  /// The purchase that brought a bonus was returned, or a part of it that leaves too little: a later
  /// one that was kept brings it in its place, else it goes, and the next one earns it.
  func returned(
    _ purchase: Purchase.ID, of friend: Member.ID, at now: Instant, _ connection: Connection
  ) throws {
    let known = try connection.first(
      """
      SELECT referrer, points, lot, registered_at FROM referral
      WHERE friend = ? AND purchase = ?
      """, [.text(friend.rawValue), .text(purchase.rawValue)]
    ) { row in
      (
        referrer: Member.ID(row.text(0)), points: row.int(1), lot: row.optionalInt(2),
        since: row.int(3)
      )
    }
    // Of a referrer who has been deleted there is nothing to take, and nobody to earn it anew.
    guard let known, known.points == 0 || known.lot != nil else { return }
    let smallest = try Till.Terms(store, connection).smallestForReferral
    let next = try connection.first(
      """
      SELECT id, at FROM kept_purchase
      WHERE member = ? AND at >= ? AND amount - returned >= ? ORDER BY at, id LIMIT 1
      """, [.text(friend.rawValue), .integer(known.since), .integer(smallest)]
    ) { (id: $0.text(0), at: $0.int(1)) }
    if let next {
      try connection.execute(
        "UPDATE referral SET purchase = ?, purchased_at = ? WHERE friend = ?",
        [.text(next.id), .integer(next.at), .text(friend.rawValue)])
      return
    }
    try connection.execute(
      """
      UPDATE referral SET purchase = NULL, purchased_at = NULL, lot = NULL, points = 0
      WHERE friend = ?
      """, [.text(friend.rawValue)])
    guard let lot = known.lot else { return }
    try ledger.settle(known.referrer, now: now, connection)
    let words = Ledger.Words(kind: .refund, title: Self.bonusTitle.returned, place: nil)
    try ledger.takeBack(
      try ledger.standing(lot, connection), of: lot, words, at: now, connection)
  }
}
