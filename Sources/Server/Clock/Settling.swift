import Contract
public import Loyalty
import SQLite

/// What time has done by the calendar and nobody has written yet.
public struct DueWork: Hashable, Sendable {
  /// Members who lose points, and how many in all.
  public var expiringMembers = 0
  public var expiring = Points.zero
  /// Members who get points that were on the way, and how many in all.
  public var arrivingMembers = 0
  public var arriving = Points.zero
  /// Screens whose moment of publication has come.
  public var screens = 0
  /// Sales of a date that has not come, the latest first: a clock stood ahead when they were made.
  public var ahead: [DatedAhead] = []

  /// A sale that its members find above all others, and whose points live too long.
  public struct DatedAhead: Hashable, Sendable {
    public var sale: String
    public var at: Instant
  }

  public init() {}

  /// In English, a line for each kind of it.
  ///
  /// - Parameters:
  ///   - scale: decimals of the program's points.
  ///   - done: whether it has been done, or would be.
  public func lines(scale: Int, done: Bool) -> [String] {
    func number(_ points: Points) -> String { TillReceipt.number(points, scale: scale) }
    func members(_ count: Int, _ one: String, _ more: String) -> String {
      count == 1 ? "1 member \(one)" : "\(count) members \(more)"
    }
    let expired = members(
      expiringMembers, done ? "has lost" : "would lose", done ? "have lost" : "would lose")
    var lines = ["\(expired) \(number(expiring)) points that have expired"]
    if arrivingMembers > 0 {
      let arrived = members(
        arrivingMembers, done ? "has got" : "would get", done ? "have got" : "would get")
      lines.append("\(arrived) \(number(arriving)) points that were on the way")
    }
    if screens > 0 {
      let noun = screens == 1 ? "planned screen" : "planned screens"
      let verb = done ? screens == 1 ? "is" : "are" : "would be"
      lines.append("\(screens) \(noun) \(verb) published")
    }
    return lines + linesOfSales
  }

  /// Of sales that only a person can put right.
  private var linesOfSales: [String] {
    guard let latest = ahead.first else { return [] }
    let sales = ahead.count == 1 ? "1 sale is" : "\(ahead.count) sales are"
    let named = ahead.prefix(20).map { "  \($0.at.rfc3339) \($0.sale)" }
    let rest = ahead.count - named.count
    return [
      "\(sales) dated later than now, up to \(latest.at.rfc3339), by a clock that stood ahead; the "
        + "points are there, and live longer by as much. Each can be taken back with "
        + "loyalhub-server till return --sale NAME, and sold anew:"
    ] + named + (rest > 0 ? ["  and \(rest) more"] : [])
  }
}

extension LoyaltyServer {
  /// What the clock shows, believed or not.
  public var now: Instant { clock.now }

  /// Why what expires by time waits, for the operator; `nil` when nothing waits.
  public var clockDoubt: String? { store.trust.doubt?.words(database: path) }

  /// What `settle` would do now.
  public func due() throws -> DueWork {
    let now = [Value.integer(clock.now.rawValue)]
    return try store.database.read { connection in
      var due = DueWork()
      func count(_ sql: String) throws -> (Int, Points) {
        try connection.first(sql, now) { (Int($0.int(0)), Points($0.int(1))) } ?? (0, .zero)
      }
      (due.expiringMembers, due.expiring) = try count(
        """
        SELECT count(DISTINCT member), coalesce(sum(remaining), 0) FROM lot
        WHERE remaining > 0 AND expires_at <= ?
        """)
      (due.arrivingMembers, due.arriving) = try count(
        """
        SELECT count(DISTINCT member), coalesce(sum(granted), 0) FROM lot
        WHERE entry IS NULL AND granted > 0 AND active_from <= ?
        """)
      due.screens = try count("SELECT count(*), 0 FROM screen WHERE publish_at <= ?").0
      // Clocks of instances differ by less than a minute.
      due.ahead = try connection.query(
        "SELECT id, at FROM kept_purchase WHERE at > ? + 60000 ORDER BY at DESC, id", now
      ) { DueWork.DatedAhead(sale: $0.text(0), at: Instant(milliseconds: $0.int(1))) }
      return due
    }
  }

  /// Says that the clock is right, here and to all instances on this database, and does what has
  /// waited for it.
  public func settle() throws {
    try store.believe(clock, isClean: true)
    let now = clock.now
    let ledger = Ledger(store, try store.zone())
    let members = try store.database.read { connection in
      try connection.query(
        """
        SELECT DISTINCT member FROM lot WHERE remaining > 0
          AND CASE WHEN entry IS NULL THEN active_from ELSE expires_at END <= ?
        """, [.integer(now.rawValue)]
      ) { Member.ID($0.text(0)) }
    }
    // One at a time, so that nobody waits for all.
    for member in members { try ledger.settle(member, now: now) }
    try store.publishDue(at: now)
    _ = try store.purgeSome(now: clock.machine)
  }

  /// Decimals of the program's points.
  public func pointsScale() throws -> Int { try store.program().pointsScale }
}
