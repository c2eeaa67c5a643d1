import Contract
import Loyalty
import SQLite
import YAML

/// What came of a text that is to become the terms of the program.
public enum TermsPublication: Hashable, Sendable {
  /// Members are asked for it, each at the next start.
  case published(version: String)
  /// They are what was there already.
  case unchanged(version: String)
  /// Under that version others have agreed to another text.
  case versionTaken(String)
}

extension LoyaltyServer {
  /// Makes the text of a file, as `terms.yaml` of a brand, the terms of the program.
  ///
  /// - Throws: what is wrong with the file, and where.
  public func publishTerms(_ bytes: [UInt8], file: String) throws -> TermsPublication {
    let words = ProgramTerms(
      languages: try store.program().languages, pointsScale: 0, currency: Till.currency,
      timeZone: "UTC")
    let terms = try words.membership(try YAMLNode.document(in: bytes, file: file))
    return try store.database.write(locking: []) { connection in
      let body = try store.setting(ServerStore.membershipTerms, connection)
      let before = try body.map { try Wire.decode(MembershipTerms.self, from: Array($0.utf8)) }
      if before == terms { return .unchanged(version: terms.version) }
      // What somebody has agreed to is known by its version alone.
      let isAgreed = try connection.first(
        "SELECT 1 FROM consent WHERE name = ? AND version = ?",
        [.text(ConsentRules.terms.rawValue), .text(terms.version)], { _ in true })
      guard before?.version != terms.version, isAgreed == nil else {
        return .versionTaken(terms.version)
      }
      try connection.execute(
        """
        INSERT INTO setting (name, value) VALUES (?1, ?2)
        ON CONFLICT (name) DO UPDATE SET value = ?2
        """, [.text(ServerStore.membershipTerms), .json(terms)])
      return .published(version: terms.version)
    }
  }
}
