import Loyalty
import SQLite

/// Cards as rows of the wallet's tables.
enum WalletRows {
  private static let selection = """
    SELECT id, store, number, value, symbology, note, balance, expires_on, is_starred, is_archived,
      last_used, encoding, is_gs1, valid_from FROM card
    """

  /// In the order in which they came.
  static func cards(_ connection: Connection) throws(DatabaseError) -> [LocalCard] {
    var groups: [Int64: [String]] = [:]
    _ = try connection.query("SELECT card, name FROM card_group ORDER BY card, position") {
      groups[$0.int(0), default: []].append($0.text(1))
    }
    var rest: [Int64: [String: String]] = [:]
    _ = try connection.query("SELECT card, name, value FROM card_column") {
      rest[$0.int(0), default: [:]][$0.text(1)] = $0.text(2)
    }
    return try connection.query("\(selection) ORDER BY id") { row in
      LocalCard(row, groups: groups[row.int(0)] ?? [], rest: rest[row.int(0)] ?? [:])
    }
  }

  /// The card alone, without what other tables say about it.
  static func card(_ id: Int64, _ connection: Connection) throws(DatabaseError) -> LocalCard? {
    try connection.first("\(selection) WHERE id = ?", [.integer(id)]) {
      LocalCard($0, groups: [], rest: [:])
    }
  }

  /// The card with its groups and columns.
  static func whole(_ id: Int64, _ connection: Connection) throws(DatabaseError) -> LocalCard? {
    guard var card = try card(id, connection) else { return nil }
    card.groups = try groups(of: id, connection)
    card.rest = try rest(of: id, connection)
    return card
  }

  static func groups(
    of id: Int64, _ connection: Connection
  ) throws(DatabaseError) -> [String] {
    try connection.query(
      "SELECT name FROM card_group WHERE card = ? ORDER BY position", [.integer(id)]
    ) { $0.text(0) }
  }

  static func rest(
    of id: Int64, _ connection: Connection
  ) throws(DatabaseError) -> [String: String] {
    let columns = try connection.query(
      "SELECT name, value FROM card_column WHERE card = ?", [.integer(id)]
    ) { ($0.text(0), $0.text(1)) }
    return Dictionary(columns, uniquingKeysWith: { first, _ in first })
  }

  static func pictures(
    of id: Int64, _ connection: Connection
  ) throws(DatabaseError) -> [String: [UInt8]] {
    let pictures = try connection.query(
      "SELECT side, bytes FROM picture WHERE card = ?", [.integer(id)]
    ) { ($0.text(0), $0.blob(1)) }
    return Dictionary(pictures, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter id: of a card that has had one; `nil` is given the next.
  /// - Returns: the id.
  @discardableResult
  static func insert(
    _ card: LocalCard, id: Int64? = nil, at now: Instant, _ connection: Connection
  ) throws(DatabaseError) -> Int64? {
    let card = card.cleaned
    let id = try connection.first(
      """
      INSERT INTO card (store, number, value, symbology, note, balance, expires_on, is_starred,
        is_archived, last_used, encoding, is_gs1, valid_from, created_at, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """, columns(card) + [.integer(now.rawValue), .optional(id)]
    ) { $0.int(0) }
    if let id { try insertParts(card, id, connection) }
    return id
  }

  /// - Returns: whether there is such a card.
  static func update(
    _ card: LocalCard, _ id: Int64, _ connection: Connection
  ) throws(DatabaseError) -> Bool {
    let card = card.cleaned
    let count = try connection.execute(
      """
      UPDATE card SET store = ?, number = ?, value = ?, symbology = ?, note = ?, balance = ?,
        expires_on = ?, is_starred = ?, is_archived = ?, last_used = ?, encoding = ?, is_gs1 = ?,
        valid_from = ? WHERE id = ?
      """, columns(card) + [.integer(id)])
    guard count > 0 else { return false }
    try connection.execute("DELETE FROM card_group WHERE card = ?", [.integer(id)])
    try connection.execute("DELETE FROM card_column WHERE card = ?", [.integer(id)])
    try insertParts(card, id, connection)
    return true
  }

  /// Keeps the pictures of sides that have none yet.
  ///
  /// - Returns: whether there were such.
  static func add(
    _ pictures: [String: [UInt8]], to id: Int64, _ connection: Connection
  ) throws(DatabaseError) -> Bool {
    var count = 0
    for (side, bytes) in pictures {
      count += try connection.execute(
        "INSERT OR IGNORE INTO picture (card, side, bytes) VALUES (?, ?, ?)",
        [.integer(id), .text(side), .blob(bytes)])
    }
    return count > 0
  }

  private static func insertParts(
    _ card: LocalCard, _ id: Int64, _ connection: Connection
  ) throws(DatabaseError) {
    for (position, group) in card.groups.enumerated() {
      try connection.execute(
        "INSERT INTO card_group (card, position, name) VALUES (?, ?, ?)",
        [.integer(id), .integer(Int64(position)), .text(group)])
    }
    for (name, value) in card.rest {
      try connection.execute(
        "INSERT INTO card_column (card, name, value) VALUES (?, ?, ?)",
        [.integer(id), .text(name), .text(value)])
    }
  }

  private static func columns(_ card: LocalCard) -> [Value] {
    [
      .text(card.name), .text(card.number), .optional(card.value),
      .optional(card.symbology?.rawValue), .text(card.note), .text(card.balance),
      .optional(card.expiresOn?.description), .integer(card.isStarred ? 1 : 0),
      .integer(card.isArchived ? 1 : 0), .optional(card.lastUsed?.rawValue),
      .optional(card.encoding), .integer(card.isGS1 ? 1 : 0),
      .optional(card.validFrom?.description),
    ]
  }
}

extension LocalCard {
  fileprivate init(_ row: Row, groups: [String], rest: [String: String]) {
    self.init(
      id: ID(String(row.int(0))), name: row.text(1), number: row.text(2),
      value: row.optionalText(3), symbology: row.optionalText(4).map(Symbology.init(rawValue:)),
      encoding: row.optionalText(11), isGS1: row.bool(12), note: row.text(5),
      balance: row.text(6), validFrom: row.optionalText(13).flatMap { Day($0) },
      expiresOn: row.optionalText(7).flatMap { Day($0) }, groups: groups,
      isStarred: row.bool(8), isArchived: row.bool(9),
      lastUsed: row.optionalInt(10).map(Instant.init(milliseconds:)), rest: rest)
  }
}
