import Loyalty
import SQLite

/// What a till of a demo prints of an order.
struct PrintedOrder {
  var goods: [Receipt.Goods]
  /// In hundredths.
  var price: Int64
  /// Money for one point.
  var rate: Money

  /// Keeps it beside what it gave; what was there right after it comes once all of the history is made.
  ///
  /// - Parameter purchase: as which it was noted, and what offers have given because of it.
  func keep(
    of lot: Int64, purchase: Purchase.ID? = nil, _ ledger: Ledger, _ connection: Connection
  ) throws {
    let receipt = Receipt(
      number: String(String(10_000 + lot % 10_000).dropFirst()),
      sum: Money(amount: price, currency: rate.currency), goods: goods, rate: rate,
      offers: try purchase.map { try ledger.gifts($0, connection) } ?? [])
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
    try keep(receipt.takenBack, by: line, connection)
  }

  /// Puts on each paper of a demo what there was right after it.
  ///
  /// Its history is not made in the order of time: gifts and what expires come after later sales.
  func sumUpReceipts(_ connection: Connection) throws {
    let lines = try connection.query(
      "SELECT id, member, created_at FROM entry WHERE receipt IS NOT NULL ORDER BY id"
    ) { (id: $0.text(0), member: $0.text(1), at: $0.int(2)) }
    for line in lines {
      try sumUpReceipt(
        by: .init(line.id), .init(line.member), at: Instant(milliseconds: line.at), connection)
    }
  }
}
