import Contract
import Loyalty
import SQLite

extension ServerSchema {
  /// What the till printed, beside the line that it made; beside the lot while there is no line yet.
  static let receipts = """
    ALTER TABLE entry ADD COLUMN receipt TEXT;
    ALTER TABLE lot ADD COLUMN receipt TEXT;
    """
}

extension Ledger {
  /// Keeps what was printed of what a lot was given for, in the transaction that gives it.
  func keep(_ receipt: Receipt, of lot: Int64, _ connection: Connection) throws {
    let text = Value.json(receipt)
    try connection.execute(
      "UPDATE entry SET receipt = ? WHERE id = (SELECT entry FROM lot WHERE id = ?)",
      [text, .integer(lot)])
    try connection.execute(
      "UPDATE lot SET receipt = ? WHERE id = ? AND entry IS NULL", [text, .integer(lot)])
  }

  /// Keeps what was printed beside a line, in the transaction that adds it.
  func keep(_ receipt: Receipt, by entry: LedgerEntry.ID, _ connection: Connection) throws {
    try connection.execute(
      "UPDATE entry SET receipt = ? WHERE id = ?", [.json(receipt), .text(entry.rawValue)])
  }

  /// Puts on the paper beside a line what there was right after it: all lines up to its moment.
  func sumUpReceipt(
    by entry: LedgerEntry.ID, _ member: Member.ID, at moment: Instant, _ connection: Connection
  ) throws {
    let text = try connection.first(
      "SELECT receipt FROM entry WHERE id = ?", [.text(entry.rawValue)]
    ) { $0.optionalText(0) }
    guard let text = text.flatMap(\.self) else { return }
    var receipt = try Wire.decode(Receipt.self, from: Array(text.utf8))
    receipt.balance = try available(member, at: moment, connection)
    try keep(receipt, by: entry, connection)
  }

  /// What offers gave because of a purchase, one by one.
  func gifts(_ id: Purchase.ID, _ connection: Connection) throws -> [Receipt.Gift] {
    try connection.query(
      """
      SELECT lot.title, lot.granted FROM award JOIN lot ON lot.id = award.lot WHERE purchase = ?
      ORDER BY lot.id
      """, [.text(id.rawValue)]
    ) { (title: $0.text(0), points: Points($0.int(1))) }.map { gift in
      Receipt.Gift(
        title: try Wire.decode(LocalizedText.self, from: Array(gift.title.utf8)),
        points: gift.points)
    }
  }

  /// What was printed of what a lot was given for.
  func receipt(of lot: Int64, _ connection: Connection) throws -> Receipt? {
    let text = try connection.first(
      """
      SELECT coalesce(entry.receipt, lot.receipt) FROM lot LEFT JOIN entry ON entry.id = lot.entry
      WHERE lot.id = ?
      """, [.integer(lot)]
    ) { $0.optionalText(0) }
    return try text.flatMap(\.self).map { try Wire.decode(Receipt.self, from: Array($0.utf8)) }
  }
}

extension Till {
  /// Thousandths of one line.
  private static let quantities: ClosedRange<Int64> = 1...1_000_000_000

  /// The lines of a paper, without what steers terminals.
  ///
  /// Throws `validation_failed` where there are too many of them, where one says nothing or cannot be
  /// reckoned with, and where they do not make the amount.
  func goods(_ said: [Receipt.Goods]?, making amount: Int64?) throws(Problem) -> [Receipt.Goods] {
    guard let said, !said.isEmpty else { return [] }
    guard said.count <= Receipt.mostGoods else {
      throw .invalid("/goods", "invalid", "≤ \(Receipt.mostGoods)", in: language)
    }
    var sum: Int64 = 0
    var goods: [Receipt.Goods] = []
    for (index, line) in said.enumerated() {
      let line = line.cleaned
      let place = "/goods/\(index)"
      guard line.name.values.values.contains(where: { $0.contains { !$0.isWhitespace } }) else {
        throw .empty("\(place)/name", in: language)
      }
      guard Till.quantities.contains(line.quantity) else {
        throw .invalid("\(place)/quantity", "out_of_range", "1–1000000000", in: language)
      }
      for (name, number) in [("price", line.price), ("sum", line.sum)]
      where number.magnitude > UInt64(Till.amounts.upperBound) {
        throw .invalid("\(place)/\(name)", "out_of_range", "±100000000", in: language)
      }
      sum = sum.adding(saturating: line.sum)
      goods.append(line)
    }
    guard amount == nil || sum == amount else {
      throw .invalid(
        "/goods", "invalid",
        language == .russian
          ? "Суммы строк не дают сумму чека." : "The sums of the lines do not make the amount.",
        in: language)
    }
    return goods
  }

  /// The paper's number without what steers terminals; `nil` where nothing is left of it.
  func number(_ said: String?) -> String? {
    said.map { cleaned($0, limit: 40) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where something was sold.
  ///
  /// Throws `validation_failed` for a shop that there is not.
  func place(_ shop: Shop.ID?) throws -> LocalizedText? {
    guard let shop else { return nil }
    let body = try store.database.read { connection in
      try connection.first(
        "SELECT body FROM store WHERE id = ?", [.text(shop.rawValue)]
      ) { $0.text(0) }
    }
    guard let body else {
      throw Problem.invalid(
        "/store", "invalid",
        language == .russian ? "Такого адреса нет." : "There is no such store.",
        in: language)
    }
    return try Wire.decode(Shop.self, from: Array(body.utf8)).name
  }
}

extension Receipt {
  /// The paper of taking all of it back.
  var takenBack: Receipt {
    Receipt(
      sum: Money(amount: -sum.amount, currency: sum.currency), goods: goods.map(\.takenBack))
  }
}

extension Receipt.Goods {
  var takenBack: Receipt.Goods {
    Receipt.Goods(name: name, quantity: quantity, price: price, sum: -sum)
  }
}
