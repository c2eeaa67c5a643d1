import HTTPTypes
import Loyalty

/// What the program tells the member.
extension Endpoint {
  static let notifications = Endpoint(
    .get, "/v1/me/notifications", .member, needs: [], feature: .inbox,
    answer: .tagged("NotificationPage"),
    id: "listNotifications",
    summary: "The member's inbox, newest first, at most 200."
  ) { _ in .notifications }

  static let readNotifications = Endpoint(
    .post, "/v1/me/notifications/read", .member, needs: .key, feature: .inbox,
    body: .json("ReadMarks"), answer: .nothing,
    id: "readNotifications",
    summary: "Mark notifications as read; twice is as good as once."
  ) { _ in .readNotifications }

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

  static let ofInbox: [Endpoint] = [
    .notifications, .readNotifications, .preferences, .setPreferences,
  ]
}
