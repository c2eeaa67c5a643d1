import HTTPTypes
public import Loyalty

/// Body of `POST /v1/me/notifications/read`; ids that are not the member's own do nothing.
public struct ReadMarks: Codable, Equatable, Sendable {
  /// 1–200 of them.
  public var ids: [Notification.ID]

  public init(ids: [Notification.ID]) {
    self.ids = ids
  }

  public static let limits = 1...200
}

extension Endpoint {
  static let ofNotifications: [Endpoint] = [.notifications, .readNotifications]

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
}

extension Schema {
  static let notifications: [String: JSON] = [
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
        "kind": openEnum(["screen", "reward", "promotion", "store", "url", "none"]),
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
  ]

  static let category = openEnum(["points", "offers", "coupons", "service"])
}

extension Sample {
  static let notifications = [
    Sample("NotificationPage", page(eachNotification)),
    Sample("ReadMarks", ReadMarks(ids: [.init("n1")])),
  ]

  private static let eachNotification = [now, nil].map { readAt in
    Notification(
      id: .init("n1"), category: .points, title: text, body: text, createdAt: now, readAt: readAt,
      action: readAt == nil ? .none : .init(kind: .shop, target: "s1"))
  }
}
