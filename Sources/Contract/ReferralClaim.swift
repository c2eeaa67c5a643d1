/// Body of `POST /v1/referrals`: who sent the member who asks.
public struct ReferralClaim: Codable, Hashable, Sendable {
  /// Case, spaces and hyphens do not matter.
  public var code: String

  public init(code: String) {
    self.code = code
  }

  /// Bytes.
  public static let longest = 40
}
