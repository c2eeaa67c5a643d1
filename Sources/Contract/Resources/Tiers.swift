import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofTiers: [Endpoint] = [.tier]

  static let tier = Endpoint(
    .get, "/v1/me/tier", .member, needs: [], feature: .tiers,
    query: ["WhatIfPoints"],
    answer: .tagged("TierStatus"), problems: [.validationFailed],
    id: "getTier",
    summary: "The tier, what keeps it and what the next one takes."
  ) { asked throws(Problem) in .tier(whatIf: try asked.whatIf()) }
}

extension Schema {
  static let tiers: [String: JSON] = [
    "TierStatus": object(
      "Where a member stands; it counts what was earned in the window, never the balance.",
      [
        "tier": nullable(reference("Tier")), "earned": points, "from": day, "to": day,
        "keep": nullable(reference("TierKeep")), "next": nullable(reference("TierNext")),
        "tiers": list(of: reference("Tier")), "what_if_points": nullable(points),
      ]),
    "Tier": object(
      "A step of the program.",
      [
        "id": id, "name": reference("LocalizedText"), "threshold": points,
        "benefits": list(of: reference("LocalizedText")),
      ]),
    "TierKeep": object(
      "What is missing to keep the tier, and the last day on which it holds without.",
      ["missing": points, "by": day]),
    "TierNext": object(
      "The next tier and what is missing.",
      ["id": id, "name": reference("LocalizedText"), "threshold": points, "missing": points]),
  ]
}

extension Sample {
  static let tiers = [
    Sample("TierStatus", tier(full: true)),
    Sample("TierStatus", tier(full: false)),
  ]

  private static func tier(full: Bool) -> TierStatus {
    let tier = Tier(id: .init("t"), name: text, threshold: Points(10), benefits: [text])
    let day = Day(daysSince1970: 20_000)
    return TierStatus(
      tier: full ? tier : nil, earned: Points(12), from: day, to: day,
      keep: full ? .init(missing: Points(3), by: day) : nil,
      next: full
        ? .init(id: .init("u"), name: text, threshold: Points(20), missing: Points(8)) : nil,
      tiers: full ? [tier] : [], whatIfPoints: full ? Points(1) : nil)
  }
}
