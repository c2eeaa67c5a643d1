public import Loyalty

/// All that a member can agree to.
public struct Consents: Codable, Hashable, Sendable {
  public var consents: [Consent]

  public init(consents: [Consent]) {
    self.consents = consents
  }
}

/// Body of `PATCH /v1/me/consents`: what is not named stays as it is.
public struct ConsentChanges: Codable, Hashable, Sendable {
  /// 1–20 of them, in the order in which they count.
  public var changes: [Consent.Change]

  public init(changes: [Consent.Change]) {
    self.changes = changes
  }

  public static let limits = 1...20
}
