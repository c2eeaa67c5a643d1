public import Loyalty
import SQLite

extension LocalStore {
  public func save(
    _ program: Program, intro: [UInt8]? = nil, at now: Instant
  ) throws(LocalStoreError) {
    try write { connection in
      try connection.execute("DELETE FROM program")
      let contacts = program.contacts
      try connection.execute(
        """
        INSERT INTO program (
          id, name, points_name, points_scale, languages, time_zone, theme, accent, site,
          phone, email, hours, features, intro, picture)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          word(program.id.rawValue), .text(Columns.encode(program.name, limit: 80)),
          .text(Columns.encode(program.pointsName)),
          .integer(Int64(min(2, max(0, program.pointsScale)))),
          .text(Columns.encode(program.languages.map(\.rawValue))), word(program.timeZone),
          word(program.brand.theme), word(program.brand.accent),
          .optional(contacts.site.map { cleaned($0, limit: 200) }),
          .optional(contacts.phone.map { cleaned($0, limit: 40) }),
          .optional(contacts.email.map { cleaned($0, limit: 200) }),
          .optional(contacts.hours.map { Columns.encode($0) }),
          .optional(program.features.map { Columns.encode($0.map(\.rawValue)) }),
          intro.map { .blob($0) } ?? .null,
          .optional(program.brand.picture.map { Columns.encode($0) }),
        ])
      try note(.program, now, connection)
    }
  }

  public func save(_ member: Member, at now: Instant) throws(LocalStoreError) {
    try write { connection in
      try connection.execute("DELETE FROM member")
      try connection.execute(
        "INSERT INTO member (id, name, phone, joined_at, roles) VALUES (?, ?, ?, ?, ?)",
        [
          word(member.id.rawValue), .text(cleaned(member.name, limit: 100)), word(member.phone),
          .integer(member.joinedAt.rawValue),
          .text(Columns.encode(member.roles.map(\.rawValue))),
        ])
      try note(.member, now, connection)
    }
  }

  public func save(_ cards: [Card], at now: Instant) throws(LocalStoreError) {
    try write { connection in
      try connection.execute("DELETE FROM card")
      for (position, card) in cards.prefix(100).enumerated() {
        try connection.execute(
          "INSERT INTO card (position, id, symbology, value, number) VALUES (?, ?, ?, ?, ?)",
          [
            .integer(Int64(position)), word(card.id.rawValue), word(card.symbology.rawValue),
            // NB: the value is what the till reads; it is never shown, and encoded as it is.
            .text(card.value), word(card.number),
          ])
      }
      try note(.cards, now, connection)
    }
  }

  public func save(_ balance: Balance, at now: Instant) throws(LocalStoreError) {
    try write { connection in
      try connection.execute("DELETE FROM balance")
      try connection.execute("DELETE FROM expiry")
      try connection.execute(
        "INSERT INTO balance (available, pending, reserved, as_of) VALUES (?, ?, ?, ?)",
        [
          .integer(balance.available.rawValue), .integer(balance.pending.rawValue),
          .integer(balance.reserved.rawValue), .integer(balance.asOf.rawValue),
        ])
      for (position, expiry) in balance.expiring.prefix(100).enumerated() {
        try connection.execute(
          "INSERT INTO expiry (position, points, at, day) VALUES (?, ?, ?, ?)",
          [
            .integer(Int64(position)), .integer(expiry.points.rawValue),
            .integer(expiry.at.rawValue), .text(expiry.on.description),
          ])
      }
      try note(.balance, now, connection)
    }
  }

  /// Logging out: everything about the member goes, what the business shows to everybody stays.
  public func forget() throws(LocalStoreError) {
    try write { connection in
      for table in [
        "member", "card", "balance", "expiry", "ledger", "ledger_stretch", "document", "outbox",
        "changes",
      ] {
        try connection.execute("DELETE FROM \(table)")
      }
      // What was seen of the program belongs to this machine, not to a member.
      try connection.execute(
        "DELETE FROM choice WHERE name <> ?", [.text(Choice.introSeen.rawValue)])
      try connection.execute("DELETE FROM resource WHERE name <> 'program'")
    }
    do {
      try database.checkpoint()
    } catch {
      // NB: the data are gone for every reader; only the log's old bytes stay until it is reused.
    }
  }

  func note(_ resource: Resource, _ now: Instant, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO resource (name, fetched_at) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET fetched_at = excluded.fetched_at
      """, [.text(resource.rawValue), .integer(now.rawValue)])
  }

  private func word(_ text: String) -> Value { .text(Columns.word(text)) }
}
