import Loyalty

extension Schema {
  /// What explains a balance and a tier.
  static let standing: [String: JSON] = [
    "BalanceExplanation": object(
      "Why the balance is what it is.",
      [
        "lots": list(of: reference("Lot")), "ledger_sum": points, "balance": points,
        "adds_up": [
          "type": "boolean",
          "description": "Whether the lines add up to the balance, and each lot's draws to it.",
        ],
      ]),
    "Lot": object(
      """
      Points that were given together; what remains and all draws are what was granted. Below zero \
      it is what is still owed after a return.
      """,
      [
        "id": id, "title": reference("LocalizedText"), "granted": points, "remaining": points,
        "active_from": instant, "expires_at": nullable(instant),
        "draws": list(of: reference("Draw")),
      ]),
    "Draw": object(
      "What one line of the ledger took from a lot.",
      ["title": reference("LocalizedText"), "points": points, "at": instant]),
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
