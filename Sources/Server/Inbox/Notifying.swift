import Contract
import Loyalty
import SQLite

extension ServerStore {
  /// Puts a notification into a member's inbox, as part of what it tells of.
  ///
  /// It notes by which channels the member wants it now; gateways go by that.
  @discardableResult
  func notify(
    _ member: Member.ID, _ category: Notification.Category, title: LocalizedText,
    body: LocalizedText, action: Notification.Action = .none, at now: Instant,
    _ connection: Connection
  ) throws -> Notification.ID {
    let switches = try preferences(of: member, connection).categories
      .first { $0.category == category }
    let channels = Preference.Channel.allCases.filter { switches?[$0] ?? false }
    let id = Token.id("ntf")
    try connection.execute(
      """
      INSERT INTO notification (
        id, member, category, title, body, action, channels, created_at, read_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)
      """,
      [
        .text(id), .text(member.rawValue), .text(category.rawValue), .json(title),
        .json(body), .json(action),
        .text(channels.map(\.rawValue).joined(separator: " ")), .integer(now.rawValue),
      ])
    return .init(id)
  }
}
