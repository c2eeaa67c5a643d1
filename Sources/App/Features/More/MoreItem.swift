import Loyalty

/// A line of the menu of what has no section of its own.
struct MoreItem {
  let title: Phrase
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
      MoreItem(title: .inbox, note: unreadWords, action: .showInbox),
      MoreItem(title: .wallet, action: .wallet(.show)),
      MoreItem(title: .stores, action: .showStores),
      MoreItem(title: .referral, action: .showReferral),
      MoreItem(title: .tier, note: tier ?? "", action: .showTier),
      MoreItem(title: .explainBalance, note: balance ?? "", action: .explainBalance),
      MoreItem(title: .stamps, note: stampsNote, action: .showStamps),
      MoreItem(title: .promoCode, action: .enterPromoCode),
      MoreItem(title: .profile, action: .showProfile),
      MoreItem(title: .accounts, action: .showAccounts),
      MoreItem(title: .language, action: .switchLanguage),
      MoreItem(title: .help, action: .showHelp),
      MoreItem(title: .logOut, action: .logOut),
      MoreItem(title: .submitCode, action: .logIn),
    ]
    return items.filter { offers($0.action) }
  }
}

extension State {
  /// How many messages are new; empty when none is.
  var unreadWords: String {
    guard inbox.unreadCount > 0, offers(.inbox) else { return "" }
    return phrases.say(.inboxUnread, ["count": phrases.decimal(Int64(inbox.unreadCount))])
  }
}
