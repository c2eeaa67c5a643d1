import HTTPTypes
import Loyalty

/// What points are spent on.
extension Endpoint {
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

  static let coupons = Endpoint(
    .get, "/v1/me/coupons", .member, needs: [], feature: .rewards,
    answer: .tagged("CouponPage"),
    id: "listCoupons",
    summary: "The member's coupons, newest first, all on one page."
  ) { _ in .coupons }

  static let ofSpending: [Endpoint] = [
    .rewards, .redemption, .coupons,
  ]
}
