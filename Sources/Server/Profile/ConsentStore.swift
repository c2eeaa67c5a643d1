import Contract
import Loyalty
import SQLite

extension ServerStore {
  func consents(of member: Member.ID) throws -> Consents {
    try database.read { try consents(of: member, $0) }
  }

  /// Gives and takes back, all or none; the same twice keeps the time of the first.
  func set(
    _ changes: [Consent.Change], of member: Member.ID, at now: Instant
  ) throws -> Consents {
    try database.write(locking: []) { connection in
      for change in changes {
        let present = try consents(of: member, connection).consents.first { $0.id == change.id }
        let isSame =
          present?.isGiven == change.isGiven
          && (!change.isGiven || present?.givenVersion == change.version)
        guard !isSame else { continue }
        try connection.execute(
          "INSERT INTO consent (member, name, version, is_given, at) VALUES (?, ?, ?, ?, ?)",
          [
            .text(member.rawValue), .text(change.id.rawValue), .text(change.version),
            .integer(change.isGiven ? 1 : 0), .integer(now.rawValue),
          ])
      }
      return try consents(of: member, connection)
    }
  }

  /// All that was given and taken back, the oldest first.
  func consentHistory(of member: Member.ID) throws -> [ExportedConsent] {
    try database.read { try consentHistory(of: member, $0) }
  }

  private func consents(of member: Member.ID, _ connection: Connection) throws -> Consents {
    let history = try consentHistory(of: member, connection)
    return Consents(
      consents: ConsentRules.all.map { consent in
        var consent = consent
        if let last = history.last(where: { $0.id == consent.id }), last.isGiven {
          consent.givenAt = last.at
          consent.givenVersion = last.version
        }
        return consent
      })
  }

  private func consentHistory(
    of member: Member.ID, _ connection: Connection
  ) throws -> [ExportedConsent] {
    // Who joins accepts the terms: nobody gets in without.
    let joined = try connection.first(
      "SELECT joined_at FROM member WHERE id = ?", [.text(member.rawValue)]
    ) { row in
      ConsentRules.all.filter(\.isRequired).map {
        ExportedConsent(
          id: $0.id, version: $0.version, isGiven: true, at: Instant(milliseconds: row.int(0)))
      }
    }
    let later = try connection.query(
      "SELECT name, version, is_given, at FROM consent WHERE member = ? ORDER BY id",
      [.text(member.rawValue)]
    ) { row in
      ExportedConsent(
        id: .init(row.text(0)), version: row.text(1), isGiven: row.bool(2),
        at: Instant(milliseconds: row.int(3)))
    }
    return (joined ?? []) + later
  }
}
