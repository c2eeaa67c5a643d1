import Contract
import Loyalty
import SQLite

extension ServerStore {
  /// Notifications that are listed.
  static let longestInbox: Int64 = 200

  /// The member's inbox, newest first.
  func notifications(
    of member: Member.ID, limit: Int64 = ServerStore.longestInbox
  ) throws -> Page<Notification> {
    let rows = try database.read { connection in
      try connection.query(
        """
        SELECT id, category, title, body, action, created_at, read_at FROM notification
        WHERE member = ? ORDER BY created_at DESC, id DESC LIMIT ?
        """, [.text(member.rawValue), .integer(limit)], NotificationRow.init(row:))
    }
    return Page(
      data: try rows.map { try $0.notification() },
      page: PageInfo(nextCursor: nil, hasMore: false))
  }

  /// Marks what is the member's own; what was read before keeps its time.
  func markRead(_ ids: [Notification.ID], of member: Member.ID, at now: Instant) throws {
    try database.write(locking: []) { connection in
      for id in ids {
        try connection.execute(
          "UPDATE notification SET read_at = ? WHERE id = ? AND member = ? AND read_at IS NULL",
          [.integer(now.rawValue), .text(id.rawValue), .text(member.rawValue)])
      }
    }
  }

  func preferences(of member: Member.ID) throws -> Preferences {
    try database.read { try preferences(of: member, $0) }
  }

  func preferences(of member: Member.ID, _ connection: Connection) throws -> Preferences {
    let set = try connection.query(
      "SELECT category, channel, is_enabled FROM preference WHERE member = ?",
      [.text(member.rawValue)]
    ) { (category: $0.text(0), channel: $0.text(1), isEnabled: $0.bool(2)) }
    var preferences = Preferences.usual
    for line in set {
      guard let channel = Preference.Channel(rawValue: line.channel),
        let place = preferences.categories.firstIndex(where: {
          $0.category.rawValue == line.category
        })
      else { continue }
      preferences.categories[place][channel] = line.isEnabled
    }
    return preferences
  }

  /// Sets switches, all or none.
  func set(
    _ changes: [Preference.Change], of member: Member.ID
  ) throws -> Preferences {
    try database.write(locking: []) { connection in
      for change in changes {
        try connection.execute(
          """
          INSERT INTO preference (member, category, channel, is_enabled)
          VALUES (?, ?, ?, ?) ON CONFLICT (member, category, channel)
          DO UPDATE SET is_enabled = excluded.is_enabled
          """,
          [
            .text(member.rawValue), .text(change.category.rawValue),
            .text(change.channel.rawValue), .integer(change.isEnabled ? 1 : 0),
          ])
      }
      return try preferences(of: member, connection)
    }
  }
}

extension Preferences {
  /// What holds until a member says otherwise; nothing is sent as an SMS unasked.
  static let usual = Preferences(categories: [
    Preference(
      category: .points, title: [.russian: "Баллы и уровень", .english: "Points and tier"],
      push: true, email: true, sms: false),
    Preference(
      category: .offers, title: [.russian: "Акции и подарки", .english: "Offers and gifts"],
      push: true, email: false, sms: false),
    Preference(
      category: .coupons, title: [.russian: "Купоны", .english: "Coupons"], push: true,
      email: false, sms: false),
    Preference(
      category: .service, title: [.russian: "Аккаунт и сервис", .english: "Account and service"],
      push: true, email: true, sms: false),
  ])
}

private struct NotificationRow: Sendable {
  let id, category, title, body, action: String
  let createdAt: Instant
  let readAt: Instant?

  init(row: Row) {
    id = row.text(0)
    category = row.text(1)
    title = row.text(2)
    body = row.text(3)
    action = row.text(4)
    createdAt = Instant(milliseconds: row.int(5))
    readAt = row.optionalInt(6).map { Instant(milliseconds: $0) }
  }

  func notification() throws -> Notification {
    Notification(
      id: .init(id), category: .init(rawValue: category),
      title: try Wire.decode(LocalizedText.self, from: Array(title.utf8)),
      body: try Wire.decode(LocalizedText.self, from: Array(body.utf8)), createdAt: createdAt,
      readAt: readAt,
      action: try Wire.decode(Notification.Action.self, from: Array(action.utf8)))
  }
}
