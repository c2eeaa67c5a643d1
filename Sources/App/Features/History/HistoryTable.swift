public import Loyalty

/// Lines of the ledger as comma-separated values (RFC 4180).
///
/// It begins with a byte order mark: spreadsheets read Cyrillic letters as UTF-8 only then. What
/// others have written never begins as a formula does
/// (https://owasp.org/www-community/attacks/CSV_Injection).
public struct HistoryTable: Sendable {
  private let phrases: Phrasebook
  private let zone: Zone
  private let scale: Int

  public init(_ language: Language, _ zone: Zone, _ program: Program?) {
    phrases = Phrasebook(language)
    self.zone = zone
    scale = program?.pointsScale ?? 0
  }

  public var head: String {
    let names: [Phrase] = [
      .tableDay, .tableTime, .tableKind, .tableTitle, .tablePlace, .tableNumber, .tableGoods,
      .tableSum, .tableCurrency, .tablePoints, .tableBalance,
    ]
    return "\u{FEFF}" + HistoryTable.record(names.map { phrases.say($0) })
  }

  public func record(of entry: LedgerEntry) -> String {
    let local = zone.local(entry.createdAt)
    let language = phrases.language
    let receipt = entry.receipt
    let goods = receipt?.goods.map { line in
      let name = line.name.value(in: language) ?? ""
      return line.quantity == 1000 ? name : "\(name) × \(HistoryTable.quantity(line.quantity))"
    }
    return HistoryTable.record([
      local.day.description, phrases.time(local), phrases.say(entry.kind.phrase),
      HistoryTable.tame(entry.title.value(in: language) ?? ""),
      HistoryTable.tame(entry.place?.value(in: language) ?? ""),
      HistoryTable.tame(receipt?.number ?? ""),
      HistoryTable.tame(goods?.joined(separator: "; ") ?? ""),
      receipt.map { HistoryTable.number($0.sum.amount, 2) } ?? "",
      HistoryTable.tame(receipt?.sum.currency ?? ""),
      HistoryTable.number(entry.points.rawValue, scale),
      receipt?.balance.map { HistoryTable.number($0.rawValue, scale) } ?? "",
    ])
  }

  /// A text that a spreadsheet does not take for a formula.
  static func tame(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return ["=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
      .contains(first) ? "'" + text : text
  }

  private static func record(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// Thousandths, without noughts at their end.
  private static func quantity(_ thousandths: Int64) -> String {
    let (value, scale) = Phrasebook.shortest(thousandths, scale: 3)
    return number(value, scale)
  }

  /// With a point, as programs read it.
  private static func number(_ value: Int64, _ scale: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let decimals = scale > 0 ? "." + padded.suffix(scale) : ""
    return (value < 0 ? "-" : "") + padded.dropLast(scale) + decimals
  }
}

extension Phrase {
  fileprivate static let tableDay = Phrase(en: "Date", ru: "Дата")
  fileprivate static let tableTime = Phrase(en: "Time", ru: "Время")
  fileprivate static let tableKind = Phrase(en: "Kind", ru: "Вид")
  fileprivate static let tableTitle = Phrase(en: "What", ru: "Что")
  fileprivate static let tablePlace = Phrase(en: "Where", ru: "Где")
  fileprivate static let tableNumber = Phrase(en: "Receipt", ru: "Чек")
  fileprivate static let tableGoods = Phrase(en: "Goods", ru: "Товары")
  fileprivate static let tableSum = Phrase(en: "Sum", ru: "Сумма")
  fileprivate static let tableCurrency = Phrase(en: "Currency", ru: "Валюта")
  fileprivate static let tablePoints = Phrase(en: "Points", ru: "Баллы")
  fileprivate static let tableBalance = Phrase(en: "Balance after", ru: "Баланс после")
}
