import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofStampCards: [Endpoint] = [.stamps]

  static let stamps = Endpoint(
    .get, "/v1/me/stamps", .member, needs: [], feature: .stamps,
    answer: .tagged("StampCardPage"),
    id: "listStamps",
    summary: "The member's stamp cards, all on one page."
  ) { _ in .stamps }
}

extension Schema {
  static let stampCards: [String: JSON] = [
    "StampCard": object(
      "A card that is stamped at each purchase of a kind; a full one gives a coupon.",
      [
        "id": id,
        "title": reference("LocalizedText"),
        "slots": whole("Stamps of a full card.", 1...100),
        "filled": whole("Stamps of the present card.", 0...100),
        "reward": reference("LocalizedText"),
        "expires_at": nullable(instant),
        "completed_count": whole("Full cards before the present one.", 0...1_000_000_000),
      ]),
    "StampCardPage": page(of: "StampCard"),
  ]
}

extension Sample {
  static let stampCards = [
    Sample("StampCardPage", page(eachStampCard))
  ]

  private static let eachStampCard = [now, nil].map { end in
    StampCard(
      id: .init("s"), title: text, slots: 10, filled: 7, reward: text, expiresAt: end,
      completedCount: 1)
  }
}
