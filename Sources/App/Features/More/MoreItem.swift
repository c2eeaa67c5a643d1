import Content
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
    let phrases = phrases
    let tier = home.contents.tier?.tier?.name.value(in: settings.language)
    let balance = home.contents.balance.map { phrases.points($0.available, of: program) }
    let items = [
      MoreItem(title: phrases.say(.inbox), note: unreadWords, action: .showInbox),
      MoreItem(title: phrases.say(.wallet), action: .wallet(.show)),
      MoreItem(title: phrases.say(.stores), action: .showStores),
      MoreItem(title: phrases.say(.referral), action: .showReferral),
      MoreItem(title: phrases.say(.tier), note: tier ?? "", action: .showTier),
      MoreItem(title: phrases.say(.explainBalance), note: balance ?? "", action: .explainBalance),
      MoreItem(title: phrases.say(.stamps), note: stampsNote, action: .showStamps),
      MoreItem(title: phrases.say(.promoCode), action: .enterPromoCode),
      MoreItem(title: phrases.say(.drafts), note: roleWords, action: .drafts(.show)),
      MoreItem(title: phrases.say(.profile), action: .showProfile),
      MoreItem(title: phrases.say(.accounts), action: .showAccounts),
      MoreItem(title: phrases.say(.language), action: .switchLanguage),
      MoreItem(title: phrases.say(.help), action: .showHelp),
      MoreItem(title: phrases.say(.logOut), action: .askToLogOut),
      MoreItem(title: phrases.say(.submitCode), action: .logIn),
    ]
    let made = screens.screens(in: .more).map { screen in
      MoreItem(title: screen.title(in: self), action: .screens(.open(slug: screen.slug)))
    }
    // What the business tells stands between what is the member's and what is the app's.
    let place = items.firstIndex { $0.action == .showProfile } ?? items.count
    return (items[..<place] + made + items[place...]).filter { offers($0.action) }
  }
}

extension State {
  /// How many messages are new; empty when none is.
  var unreadWords: String {
    guard inbox.unreadCount > 0, offers(.inbox) else { return "" }
    return phrases.say(.inboxUnread, ["count": phrases.decimal(Int64(inbox.unreadCount))])
  }
}
