public import Loyalty

/// What the local store holds of the inbox, with what the member did to it since.
public struct InboxContents: Equatable, Sendable {
  /// Newest first; `nil` when the server's list has never arrived.
  public var notifications: [Notification]?
  public var preferences: [Preference]
  /// Whether something waits to be sent.
  public var isWaiting: Bool
  /// When the server last confirmed the list.
  public var confirmedAt: Instant?

  public init(
    notifications: [Notification]? = nil, preferences: [Preference] = [], isWaiting: Bool = false,
    confirmedAt: Instant? = nil
  ) {
    self.notifications = notifications
    self.preferences = preferences
    self.isWaiting = isWaiting
    self.confirmedAt = confirmedAt
  }

  public var unread: [Notification] { (notifications ?? []).filter { $0.readAt == nil } }
}

/// The list of notifications.
public struct InboxState: Equatable, Sendable {
  public internal(set) var contents = InboxContents()
  public internal(set) var unreadCount = 0
  public internal(set) var list = ListState()

  public init() {}

  var items: [Notification] { contents.notifications ?? [] }

  func notification(_ id: Notification.ID) -> Notification? { items.first { $0.id == id } }

  /// Takes over what the store holds; the selected message stays selected.
  mutating func replaceContents(with contents: InboxContents, height: Int) {
    let selected = items.indices.contains(list.selection) ? items[list.selection].id : nil
    self.contents = contents
    unreadCount = contents.unread.count
    if list.selection > 0, let row = items.firstIndex(where: { $0.id == selected }) {
      list.top = max(0, list.top + row - list.selection)
      list.selection = row
    }
    list.scrollToSelection(count: items.count, height: height)
  }
}
