import Loyalty
import SQLite

/// What a till of a demo prints of an order.
struct PrintedOrder {
  var goods: [Receipt.Goods]
  /// In hundredths.
  var price: Int64
  /// Money for one point.
  var rate: Money

  /// Keeps it beside what it gave, with what is there right after it.
  ///
  /// - Parameter purchase: as which it was noted, and what offers have given because of it.
  func keep(
    of lot: Int64, _ member: Member.ID, purchase: Purchase.ID? = nil, _ ledger: Ledger,
    _ connection: Connection
  ) throws {
    let receipt = Receipt(
      number: String(String(10_000 + lot % 10_000).dropFirst()),
      sum: Money(amount: price, currency: rate.currency), goods: goods, rate: rate,
      offers: try purchase.map { try ledger.gifts($0, connection) } ?? [],
      balance: try ledger.available(member, connection))
    try ledger.keep(receipt, of: lot, connection)
  }
}

extension Ledger {
  /// Takes back all that a demo's line gave, and keeps the paper of it.
  func bringBack(
    _ lot: Int64, _ member: Member.ID, _ words: Words, at now: Instant, _ connection: Connection
  ) throws {
    let sold = try connection.first("SELECT entry FROM lot WHERE id = ?", [.integer(lot)]) {
      LedgerEntry.ID($0.text(0))
    }
    guard let sold, let line = try reverse(sold, member, words, at: now, connection),
      let receipt = try receipt(of: lot, connection)
    else { return }
    let balance = try available(member, connection)
    try keep(receipt.takenBack(balance: balance), by: line, connection)
  }
}
