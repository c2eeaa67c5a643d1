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
    Notification(
      id: id, category: category, title: title.cleaned(limit: 120),
      body: body.cleaned(limit: 1000), createdAt: createdAt, readAt: readAt,
      action: Action(
        kind: action.kind, target: action.target.map { Loyalty.cleaned($0, limit: 200) }))
  }
}

extension Preference {
  fileprivate var cleaned: Preference {
    Preference(
      category: category, title: title.cleaned(limit: 60), push: push, email: email, sms: sms)
  }
}
