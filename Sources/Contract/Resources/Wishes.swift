import HTTPTypes
public import Loyalty

/// Body of `PATCH /v1/me/wishes`: what is not named stays as it is.
public struct WishChanges: Codable, Equatable, Sendable {
  /// 1–50 of them, in the order in which they count.
  public var changes: [Wishes.Change]

  public init(changes: [Wishes.Change]) {
    self.changes = changes
  }

  public static let limits = 1...50
}

extension Endpoint {
  static let ofWishes: [Endpoint] = [.wishes, .setWishes]

  static let wishes = Endpoint(
    .get, "/v1/me/wishes", .member, needs: [], feature: .rewards,
    answer: .tagged("Wishes"),
    id: "getWishes",
    summary: "What the member is saving for, and the favourites among the rewards."
  ) { _ in .wishes }

  static let setWishes = Endpoint(
    .patch, "/v1/me/wishes", .member, needs: .key, feature: .rewards,
    body: .json("WishChanges"), answer: .fresh("Wishes"),
    id: "setWishes",
    summary: "Set some wishes or take them back; the answer has them all."
  ) { _ in .setWishes }
}

extension Schema {
  static let wishes: [String: JSON] = [
    "Wishes": object(
      "What the member wants of the rewards.",
      [
        "goal": nullable(id.merging(["description": "The reward that is being saved for."])),
        "favourites": list(of: id.merging(["description": "A reward."])),
      ]),
    "WishChanges": object(
      "Wishes to set or to take back, in order; the others stay.",
      [
        "changes": list(of: reference("WishChange")).merging([
          "minItems": .number(WishChanges.limits.lowerBound),
          "maxItems": .number(WishChanges.limits.upperBound),
        ])
      ]),
    "WishChange": object(
      "One wish.",
      [
        "reward": id,
        "kind": [
          "type": "string",
          "enum": .array(Loyalty.Wishes.Kind.allCases.map { .string($0.rawValue) }),
        ],
        "is_set": ["type": "boolean"],
      ]),
  ]
}

extension Sample {
  static let wishes = [
    Sample("Wishes", Wishes(goal: .init("r1"), favourites: [.init("r2"), .init("r1")])),
    Sample("Wishes", Wishes()),
    Sample(
      "WishChanges",
      WishChanges(changes: [.init(reward: .init("r1"), kind: .goal, isSet: true)])),
  ]
}
