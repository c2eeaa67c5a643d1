import Loyalty

/// A line of the menu of what has no section of its own.
struct MoreItem {
  let title: String
  /// What stands at the end of the line: a state, a number.
  var note = ""
  let action: Action
}

extension State {
  /// The menu, in its order; what this program does not offer is not in it.
  var moreItems: [MoreItem] {
    FeatureDescription.all.flatMap { $0.menu(self) }.filter { offers($0.action) }
  }
}

extension State {
  /// How many messages are new; empty when none is.
  var unreadWords: String {
    guard inbox.unreadCount > 0, offers(.inbox) else { return "" }
    return phrases.say(.inboxUnread, ["count": phrases.decimal(Int64(inbox.unreadCount))])
  }
}
