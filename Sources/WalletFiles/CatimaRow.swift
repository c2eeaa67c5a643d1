import Loyalty

/// A card as a row of Catima's table, by the columns' names.
struct CatimaRow {
  let values: [String: String]
  let line: Int
  /// Where the days begin that the table has as moments.
  let zone: Zone
  /// Whether a comma can stand in a number for the point.
  var hasCommas = false

  private func value(_ column: String) -> String { values[column] ?? "" }

  /// The card, without those details that cannot be read; why there is none, when there is none.
  ///
  /// - Parameter left: gets what is left out.
  func card(_ left: inout [LeftOut]) -> LocalCard? {
    let number = value("cardid")
    let code = value("barcodeid").isEmpty ? nil : value("barcodeid")
    guard value("store").contains(where: { !$0.isWhitespace }) else {
      left.append(.card(line: line, .name))
      return nil
    }
    guard number.contains(where: { !$0.isWhitespace }), number.count <= LocalCard.Limit.value else {
      left.append(.card(line: line, .number))
      return nil
    }
    guard (code ?? "").count <= LocalCard.Limit.value else {
      left.append(.card(line: line, .text))
      return nil
    }
    var rest = values.filter { !CatimaTable.own.contains($0.key) && !$0.value.isEmpty }
    let count = rest.count
    rest = rest.filter { $0.value.count <= LocalCard.Limit.column }
    if rest.count < count { left.append(.detail(line: line, .text)) }
    func read<Value>(
      _ reason: WalletFileProblem.Reason, _ value: () throws(Unreadable) -> Value?
    ) -> Value? {
      do throws(Unreadable) {
        return try value()
      } catch {
        left.append(.detail(line: line, reason))
        return nil
      }
    }
    // What a card has room for is cut, and said so.
    let isCut =
      value("store").count > LocalCard.Limit.name || value("note").count > LocalCard.Limit.note
      || value("barcodeencoding").count > LocalCard.Limit.encoding
    if isCut { left.append(.detail(line: line, .text)) }
    let symbology = Symbology(catima: value("barcodetype"), of: code ?? number)
    var card = LocalCard(
      name: value("store"), number: number, value: code, symbology: symbology,
      encoding: encoding(of: code ?? number), isGS1: value(CatimaTable.gs1) == "1",
      note: value("note"),
      balance: read(.balance) { () throws(Unreadable) in try balance() } ?? "",
      validFrom: read(.date) { () throws(Unreadable) in try day("validfrom") },
      expiresOn: read(.date) { () throws(Unreadable) in try day("expiry") },
      isStarred: read(.flag) { () throws(Unreadable) in try flag("starstatus") } ?? false,
      isArchived: read(.flag) { () throws(Unreadable) in try flag("archive") } ?? false,
      lastUsed: read(.date) { () throws(Unreadable) in try moment("lastused", unit: 1000) },
      rest: rest)
    if symbology == .code128 { card.takeFNC1() }
    return card
  }

  /// NB: without a name Catima takes ISO-8859-1, as it always had; that matters beyond ASCII only.
  private func encoding(of code: String) -> String? {
    let name = value("barcodeencoding")
    guard name.isEmpty else { return name }
    let scalars = code.unicodeScalars
    return scalars.contains { $0.value > 0x7F } && scalars.allSatisfy { $0.value <= 0xFF }
      ? "ISO-8859-1" : nil
  }

  /// A moment, or a day as a person writes it into a table.
  private func day(_ column: String) throws(Unreadable) -> Day? {
    if let day = Pass.day(value(column)) { return day }
    return try moment(column, unit: 1).map { zone.day(ofMidnight: $0) }
  }

  /// A detail that is not what its column is for.
  private struct Unreadable: Error, CustomStringConvertible {
    let description = "not what the column is for"
  }

  private func flag(_ column: String) throws(Unreadable) -> Bool {
    switch value(column) {
    case "", "0": return false
    case "1": return true
    default: throw Unreadable()
    }
  }

  /// Days of our time as seconds (1998 to 2128): other programs write these into a column of
  /// milliseconds, in which they would be weeks of early 1970.
  private static let daysAsSeconds: Range<Int64> = 900_000_000..<5_000_000_000
  /// The year 5138 in seconds; what is more counts milliseconds.
  private static let lastSeconds: Int64 = 100_000_000_000

  /// - Parameter unit: milliseconds that the column counts in.
  private func moment(_ column: String, unit: Int64) throws(Unreadable) -> Instant? {
    if ["", "0"].contains(value(column)) { return nil }
    // Up to the end of the year 9999.
    guard let count = Int64(value(column)), (1...253_402_300_799_999).contains(count) else {
      throw Unreadable()
    }
    let isSeconds = unit == 1 ? Self.daysAsSeconds.contains(count) : count < Self.lastSeconds
    return Instant(milliseconds: isSeconds ? count * 1000 : count)
  }

  /// Nothing when there are no points; a card without a balance is written so.
  private func balance() throws(Unreadable) -> String {
    let currency = value("balancetype").isEmpty ? nil : value("balancetype")
    if ["", "0"].contains(value("balance")), currency == nil { return "" }
    var amount = value("balance").isEmpty ? "0" : value("balance")
    if hasCommas, !amount.contains(".") {
      amount = amount.replacing(",", with: ".", maxReplacements: 1)
    }
    guard let balance = CardBalance(amount: amount, currency: currency) else {
      throw Unreadable()
    }
    return balance.description
  }
}

extension CatimaRow {
  init(_ card: LocalCard, id: String, zone: Zone) {
    let balance = CardBalance(card.balance)
    func moment(_ day: Day?) -> String {
      day.map { String(zone.start(of: $0).rawValue) } ?? ""
    }
    let isOurs = card.isGS1 && card.symbology != .code128
    // NB: a code beyond ASCII is drawn in UTF-8 here when nothing else is known.
    let isUTF8 = card.encoding == nil && card.code.unicodeScalars.contains { $0.value > 0x7F }
    var card = card
    if card.symbology == .code128 { card.writeFNC1() }
    let own = [
      "_id": id, "store": card.name, "note": card.note, "cardid": card.number,
      "barcodeid": card.value ?? "", "barcodetype": card.symbology?.catima ?? "",
      "starstatus": card.isStarred ? "1" : "0", "archive": card.isArchived ? "1" : "0",
      "lastused": String(card.lastUsed.map { $0.rawValue / 1000 } ?? 0),
      "validfrom": moment(card.validFrom), "expiry": moment(card.expiresOn),
      "barcodeencoding": card.encoding ?? (isUTF8 ? "UTF-8" : ""),
      CatimaTable.gs1: isOurs ? "1" : "", "balance": balance?.amount ?? "0",
      "balancetype": balance?.currency ?? "",
    ]
    values = card.rest.merging(own) { _, own in own }
    line = 0
    self.zone = zone
  }
}

extension LocalCard {
  /// The character with which the writer of Catima, and of most readers of passes, draws FNC1 in a
  /// Code 128 (`ESCAPE_FNC_1` of ZXing's `Code128Writer`).
  private static let fnc1: Character = "\u{F1}"
  private static let separator: Character = "\u{1D}"

  mutating func takeFNC1() {
    guard code.first == Self.fnc1, code.count > 1 else { return }
    let parts = code.dropFirst().map { $0 == Self.fnc1 ? Self.separator : $0 }
    if code == number { number = String(number.filter { $0 != Self.fnc1 }) }
    value = String(parts)
    isGS1 = true
  }

  fileprivate mutating func writeFNC1() {
    guard isGS1 else { return }
    value = String(Self.fnc1) + String(code.map { $0 == Self.separator ? Self.fnc1 : $0 })
  }
}

extension Symbology {
  private static let catimaNames: [(name: String, symbology: Symbology)] = [
    ("QR_CODE", .qr), ("AZTEC", .aztec), ("DATA_MATRIX", .dataMatrix), ("PDF_417", .pdf417),
    ("CODE_128", .code128), ("CODE_39", .code39), ("EAN_13", .ean13), ("EAN_8", .ean8),
    ("UPC_A", .upca), ("UPC_E", .upce), ("CODABAR", .codabar), ("CODE_93", .code93),
    ("ITF", .itf), ("ITF", .itf14),
  ]

  /// - Returns: `nil` for a card without a symbol; a kind that is not drawn keeps its name.
  fileprivate init?(catima name: String, of value: String) {
    guard !name.isEmpty else { return nil }
    let known = Symbology.catimaNames.first { $0.name == name }?.symbology
    // NB: fourteen digits have had this name here since there were no others.
    self =
      known == .itf && value.count == 14
      ? .itf14 : known ?? Symbology(rawValue: cleaned(name, limit: 30).lowercased())
  }

  fileprivate var catima: String {
    Symbology.catimaNames.first { $0.symbology == self }?.name ?? rawValue.uppercased()
  }
}
