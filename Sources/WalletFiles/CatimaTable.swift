import Loyalty

/// Catima's `catima.csv`, version 2: groups, cards, and which card is in which group
/// (https://github.com/CatimaLoyalty/Android/blob/main/docs/EXPORT_FORMAT.md).
enum CatimaTable {
  static let fileName = "catima.csv"

  /// The columns of a card, in Catima's order.
  static let columns = [
    "_id", "store", "note", "validfrom", "expiry", "balance", "balancetype", "cardid", "barcodeid",
    "barcodetype", "barcodeencoding", "headercolor", "starstatus", "lastused", "archive",
  ]
  /// Those that a `LocalCard` has members for.
  static let own: Set = [
    "_id", "store", "note", "expiry", "balance", "balancetype", "cardid", "barcodeid",
    "barcodetype", "starstatus", "lastused", "archive",
  ]

  /// A card, and what the other tables and the pictures call it.
  typealias Keyed = (key: String, card: LocalCard)

  static func cards(_ text: String) throws(WalletFileProblem) -> [Keyed] {
    let records = try CSV.records(text)
    guard let first = records.first, first.fields == ["2"] else {
      throw .line(1, reason: .version)
    }
    var cards: [Keyed]?
    var links: [CSV.Record] = []
    for section in records.dropFirst().split(whereSeparator: \.isBlank) {
      guard let header = section.first else { continue }
      if header.fields == ["_id"] { continue }
      if header.fields == ["cardId", "groupId"] {
        links += section.dropFirst()
      } else if cards == nil {
        cards = try read(header, section.dropFirst())
      } else {
        throw .line(header.line, reason: .header)
      }
    }
    guard var cards else { throw .line(records.last?.line ?? 1, reason: .header) }
    try link(links, &cards)
    return cards.map { ($0.key, $0.card.cleaned) }
  }

  private static func read(
    _ header: CSV.Record, _ records: ArraySlice<CSV.Record>
  ) throws(WalletFileProblem) -> [Keyed] {
    let names = header.fields
    guard ["_id", "store", "cardid"].allSatisfy(names.contains), Set(names).count == names.count,
      names.count <= own.count + LocalCard.Limit.columns,
      names.allSatisfy({ !$0.isEmpty && $0.count <= LocalCard.Limit.columnName })
    else { throw .line(header.line, reason: .header) }
    guard records.count <= LocalCard.Limit.cards else {
      throw .tooManyCards(limit: LocalCard.Limit.cards)
    }
    var cards: [Keyed] = []
    var keys: Set<String> = []
    for record in records {
      guard record.fields.count == names.count else { throw .line(record.line, reason: .columns) }
      let values = Dictionary(zip(names, record.fields), uniquingKeysWith: { first, _ in first })
      let key = values["_id"] ?? ""
      guard !key.isEmpty, keys.insert(key).inserted else { throw .line(record.line, reason: .id) }
      cards.append((key, try CatimaRow(values: values, line: record.line).card()))
    }
    return cards
  }

  /// NB: Catima's own example links a card that is not in the table, so that is no mistake.
  private static func link(
    _ links: [CSV.Record], _ cards: inout [Keyed]
  ) throws(WalletFileProblem) {
    var places: [String: Int] = [:]
    for (place, card) in cards.enumerated() { places[card.key] = place }
    for record in links {
      guard record.fields.count == 2 else { throw .line(record.line, reason: .columns) }
      guard let place = places[record.fields[0]] else { continue }
      guard cards[place].card.groups.count < LocalCard.Limit.groups else { continue }
      cards[place].card.groups.append(record.fields[1])
    }
  }
}

extension CatimaTable {
  /// The table of cards, as Catima reads it; the first card is number 1.
  static func text(_ cards: [LocalCard]) -> String {
    let extra = Set(cards.flatMap(\.rest.keys)).subtracting(columns).sorted()
    let columns = columns + extra
    var known: Set<String> = []
    let groups = cards.flatMap(\.groups).filter { known.insert($0).inserted }
    var lines = ["2", "", "_id"] + groups.map(CSV.escaped) + ["", row(columns)]
    for (place, card) in cards.enumerated() {
      let values = CatimaRow(card, id: String(place + 1)).values
      lines.append(row(columns.map { values[$0] ?? "" }))
    }
    lines += ["", "cardId,groupId"]
    for (place, card) in cards.enumerated() {
      lines += card.groups.map { row([String(place + 1), $0]) }
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private static func row(_ fields: [String]) -> String {
    fields.map(CSV.escaped).joined(separator: ",")
  }
}
