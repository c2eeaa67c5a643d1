import Loyalty

/// Catima's `catima.csv`: groups, cards, and which card is in which group
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
    "_id", "store", "note", "validfrom", "expiry", "balance", "balancetype", "cardid", "barcodeid",
    "barcodetype", "barcodeencoding", gs1, "starstatus", "lastused", "archive",
  ]
  /// A column of ours, which Catima passes over: `1` for a code that begins with FNC1 and is no Code
  /// 128, in which Catima has a character for it.
  static let gs1 = "gs1"

  /// A card, and what the other tables and the pictures call it.
  typealias Keyed = (key: String, card: LocalCard)

  struct Contents {
    var cards: [Keyed] = []
    var left: [LeftOut] = []
  }

  /// Whether a text without an archive around it can be a table: it begins with a version, or with
  /// the names of the columns, as before there were versions.
  static func isTable(_ text: String) -> Bool {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init)
    // A line that is no record is the beginning of no table.
    guard let line, let first = try? CSV.records(line).first else { return false }
    return isVersion(first) || isHeader(first.fields)
  }

  /// NB: a spreadsheet fills each line up with commas to the longest one.
  private static func isVersion(_ record: CSV.Record) -> Bool {
    guard let first = record.fields.first, isVersion(first) else { return false }
    return record.fields.dropFirst().allSatisfy(\.isEmpty)
  }

  private static func isVersion(_ text: String) -> Bool {
    (1...5).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isHeader(_ names: [String]) -> Bool {
    ["store", "cardid"].allSatisfy(names.contains)
  }

  /// Takes what can be read of the table, of version 2 or of the one before, which is the cards alone.
  static func contents(
    _ text: String, zone: Zone = .utc
  ) throws(WalletFileProblem) -> Contents {
    var records = Array(try CSV.records(text).drop { $0.isBlank })
    var version = 1
    var rest = records[...]
    if let first = records.first, isVersion(first) {
      version = Int(first.fields[0]) ?? 0
      if first.fields.count > 1 { records = records.map(\.withoutFilling) }
      rest = records.dropFirst()
    } else if records.first.map({ isHeader($0.fields) }) != true {
      throw .line(1, reason: .version)
    }
    var contents = Contents()
    var links: [CSV.Record] = []
    var hasCards = false
    var unknown: Int?
    for section in rest.split(whereSeparator: \.isBlank) {
      guard let header = section.first else { continue }
      if header.fields == ["_id"] { continue }
      if header.fields == ["cardId", "groupId"] {
        links += section.dropFirst()
      } else if isHeader(header.fields), hasSoundNames(header.fields) {
        hasCards = true
        try read(header, section.dropFirst(), zone, &contents)
      } else {
        unknown = unknown ?? header.line
      }
    }
    guard hasCards else {
      // NB: of a version that nobody knows yet the table of cards may be as it was.
      throw version > 2
        ? .line(1, reason: .version)
        : .line(unknown ?? records.last?.line ?? 1, reason: .header)
    }
    link(links, &contents)
    contents.cards = contents.cards.map { ($0.key, $0.card.cleaned) }
    return contents
  }

  private static func hasSoundNames(_ names: [String]) -> Bool {
    Set(names).count == names.count && names.count <= own.count + LocalCard.Limit.columns
      && names.allSatisfy { !$0.isEmpty && $0.count <= LocalCard.Limit.columnName }
  }

  private static func read(
    _ header: CSV.Record, _ records: ArraySlice<CSV.Record>, _ zone: Zone,
    _ contents: inout Contents
  ) throws(WalletFileProblem) {
    let names = header.fields
    guard contents.cards.count + records.count <= LocalCard.Limit.cards else {
      throw .tooManyCards(limit: LocalCard.Limit.cards)
    }
    var keys = Set(contents.cards.map(\.key))
    for var record in records {
      guard !record.isBroken else {
        contents.left.append(.card(line: record.line, .quote))
        continue
      }
      if record.wasFilled { record.fill(to: names.count) }
      guard record.fields.count == names.count else {
        contents.left.append(.card(line: record.line, .columns))
        continue
      }
      let values = Dictionary(zip(names, record.fields), uniquingKeysWith: { first, _ in first })
      let row = CatimaRow(values: values, line: record.line, zone: zone)
      guard let card = row.card(&contents.left) else { continue }
      var key = values["_id"] ?? ""
      if names.contains("_id"), key.isEmpty || keys.contains(key) {
        // Its groups and pictures are those of another card, or of none.
        contents.left.append(.detail(line: record.line, .id))
        key = ""
      }
      if !key.isEmpty { keys.insert(key) }
      contents.cards.append((key, card))
    }
  }

  /// NB: Catima's own example links a card that is not in the table, so that is no mistake.
  private static func link(_ links: [CSV.Record], _ contents: inout Contents) {
    var places: [String: Int] = [:]
    for (place, card) in contents.cards.enumerated() where !card.key.isEmpty {
      places[card.key] = place
    }
    for record in links {
      guard record.fields.count == 2 else {
        contents.left.append(.detail(line: record.line, record.isBroken ? .quote : .columns))
        continue
      }
      guard let place = places[record.fields[0]] else { continue }
      guard contents.cards[place].card.groups.count < LocalCard.Limit.groups else { continue }
      contents.cards[place].card.groups.append(record.fields[1])
    }
  }
}

extension CatimaTable {
  /// The table of cards, as Catima reads it; the first card is number 1.
  static func text(_ cards: [LocalCard], zone: Zone = .utc) -> String {
    let hasGS1 = cards.contains { $0.isGS1 && $0.symbology != .code128 }
    let others = Set(cards.flatMap(\.rest.keys)).subtracting(columns + [gs1]).sorted()
    let extra = (hasGS1 ? [gs1] : []) + others
    let columns = columns + extra
    var known: Set<String> = []
    let groups = cards.flatMap(\.groups).filter { known.insert($0).inserted }
    var lines = ["2", "", "_id"] + groups.map(CSV.escaped) + ["", row(columns)]
    for (place, card) in cards.enumerated() {
      let values = CatimaRow(card, id: String(place + 1), zone: zone).values
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
