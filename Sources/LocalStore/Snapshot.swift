public import Loyalty
import SQLite

/// All that the first screen shows, read in one view of the store.
public struct HomeSnapshot: Hashable, Sendable {
  public var program: Program?
  public var member: Member?
  public var card: Card?
  public var balance: Balance?
  /// Newest first.
  public var latest: [LedgerEntry]
  /// When the server last confirmed the balance.
  public var balanceFetchedAt: Instant?
}

extension LocalStore {
  /// The slides before the first login, as they were saved.
  public func intro() throws(LocalStoreError) -> [UInt8]? {
    try read {
      try $0.first("SELECT intro FROM program WHERE intro IS NOT NULL", []) { $0.blob(0) }
    }
  }

  public func home(latest limit: Int) throws(LocalStoreError) -> HomeSnapshot {
    try read { try LocalStore.home($0, latest: limit) }
  }

  static func home(_ connection: Connection, latest limit: Int) throws -> HomeSnapshot {
    HomeSnapshot(
      program: try connection.first(
        """
        SELECT id, name, points_name, points_scale, languages, time_zone, theme, accent, site,
          phone, email, hours, features, picture
        FROM program
        """, [], Program.init(row:)),
      member: try connection.first(
        "SELECT id, name, phone, joined_at, roles FROM member", [], Member.init(row:)),
      card: try connection.first(
        "SELECT id, symbology, value, number FROM card ORDER BY position", [], Card.init(row:)),
      balance: try balance(connection),
      latest: try ledger(connection, before: nil, limit: limit),
      balanceFetchedAt: try connection.first(
        "SELECT fetched_at FROM resource WHERE name = 'balance'"
      ) { Instant(milliseconds: $0.int(0)) })
  }

  private static func balance(_ connection: Connection) throws -> Balance? {
    let expiring = try connection.query(
      "SELECT points, at, day FROM expiry ORDER BY position"
    ) { row in
      Day(row.text(2)).map { day in
        Expiry(points: Points(row.int(0)), at: Instant(milliseconds: row.int(1)), on: day)
      }
    }
    return try connection.first("SELECT available, pending, reserved, as_of FROM balance") { row in
      Balance(
        available: Points(row.int(0)), pending: Points(row.int(1)), reserved: Points(row.int(2)),
        expiring: expiring.compactMap(\.self), asOf: Instant(milliseconds: row.int(3)))
    }
  }
}

extension Program {
  init(row: Row) {
    self.init(
      id: .init(row.text(0)), name: Columns.text(row.text(1)),
      pointsName: Columns.forms(row.text(2)), pointsScale: Int(row.int(3)),
      languages: Columns.list(row.text(4)).map(Language.init(rawValue:)), timeZone: row.text(5),
      brand: Brand(
        theme: row.text(6), accent: row.text(7),
        picture: row.optionalText(13).flatMap(Columns.picture)),
      contacts: Contacts(
        site: row.optionalText(8), phone: row.optionalText(9), email: row.optionalText(10),
        hours: row.optionalText(11).map(Columns.text)),
      features: row.optionalText(12).map { Columns.list($0).map(Feature.init(rawValue:)) })
  }
}

extension Member {
  init(row: Row) {
    self.init(
      id: .init(row.text(0)), name: row.text(1), phone: row.text(2),
      joinedAt: Instant(milliseconds: row.int(3)),
      roles: Columns.list(row.text(4)).map(Role.init(rawValue:)))
  }
}

extension Card {
  init(row: Row) {
    self.init(
      id: .init(row.text(0)), symbology: Symbology(rawValue: row.text(1)), value: row.text(2),
      number: row.text(3))
  }
}

extension LedgerEntry {
  /// Columns `id, kind, points, title, place, created_at, reverses, receipt`.
  init(row: Row) {
    self.init(
      id: .init(row.text(0)), kind: Kind(rawValue: row.text(1)), points: Points(row.int(2)),
      title: Columns.text(row.text(3)), place: row.optionalText(4).map(Columns.text),
      createdAt: Instant(milliseconds: row.int(5)),
      reverses: row.optionalText(6).map { .init($0) },
      receipt: row.optionalText(7).flatMap(Columns.receipt))
  }
}
