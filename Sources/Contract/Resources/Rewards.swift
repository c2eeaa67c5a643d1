import HTTPTypes
public import Loyalty

/// Body of `POST /v1/rewards/{id}/redemptions`.
public struct Redemption: Codable, Equatable, Sendable {
  /// What the member saw and agreed to; another price is refused with `price_changed`.
  public var expectedCost: Points

  public init(expectedCost: Points) {
    self.expectedCost = expectedCost
  }

  enum CodingKeys: String, CodingKey {
    case expectedCost = "expected_cost"
  }
}

extension Endpoint {
  static let ofRewards: [Endpoint] = [.rewards, .redemption]

  static let rewards = Endpoint(
    .get, "/v1/rewards", .guestOrMember, needs: [], feature: .rewards,
    answer: .tagged("RewardPage"),
    id: "listRewards",
    summary: "What points can be spent on, and why the member cannot take some of it."
  ) { _ in .rewards }

  static let redemption = Endpoint(
    .post, "/v1/rewards/{id}/redemptions", .member, needs: .key, feature: .rewards,
    path: "RewardID",
    body: .json("Redemption"), answer: .created("Coupon"),
    problems: [
      .notFound, .insufficientPoints, .outOfStock, .limitReached, .notEligible, .priceChanged,
      .rewardInactive,
    ],
    id: "redeemReward",
    summary: "Spend points on a reward; the answer is its coupon."
  ) { .redemption(Reward.ID($0.name)) }
}

extension Schema {
  static let rewards: [String: JSON] = [
    "Reward": object(
      "Something that points can be spent on, as the member who asks sees it.",
      [
        "id": id,
        "kind": openEnum(["drink", "food", "discount", "goods", "experience"]),
        "title": reference("LocalizedText"),
        "description": reference("LocalizedText"),
        "cost": points,
        "stock_left": nullable(whole("Pieces; null is without end.", 0...1_000_000_000)),
        "limit_per_member": nullable(whole("How many one member may take.", 1...1_000_000)),
        "blockers": list(of: reference("Blocker")),
        "picture": nullable(reference("Picture")),
      ]),
    "Blocker": object(
      "A reason why the member cannot take a reward now.",
      [
        "code": openEnum([
          "unauthenticated", "not_eligible", "limit_reached", "out_of_stock",
          "insufficient_points",
        ]),
        "message": nullable(text("For people, in the language of the request.")),
      ]),
    "RewardPage": page(of: "Reward"),
    "Redemption": object("What the member agreed to.", ["expected_cost": points]),
  ]
}

extension Sample {
  static let rewards = [
    Sample("RewardPage", page(eachReward)),
    Sample("Redemption", Redemption(expectedCost: Points(150))),
  ]

  private static let eachReward = [
    Reward(
      id: .init("r1"), kind: .drink, title: text, description: text, cost: Points(150),
      stockLeft: 3, limitPerMember: 1,
      blockers: [
        Reward.Blocker(code: .outOfStock, message: "m"),
        Reward.Blocker(code: .notEligible, message: nil),
      ], picture: picture),
    Reward(
      id: .init("r2"), kind: .food, title: text, description: text, cost: Points(1),
      stockLeft: nil, limitPerMember: nil, blockers: []),
  ]
}
