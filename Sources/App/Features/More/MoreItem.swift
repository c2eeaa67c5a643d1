import Loyalty

/// A line of the menu of what has no section of its own.
struct MoreItem {
  let title: String
  /// What stands at the end of the line: a state, a number.
  var note = ""
  var group = Group.program
  let action: Action
  /// What of it waits to be seen; empty when nothing does.
  var news = ""
  /// What Enter does.
  var way = Phrase.open
  /// What it is for, where its name alone does not say.
  var about: Phrase?
  /// The first of what it leads to, each with a value.
  var lines: (State) -> [(String, String)] = { _ in [] }

  /// Whose it is, in the order of the menu.
  enum Group: Int, CaseIterable {
    case you
    case program
    case app

    var title: Phrase {
      switch self {
      case .you: .moreYou
      case .program: .moreProgram
      case .app: .moreApp
      }
    }
  }
}

extension State {
  /// The menu, in its order; what this program does not offer is not in it.
  var moreItems: [MoreItem] {
    let all = FeatureDescription.all.flatMap { $0.menu(self) }.filter { offers($0.action) }
    return MoreItem.Group.allCases.flatMap { group in all.filter { $0.group == group } }
  }
}

extension State {
  /// How many messages are new; empty when none is.
  var unreadWords: String {
    guard inbox.unreadCount > 0, offers(.inbox) else { return "" }
    return phrases.say(.inboxUnread, ["count": phrases.decimal(Int64(inbox.unreadCount))])
  }
}
