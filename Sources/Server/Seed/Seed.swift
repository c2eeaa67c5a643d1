import Contract
import Loyalty
import SQLite

/// A program with members and their history, to look at and to test with.
public enum Seed: String, CaseIterable, Sendable {
  /// A coffee chain.
  case coffee
  /// A chain of pharmacies, in Russian.
  case pharmacy
  /// A chain of bookshops, in English.
  case books
}

extension ServerStore {
  /// Fills an empty database, all or nothing; one that holds a program is left as it is.
  func fill(with seed: Seed, now: Instant) throws {
    let isFilled = try database.read { try $0.first("SELECT 1 FROM program") { _ in true } }
    if isFilled == true { return }
    try database.write(locking: []) { connection in
      guard try connection.first("SELECT 1 FROM program", [], { _ in true }) == nil else { return }
      let folder = try ProgramFolder.shipped(seed)
      switch seed {
      case .coffee: try CoffeeSeed(folder: folder, store: self, now: now).fill(connection)
      case .pharmacy: try BrandSeed(.pharmacy, folder, self, now: now).fill(connection)
      case .books: try BrandSeed(.books, folder, self, now: now).fill(connection)
      }
      try Ledger(self, try zone(connection)).sumUpReceipts(connection)
      try agreeAll(connection)
      try connection.execute(
        "INSERT INTO setting (name, value) VALUES ('demo', ?)", [.text(seed.rawValue)])
      // The first days of a demo have messages of their own.
      try connection.execute(
        "UPDATE lot SET reminded_at = ?1 WHERE expires_at <= ?2",
        [.integer(now.rawValue), .integer(now.adding(days: ServerStore.reminderDays).rawValue)])
      // Nobody was there to be told.
      try connection.execute("DELETE FROM event")
    }
  }

  /// The people of a seed have agreed when they joined.
  func agreeAll(_ connection: Connection) throws {
    for terms in try consentRules(connection) where terms.isRequired {
      try connection.execute(
        """
        INSERT INTO consent (member, name, version, is_given, at)
        SELECT id, ?1, ?2, 1, joined_at FROM member
        WHERE id NOT IN (SELECT member FROM consent WHERE name = ?1) ORDER BY id
        """, [.text(terms.id.rawValue), .text(terms.version)])
    }
  }

  /// The zone in which the program's points expire.
  func zone() throws -> Zone { Zone.named(try program().timeZone) }

  func zone(_ connection: Connection) throws -> Zone {
    Zone.named(try program(connection).timeZone)
  }
}

extension Ledger {
  /// The first moment of a day where the program is at home.
  func start(of day: Day) -> Instant {
    Instant(milliseconds: end(of: Day(daysSince1970: day.daysSince1970 - 1)).rawValue + 1)
  }

  /// So many seconds ago, or the first moment of today when that was yesterday.
  func today(secondsBefore now: Instant, _ seconds: Int64) -> Instant {
    max(now.adding(seconds: -seconds), start(of: zone.local(now).day))
  }
}

extension Zone {
  /// The zones of the seeds.
  ///
  /// NB: Foundation knows no zone by name in a static build, and a server
  /// without `/usr/share/zoneinfo` must still expire points at the right moment.
  static func named(_ name: String) -> Zone {
    switch name {
    // Moscow left summer time for good on 2014-10-26 at 02:00 (+04:00 before).
    case "Europe/Moscow":
      Zone(
        initialOffset: 4 * 3600,
        changes: [Change(from: Instant(milliseconds: 1_414_274_400_000), offset: 3 * 3600)])
    // The others have not changed their clocks since 2016-12-04.
    case "Europe/Kaliningrad": Zone(initialOffset: 2 * 3600)
    case "Europe/Samara": Zone(initialOffset: 4 * 3600)
    case "Asia/Yekaterinburg": Zone(initialOffset: 5 * 3600)
    case "Asia/Novosibirsk": Zone(initialOffset: 7 * 3600)
    case "Asia/Vladivostok": Zone(initialOffset: 10 * 3600)
    case "Europe/Belgrade": .european(offset: 3600)
    case "Europe/Dublin": .european(offset: 0)
    default: .utc
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same history everywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
