public import Loyalty

/// Body of `POST /v1/rewards/{id}/redemptions`.
public struct Redemption: Codable, Hashable, Sendable {
  /// What the member saw and agreed to; another price is refused with `price_changed`.
  public var expectedCost: Points

  public init(expectedCost: Points) {
    self.expectedCost = expectedCost
  }

  enum CodingKeys: String, CodingKey {
    case expectedCost = "expected_cost"
  }
}
