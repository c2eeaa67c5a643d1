import Contract
import Loyalty
import SQLite

/// A return that was made, as the table holds it.
struct MadeReturn: Sendable {
  private var sale: Purchase.ID
  /// In hundredths; `nil` was all that was left.
  private var asked: Int64?
  private var categories: String
  var at: Instant
  private var said: String

  init(row: Row) {
    sale = .init(row.text(0))
    asked = row.optionalInt(1)
    categories = row.text(2)
    at = Instant(milliseconds: row.int(3))
    said = row.text(4)
  }

  func isSame(as wanted: TillReturn, of sale: Purchase.ID) -> Bool {
    self.sale == sale && asked == wanted.amount?.amount
      && categories == Purchase.text(Purchase.categories(wanted.categories ?? []))
  }

  /// What was answered, whatever has happened since.
  func receipt() throws -> TillReturnReceipt {
    try Wire.decode(TillReturnReceipt.self, from: Array(said.utf8))
  }
}

extension Till {
  func made(_ id: String, _ connection: Connection) throws -> MadeReturn? {
    try connection.first(
      "SELECT purchase, asked, categories, at, receipt FROM sale_return WHERE id = ?",
      [.text(id)], MadeReturn.init(row:))
  }

  func recordReturn(
    _ receipt: TillReturnReceipt, of wanted: TillReturn, _ id: String, _ member: Member.ID,
    at now: Instant, _ connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO sale_return (id, purchase, member, asked, categories, amount, at, receipt)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(id), .text(receipt.sale), .text(member.rawValue),
        .optional(wanted.amount?.amount),
        .text(Purchase.text(Purchase.categories(wanted.categories ?? []))),
        .integer(receipt.amount.amount), .integer(now.rawValue),
        .json(receipt),
      ])
  }
}
