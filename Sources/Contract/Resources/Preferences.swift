import HTTPTypes
public import Loyalty

/// The member's switches, one line for each category.
public struct Preferences: Codable, Equatable, Sendable {
  public var categories: [Preference]

  public init(categories: [Preference]) {
    self.categories = categories
  }
}

/// Body of `PATCH /v1/me/preferences`: switches that are not named stay as they are.
public struct PreferenceChanges: Codable, Equatable, Sendable {
  /// 1–100 of them, in the order in which they count.
  public var changes: [Preference.Change]

  public init(changes: [Preference.Change]) {
    self.changes = changes
  }

  public static let limits = 1...100
}

extension Endpoint {
  static let ofPreferences: [Endpoint] = [.preferences, .setPreferences]

  static let preferences = Endpoint(
    .get, "/v1/me/preferences", .member, needs: [], feature: .inbox,
    answer: .tagged("Preferences"),
    id: "getPreferences",
    summary: "By which ways the member wants to hear of what."
  ) { _ in .preferences }

  static let setPreferences = Endpoint(
    .patch, "/v1/me/preferences", .member, needs: .key, feature: .inbox,
    body: .json("PreferenceChanges"), answer: .fresh("Preferences"),
    id: "setPreferences",
    summary: "Set some switches; the answer has them all."
  ) { _ in .setPreferences }
}

extension Schema {
  static let preferences: [String: JSON] = [
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
}

extension Sample {
  static let preferences = [
    Sample(
      "Preferences",
      Preferences(categories: [
        Preference(category: .offers, title: text, push: true, email: false, sms: false)
      ])),
    Sample(
      "PreferenceChanges",
      PreferenceChanges(changes: [.init(category: .offers, channel: .sms, isEnabled: true)])),
  ]
}
