import Loyalty

extension Schema {
  /// Notifications and the preferences about them.
  static let inbox: [String: JSON] = [
    "Notification": object(
      "A message of the program to the member.",
      [
        "id": id,
        "category": category,
        "title": reference("LocalizedText"),
        "body": reference("LocalizedText"),
        "created_at": instant,
        "read_at": nullable(instant),
        "action": reference("NotificationAction"),
      ]),
    "NotificationAction": object(
      "Where a notification leads.",
      [
        "kind": open(["screen", "reward", "promotion", "store", "url", "none"]),
        "target": nullable(text("An id, a name or an address, as the kind has it.")),
      ]),
    "NotificationPage": page(of: "Notification"),
    "ReadMarks": object(
      "Which notifications the member has read; others' ids do nothing.",
      [
        "ids": list(of: id).merging([
          "minItems": .number(ReadMarks.limits.lowerBound),
          "maxItems": .number(ReadMarks.limits.upperBound),
        ])
      ]),
    "Preferences": object(
      "By which ways the member wants to hear of what.",
      ["categories": list(of: reference("Preference"))]),
    "Preference": object(
      "The switches of one category.",
      [
        "category": category, "title": reference("LocalizedText"), "push": ["type": "boolean"],
        "email": ["type": "boolean"], "sms": ["type": "boolean"],
      ]),
    "PreferenceChanges": object(
      "Switches to set, in order; the others stay.",
      [
        "changes": list(of: reference("PreferenceChange")).merging([
          "minItems": .number(PreferenceChanges.limits.lowerBound),
          "maxItems": .number(PreferenceChanges.limits.upperBound),
        ])
      ]),
    "PreferenceChange": object(
      "One switch.",
      [
        "category": category,
        "channel": [
          "type": "string",
          "enum": .array(Preference.Channel.allCases.map { .string($0.rawValue) }),
        ],
        "is_enabled": ["type": "boolean"],
      ]),
  ]

  private static let category = open(["points", "offers", "coupons", "service"])
}
