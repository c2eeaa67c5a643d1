public import Loyalty

/// Body of `POST /v1/me/notifications/read`; ids that are not the member's own do nothing.
public struct ReadMarks: Codable, Hashable, Sendable {
  /// 1–200 of them.
  public var ids: [Notification.ID]

  public init(ids: [Notification.ID]) {
    self.ids = ids
  }

  public static let limits = 1...200
}

/// The member's switches, one line for each category.
public struct Preferences: Codable, Hashable, Sendable {
  public var categories: [Preference]

  public init(categories: [Preference]) {
    self.categories = categories
  }
}

/// Body of `PATCH /v1/me/preferences`: switches that are not named stay as they are.
public struct PreferenceChanges: Codable, Hashable, Sendable {
  /// 1–100 of them, in the order in which they count.
  public var changes: [Preference.Change]

  public init(changes: [Preference.Change]) {
    self.changes = changes
  }

  public static let limits = 1...100
}
