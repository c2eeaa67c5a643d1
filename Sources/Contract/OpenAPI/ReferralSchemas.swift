extension Schema {
  /// Referrals.
  static let referrals: [String: JSON] = [
    "Referral": object(
      "What the member's recommendation is worth, and what has come of it.",
      [
        "code": text("What a friend types in."),
        "link": text("What a friend opens."),
        "rules": reference("LocalizedText"),
        "bonus": points,
        "friends": list(of: reference("Friend")),
        "earned": points,
      ]),
    "Friend": object(
      "Somebody who came on the member's word.",
      [
        "name": text("With most of it hidden."),
        "stage": open(["invited", "registered", "first_purchase", "rewarded"]),
        "since": instant,
        "points": points,
      ]),
    "ReferralClaim": object(
      "Who sent the member who asks.",
      [
        "code": [
          "type": "string", "minLength": 1, "maxLength": .number(ReferralClaim.longest),
          "description": "Case, spaces and hyphens do not matter.",
        ]
      ]),
  ]
}
