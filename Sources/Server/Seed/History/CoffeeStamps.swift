import Loyalty
import SQLite

/// The stamps that a member of the coffee chain got for the last purchases.
struct CoffeeStamps {
  let ledger: Ledger
  let rules: [StampRule]

  /// Stamps that the member has on each card, in their order, and full cards of the past.
  private static let stamped = [(filled: 7, full: 1), (filled: 2, full: 0), (filled: 0, full: 0)]

  func fill(_ member: Member.ID, _ connection: Connection) throws {
    let cards = StampCards(ledger)
    for (rule, wanted) in zip(rules, Self.stamped) {
      let needed = wanted.filled + wanted.full * rule.slots
      var purchases = try last(needed, rule.category, of: member, connection)
      for index in 0...wanted.full {
        let isFull = index < wanted.full
        let own = purchases.prefix(isFull ? rule.slots : wanted.filled)
        purchases = purchases.dropFirst(own.count)
        guard let first = own.first, let last = own.last else { continue }
        let card = try cards.begin(rule, member, first.at, connection)
        for purchase in own { try cards.stamp(card, rule, purchase, connection) }
        guard isFull else { continue }
        try connection.execute(
          "UPDATE stamp_card SET completed_at = ? WHERE id = ?",
          [.integer(last.at.rawValue), .integer(card.id)])
      }
    }
  }

  /// The newest that were not returned, the oldest of them first.
  private func last(
    _ count: Int, _ category: Purchase.Category, of member: Member.ID, _ connection: Connection
  ) throws -> ArraySlice<Purchase> {
    let rows = try connection.query(
      """
      SELECT id, at, categories FROM kept_purchase WHERE member = ? ORDER BY at DESC
      """, [.text(member.rawValue)]
    ) { row in
      (
        id: row.text(0), at: Instant(milliseconds: row.int(1)),
        isOne: row.text(2).split(separator: " ").contains { $0 == category.rawValue }
      )
    }
    return rows.filter(\.isOne).prefix(count).reversed().map { row in
      Purchase(
        id: .init(row.id), lot: nil, categories: [category],
        amount: Money(amount: 0, currency: "RUB"), at: row.at)
    }[...]
  }
}
