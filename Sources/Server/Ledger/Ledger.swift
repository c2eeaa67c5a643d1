import Contract
import Loyalty
import SQLite

/// The rules of points: lots, draws and lines.
///
/// At every moment the points of all lines add up to what remains in all active lots without what is
/// owed after returns; see `ServerSchema.returns`.
struct Ledger {
  let store: ServerStore
  let zone: Zone

  init(_ store: ServerStore, _ zone: Zone) {
    self.store = store
    self.zone = zone
  }

  /// What a line says beside its points.
  struct Words {
    var kind: LedgerEntry.Kind
    var title: LocalizedText
    var place: LocalizedText?
  }

  /// The last moment at which points can be spent that expire on a day: its end where the program
  /// is at home.
  func end(of day: Day) -> Instant {
    let midnight = Instant(milliseconds: (day.daysSince1970 + 1) * 86_400_000)
    // The offset may change between midnight in UTC and midnight there; twice is enough.
    let guess = midnight.adding(seconds: -Int64(zone.offset(at: midnight)))
    let start = midnight.adding(seconds: -Int64(zone.offset(at: guess)))
    return Instant(milliseconds: start.rawValue - 1)
  }

  /// Gives points; until `activeFrom` they are on the way and no line says so.
  ///
  /// - Returns: the lot.
  @discardableResult
  func earn(
    _ member: Member.ID, _ points: Points, _ words: Words, at now: Instant,
    activeFrom: Instant? = nil, lastDay: Day? = nil, _ connection: Connection
  ) throws -> Int64 {
    let active = activeFrom ?? now
    let id =
      try connection.first(
        """
        INSERT INTO lot (member, kind, title, place, granted, remaining, active_from, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """,
        [
          .text(member.rawValue), .text(words.kind.rawValue), .json(words.title),
          .optionalJSON(words.place), .integer(points.rawValue), .integer(points.rawValue),
          .integer(active.rawValue), .optional(lastDay.map { end(of: $0).rawValue }),
        ]
      ) { $0.int(0) } ?? 0
    if active <= now { try activate(lot: id, connection) }
    return id
  }

  /// Takes points from the lots that expire first.
  ///
  /// - Returns: the line, `nil` when there are not enough points.
  @discardableResult
  func spend(
    _ member: Member.ID, _ points: Points, _ words: Words, at now: Instant,
    _ connection: Connection
  ) throws -> LedgerEntry.ID? {
    try settle(member, now: now, connection)
    let lots = try connection.query(
      """
      SELECT id, remaining FROM lot
      WHERE member = ? AND entry IS NOT NULL AND remaining > 0 AND remaining <> 0
      ORDER BY expires_at IS NULL, expires_at, id
      """, [.text(member.rawValue)]
    ) { (id: $0.int(0), remaining: $0.int(1)) }
    guard points > .zero, try available(member, connection) >= points else { return nil }
    return try draw(points, from: lots, member, words, at: now, connection)
  }

  /// The lots that can be spent are enough for it.
  private func draw(
    _ points: Points, from lots: [(id: Int64, remaining: Int64)], _ member: Member.ID,
    _ words: Words, at now: Instant, _ connection: Connection
  ) throws -> LedgerEntry.ID {
    let entry = try add(-points, words, member, at: now, connection)
    var rest = points.rawValue
    for lot in lots where rest > 0 {
      let drawn = min(rest, lot.remaining)
      try draw(drawn, from: lot.id, for: entry, connection)
      rest -= drawn
    }
    return entry
  }

  /// Takes points from a lot for a line; below zero it gives them back.
  func draw(
    _ points: Int64, from lot: Int64, for entry: LedgerEntry.ID, _ connection: Connection
  ) throws {
    try connection.execute(
      "UPDATE lot SET remaining = remaining - ? WHERE id = ?", [.integer(points), .integer(lot)])
    try connection.execute(
      "INSERT INTO draw (entry, lot, points) VALUES (?, ?, ?)",
      [.text(entry.rawValue), .integer(lot), .integer(points)])
  }

  func add(
    _ points: Points, _ words: Words, _ member: Member.ID, at now: Instant,
    reverses: LedgerEntry.ID? = nil, _ connection: Connection
  ) throws -> LedgerEntry.ID {
    let id = Token.id("led")
    try connection.execute(
      """
      INSERT INTO entry (id, member, kind, points, title, place, created_at, reverses)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(id), .text(member.rawValue), .text(words.kind.rawValue), .integer(points.rawValue),
        .json(words.title), .optionalJSON(words.place), .integer(now.rawValue),
        .optional(reverses?.rawValue),
      ])
    return .init(id)
  }

  /// What can be spent; below zero is what is owed after returns of points that were spent.
  func available(_ member: Member.ID, _ connection: Connection) throws -> Points {
    try LedgerTotals(of: member, connection).available
  }

  /// What there was at a moment, whatever has happened since: all lines, without those after it.
  func available(
    _ member: Member.ID, at moment: Instant, _ connection: Connection
  ) throws -> Points {
    let later = try LedgerDay.points(of: member, after: moment, connection)
    return try LedgerTotals(of: member, connection).points - later
  }
}
