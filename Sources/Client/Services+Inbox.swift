import App
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  /// What the server sent, as it will be when what waits has reached it.
  func inbox() throws -> InboxContents {
    let mail = try documentWithOutbox(Page<Notification>.self, .notifications) { page, item in
      page.apply(item, at: item.createdAt)
    }
    let switches = try documentWithOutbox(Preferences.self, .preferences) { $0.apply($1) }
    return InboxContents(
      notifications: mail.body?.data, preferences: switches.body?.categories ?? [],
      isWaiting: !mail.outbox.isEmpty, confirmedAt: try store.confirmed(.notifications))
  }
}

extension Preferences: Foreign {
  var cleaned: Preferences { Preferences(categories: categories.prefix(20).map(\.cleaned)) }
}

extension Notification: Foreign {
  static let longestList = 200

  /// NB: the action's target is compared, and drawn only when cleaned.
  var cleaned: Notification {
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
