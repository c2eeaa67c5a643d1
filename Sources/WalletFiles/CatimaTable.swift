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
    let lines = text.split(whereSeparator: \.isNewline).prefix(2).map { String($0) }
    guard var line = lines.first else { return false }
    if isHint(line), let second = lines.dropFirst().first { line = second }
    return CSV.separators.contains { separator in
      // A line that is no record is the beginning of no table.
      guard let first = try? CSV.records(line, CSV.Dialect(separator: separator)).first else {
        return false
      }
      return isVersion(first) || isHeader(names(first))
    }
  }

  /// The line with which a spreadsheet names its separator.
  private static func isHint(_ line: String) -> Bool {
    line.withoutMark.lowercased().hasPrefix("sep=") && line.utf8.count <= 8
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

  /// The names of columns as Catima has them, whatever case and spaces a spreadsheet has given them,
  /// without empty ones at the end.
  private static func names(_ record: CSV.Record) -> [String] {
    var names = record.fields.map { field in
      let name = field.filter { !$0.isWhitespace }.lowercased()
      return own.contains(name) || columns.contains(name) ? name : field
    }
    while names.count > 1, names.last?.isEmpty == true { names.removeLast() }
    return names
  }

  /// How the line with the columns' names is written; the other lines are written so too.
  private static func dialect(_ text: String) -> CSV.Dialect {
    for line in text.split(whereSeparator: \.isNewline) {
      guard line.utf8.count <= 10_000, line.lowercased().contains("cardid") else { continue }
      for separator in CSV.separators {
        var dialect = CSV.Dialect(separator: separator)
        // A line that is no record has no names.
        guard let header = try? CSV.records(String(line), dialect).first, isHeader(names(header))
        else { continue }
        let parts = line.utf8.split(separator: separator).dropFirst()
        dialect.isSpaced = parts.allSatisfy { $0.first == UInt8(ascii: " ") }
        return dialect
      }
    }
    return CSV.Dialect()
  }

  /// Takes what can be read of the table, of version 2 or of the one before, which is the cards alone.
  static func contents(
    _ text: String, zone: Zone = .utc
  ) throws(WalletFileProblem) -> Contents {
    let dialect = dialect(text)
    var records = try CSV.records(text, dialect)[...]
    if let first = records.first?.fields.first, isHint(first) { records.removeFirst() }
    records = records.drop { $0.isBlank }
    var version = 1
    if let first = records.first, isVersion(first) {
      version = Int(first.fields[0]) ?? 0
      records.removeFirst()
    } else if records.first.map({ isHeader(names($0)) }) != true {
      throw .line(1, reason: .version)
    }
    var reader = Reader(zone: zone, hasCommas: dialect.separator != UInt8(ascii: ","))
    for section in records.split(whereSeparator: \.isBlank) { try reader.read(section) }
    guard reader.hasCards else {
      // NB: of a version that nobody knows yet the table of cards may be as it was.
      throw version > 2
        ? .line(1, reason: .version)
        : .line(
          reader.unknown.first ?? reader.skipped ?? records.last?.line ?? 1, reason: .header)
    }
    return reader.finished
  }

  private static func hasSoundNames(_ names: [String]) -> Bool {
    Set(names).count == names.count && names.count <= own.count + LocalCard.Limit.columns
      && names.allSatisfy { !$0.isEmpty && $0.count <= LocalCard.Limit.columnName }
  }

  /// Reads one part of the table after the other.
  private struct Reader {
    let zone: Zone
    /// Whether a comma can stand in a number.
    let hasCommas: Bool
    var contents = Contents()
    var links: [CSV.Record] = []
    var hasCards = false
    /// The lines on which parts begin that are none of Catima's.
    var unknown: [Int] = []

    /// Where names of groups went on behind a blank line, or something else began that looks so.
    var skipped: Int?

    /// What the part before was.
    private var part = Part.none

    init(zone: Zone, hasCommas: Bool) {
      self.zone = zone
      self.hasCommas = hasCommas
    }

    private enum Part {
      case none
      case groups
      case cards([String])
      case links
    }

    mutating func read(_ section: ArraySlice<CSV.Record>) throws(WalletFileProblem) {
      guard let header = section.first else { return }
      let names = names(header)
      if names == ["_id"] {
        part = .groups
      } else if names.map({ $0.lowercased() }) == ["cardid", "groupid"] {
        part = .links
        links += section.dropFirst()
      } else if isHeader(names), hasSoundNames(names) {
        part = .cards(names)
        hasCards = true
        try read(names, section.dropFirst())
      } else {
        try goOn(names, section)
      }
    }

    /// A blank line in the middle of a part does not end it.
    private mutating func goOn(
      _ names: [String], _ section: ArraySlice<CSV.Record>
    ) throws(WalletFileProblem) {
      switch part {
      case .cards(let columns) where names.count <= columns.count && !isHeader(names):
        try read(columns, section)
      case .links where names.count <= 2 && isAboutCards(section): links += section
      case .groups where names.count == 1: skipped = skipped ?? section.first?.line
      case .none, .groups, .cards, .links:
        part = .none
        unknown += section.prefix(1).map(\.line)
      }
    }

    private func isAboutCards(_ section: ArraySlice<CSV.Record>) -> Bool {
      let keys = Set(contents.cards.map(\.key))
      return section.allSatisfy { $0.fields.first.map(keys.contains) == true }
    }

    private mutating func read(
      _ names: [String], _ records: ArraySlice<CSV.Record>
    ) throws(WalletFileProblem) {
      guard contents.cards.count + records.count <= LocalCard.Limit.cards else {
        throw .tooManyCards(limit: LocalCard.Limit.cards)
      }
      var keys = Set(contents.cards.map(\.key))
      for record in records {
        guard !record.isBroken else {
          contents.left.append(
            .card(line: record.line, character: record.character, .quote))
          continue
        }
        guard let fields = fields(of: record, names) else {
          contents.left.append(.card(line: record.line, .columns))
          continue
        }
        let values = Dictionary(zip(names, fields), uniquingKeysWith: { first, _ in first })
        let row = CatimaRow(
          values: values, line: record.line, zone: zone, hasCommas: hasCommas)
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

    /// As many fields as there are names: empty ones at the end may be too many or missing, as long as
    /// the card has its name and its number.
    private func fields(of record: CSV.Record, _ names: [String]) -> [String]? {
      let needed = ["store", "cardid"].compactMap(names.firstIndex(of:)).max() ?? 0
      guard record.fields.count > needed,
        record.fields.dropFirst(names.count).allSatisfy(\.isEmpty)
      else { return nil }
      let missing = max(0, names.count - record.fields.count)
      return record.fields.prefix(names.count) + Array(repeating: "", count: missing)
    }

    /// With the groups of the cards, and all of it cleaned.
    var finished: Contents {
      var contents = contents
      contents.left += unknown.map { .card(line: $0, .header) }
      link(&contents)
      contents.cards = contents.cards.map { ($0.key, $0.card.cleaned) }
      return contents
    }

    /// NB: Catima's own example links a card that is not in the table, so that is no mistake.
    private func link(_ contents: inout Contents) {
      var places: [String: Int] = [:]
      for (place, card) in contents.cards.enumerated() where !card.key.isEmpty {
        places[card.key] = place
      }
      for record in links {
        guard !record.isBroken else {
          contents.left.append(.detail(line: record.line, .quote))
          continue
        }
        guard record.fields.count >= 2, record.fields.dropFirst(2).allSatisfy(\.isEmpty) else {
          contents.left.append(.detail(line: record.line, .columns))
          continue
        }
        guard let place = places[record.fields[0]] else { continue }
        let group = record.fields[1]
        let groups = contents.cards[place].card.groups
        guard !groups.contains(group) else { continue }
        guard groups.count < LocalCard.Limit.groups, group.count <= LocalCard.Limit.group else {
          contents.left.append(.detail(line: record.line, .groups))
          continue
        }
        contents.cards[place].card.groups.append(group)
      }
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

extension String {
  /// Without the mark of the byte order.
  fileprivate var withoutMark: Substring {
    unicodeScalars.first == "\u{FEFF}" ? Substring(unicodeScalars.dropFirst()) : self[...]
  }
}
