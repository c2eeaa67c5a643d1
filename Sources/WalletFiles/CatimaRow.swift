import Loyalty

/// A card as a row of Catima's table, by the columns' names.
struct CatimaRow {
  let values: [String: String]
  let line: Int

  private func value(_ column: String) -> String { values[column] ?? "" }

  func card() throws(WalletFileProblem) -> LocalCard {
    guard value("store").contains(where: { !$0.isWhitespace }) else { throw refusal(.store) }
    let number = value("cardid")
    guard number.contains(where: { !$0.isWhitespace }), number.count <= LocalCard.Limit.value else {
      throw refusal(.number)
    }
    let code = value("barcodeid").isEmpty ? nil : value("barcodeid")
    let rest = values.filter { !CatimaTable.own.contains($0.key) && !$0.value.isEmpty }
    guard (code ?? "").count <= LocalCard.Limit.value,
      rest.values.allSatisfy({ $0.count <= LocalCard.Limit.column })
    else { throw refusal(.text) }
    return LocalCard(
      store: value("store"), number: number, value: code,
      symbology: Symbology(catima: value("barcodetype"), of: code ?? number),
      note: value("note"), balance: try balance(), expiresAt: try moment("expiry", unit: 1),
      isStarred: try flag("starstatus"), isArchived: try flag("archive"),
      lastUsed: try moment("lastused", unit: 1000), rest: rest)
  }

  private func refusal(_ reason: WalletFileProblem.Reason) -> WalletFileProblem {
    .line(line, reason: reason)
  }

  private func flag(_ column: String) throws(WalletFileProblem) -> Bool {
    switch value(column) {
    case "", "0": return false
    case "1": return true
    default: throw refusal(.flag)
    }
  }

  /// - Parameter unit: milliseconds that the column counts in.
  private func moment(_ column: String, unit: Int64) throws(WalletFileProblem) -> Instant? {
    if ["", "0"].contains(value(column)) { return nil }
    // Up to the end of the year 9999.
    guard let count = Int64(value(column)), (1...(253_402_300_799_999 / unit)).contains(count)
    else { throw refusal(.date) }
    return Instant(milliseconds: count * unit)
  }

  /// Nothing when there are no points; a card without a balance is written so.
  private func balance() throws(WalletFileProblem) -> String {
    let currency = value("balancetype").isEmpty ? nil : value("balancetype")
    if ["", "0"].contains(value("balance")), currency == nil { return "" }
    let amount = value("balance").isEmpty ? "0" : value("balance")
    guard let balance = CardBalance(amount: amount, currency: currency) else {
      throw refusal(.balance)
    }
    return balance.description
  }
}

extension CatimaRow {
  init(_ card: LocalCard, id: String) {
    let balance = CardBalance(card.balance)
    let own = [
      "_id": id, "store": card.store, "note": card.note, "cardid": card.number,
      "barcodeid": card.value ?? "", "barcodetype": card.symbology?.catima ?? "",
      "starstatus": card.isStarred ? "1" : "0", "archive": card.isArchived ? "1" : "0",
      "lastused": String(card.lastUsed.map { $0.rawValue / 1000 } ?? 0),
      "expiry": card.expiresAt.map { String($0.rawValue) } ?? "",
      "balance": balance?.amount ?? "0", "balancetype": balance?.currency ?? "",
    ]
    values = card.rest.merging(own) { _, own in own }
    line = 0
  }
}

extension Symbology {
  private static let catimaNames: [(name: String, symbology: Symbology)] = [
    ("QR_CODE", .qr), ("AZTEC", .aztec), ("DATA_MATRIX", .dataMatrix), ("PDF_417", .pdf417),
    ("CODE_128", .code128), ("CODE_39", .code39), ("EAN_13", .ean13), ("EAN_8", .ean8),
    ("UPC_A", .upca), ("ITF", .itf14),
  ]

  /// - Returns: `nil` for a card without a symbol; a kind that is not drawn keeps its name.
  fileprivate init?(catima name: String, of value: String) {
    guard !name.isEmpty else { return nil }
    let known = Symbology.catimaNames.first { $0.name == name }?.symbology
    // Interleaved 2 of 5 has any even length; what is drawn is the one of 14 digits.
    if let known, known != .itf14 || value.count == 14 {
      self = known
    } else {
      self.init(rawValue: cleaned(name, limit: 30).lowercased())
    }
  }

  fileprivate var catima: String {
    Symbology.catimaNames.first { $0.symbology == self }?.name ?? rawValue.uppercased()
  }
}
