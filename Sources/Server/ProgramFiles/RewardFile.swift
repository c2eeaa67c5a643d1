import Loyalty
import YAML

/// A reward as a business writes it.
struct WrittenReward: Hashable, Sendable {
  var id: Reward.ID
  var kind: Reward.Kind
  var title: LocalizedText
  var description: LocalizedText
  var cost: Points
  /// How many there are; `nil` is any number.
  let stock: Int?
  /// How many a member may take; `nil` is any number.
  let limit: Int?
  /// Days of membership before it may be taken.
  var memberDays: Int
  /// What a coupon takes off a purchase.
  let value: Money?
  /// Days that a coupon lives.
  var couponDays: Int
  var isActive: Bool
  var picture: Picture?
}

extension ProgramTerms {
  private static let kinds: [Reward.Kind] = [.drink, .food, .discount, .goods, .experience]

  /// `rewards.yaml`: what points buy, in the order of the shelf.
  func rewards(_ node: YAMLNode) throws(YAMLError) -> [WrittenReward] {
    var rewards: [WrittenReward] = []
    for fields in try node.items() {
      try fields.allow(
        Self.pictureKeys.union([
          "id", "kind", "title", "description", "cost", "stock", "limit", "member_for", "value",
          "coupon_days", "active",
        ]))
      let kind = try fields.required("kind").choice(of: Self.kinds.map(\.rawValue))
      rewards.append(
        WrittenReward(
          id: .init(try fields.required("id").identifier()), kind: .init(rawValue: kind),
          title: try text(try fields.required("title")),
          description: try text(try fields.required("description")),
          cost: try somePoints(try fields.required("cost")),
          stock: try fields.optionalWhole("stock", in: 0...1_000_000_000),
          limit: try fields.optionalWhole("limit", in: 1...1_000_000),
          memberDays: try fields.optionalWhole("member_for", in: 0...36_500) ?? 0,
          value: try fields.optional("value", money),
          couponDays: try fields.optionalWhole("coupon_days", in: 1...3650) ?? 30,
          isActive: try fields.optional("active") { (node) throws(YAMLError) in try node.bool() }
            ?? true, picture: try picture(fields)))
    }
    return rewards
  }
}
