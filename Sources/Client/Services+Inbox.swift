import App
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  /// Notifications that are shown.
  private static let longestInbox = 200

  /// What the server sent, as it will be when what waits has reached it.
  func inbox() -> Event {
    do {
      let mail = try store.documentWithOutbox(.notifications)
      var page = try mail.body.map { try Wire.decode(Page<Notification>.self, from: $0) }
      for item in mail.outbox { page?.apply(item, at: item.createdAt) }
      let switches = try store.documentWithOutbox(.preferences)
      var preferences = try switches.body.map { try Wire.decode(Preferences.self, from: $0) }
      for item in switches.outbox { preferences?.apply(item) }
      return .inboxLoaded(
        InboxContents(
          notifications: page?.data.prefix(Self.longestInbox).map(\.cleaned),
          preferences: preferences?.categories.prefix(20).map(\.cleaned) ?? [],
          isWaiting: !mail.outbox.isEmpty, confirmedAt: try store.confirmed(.notifications)))
    } catch {
      return .failed(.store, Trouble(local: error))
    }
  }

  /// Kept on the disk before the event arrives; sent later.
  func markRead(_ ids: [Notification.ID]) -> Event {
    keeping { () throws(SyncFailure) in try sync.markRead(ids) }
  }

  func set(_ change: Preference.Change) -> Event {
    keeping { () throws(SyncFailure) in try sync.set(change) }
  }

  func keeping(_ change: () throws(SyncFailure) -> Void) -> Event {
    do throws(SyncFailure) {
      try change()
      return .outboxFilled
    } catch {
      return .failed(.store, Trouble(error))
    }
  }
}

extension Notification {
  /// With texts that may be drawn; the action's target is compared, and drawn only when cleaned.
  fileprivate var cleaned: Notification {
    var notification = self
    notification.title = title.cleaned(limit: 120)
    notification.body = body.cleaned(limit: 1000)
    notification.action.target = action.target.map { Loyalty.cleaned($0, limit: 200) }
    return notification
  }
}

extension Preference {
  fileprivate var cleaned: Preference {
    var preference = self
    preference.title = title.cleaned(limit: 60)
    return preference
  }
}
