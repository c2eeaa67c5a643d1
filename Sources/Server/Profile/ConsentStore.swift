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

  /// The name of a setting.
  static let membershipTerms = "terms"

  func consentRules() throws -> [Consent] { try database.read { try consentRules($0) } }

  /// The texts of today.
  func consentRules(_ connection: Connection) throws -> [Consent] {
    guard let body = try setting(Self.membershipTerms, connection) else {
      return ConsentRules.all(nil)
    }
    return ConsentRules.all(
      try knownTerms.value(of: [body]) { _ in
        try Wire.decode(MembershipTerms.self, from: Array(body.utf8))
      })
  }

  /// All that was given and taken back, the oldest first.
  func consentHistory(of member: Member.ID) throws -> [ExportedConsent] {
    try database.read { try consentHistory(of: member, $0) }
  }

  private func consents(of member: Member.ID, _ connection: Connection) throws -> Consents {
    let history = try consentHistory(of: member, connection)
    return Consents(
      consents: try consentRules(connection).map { consent in
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
    try connection.query(
      "SELECT name, version, is_given, at FROM consent WHERE member = ? ORDER BY id",
      [.text(member.rawValue)]
    ) { row in
      ExportedConsent(
        id: .init(row.text(0)), version: row.text(1), isGiven: row.bool(2),
        at: Instant(milliseconds: row.int(3)))
    }
  }
}
