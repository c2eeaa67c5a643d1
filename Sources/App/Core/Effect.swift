public import Loyalty

/// What `update` asks the shell to do; the answers come back as events.
public enum Effect: Hashable, Sendable {
  /// Read what the home screen shows from the local store.
  case loadHome
  /// Read older rows of the history from the local store, the newest when there is no position.
  case loadHistory(after: HistoryPosition?, limit: Int, HistoryQuery)
  /// Read rows of the history that stand right above a row.
  case loadNewerHistory(before: HistoryPosition, limit: Int, HistoryQuery)
  /// Hand an event back after whatever waits: a long work in small steps.
  indirect case later(Event)
  /// Bring what changed from the server into the local store.
  case pull
  /// Listen to what changes on the server, in place of who listened before.
  case follow
  case unfollow
  /// Bring one more page of old history from the server into the local store.
  case pullOlder
  /// Ask for a code; the one that it replaces is void then.
  case sendCode(PhoneNumber, replacing: Challenge.ID? = nil)
  case verifyCode(Challenge.ID, code: String)
  case logOut
  case suspend
  case redraw
  case quit
  /// Read the catalogue and the coupons from the local store.
  case loadRewards
  /// Spend points on a reward, at the price that the member has seen.
  case redeem(Reward.ID, expectedCost: Points)
  /// Read from the local store why the balance is what it is.
  case loadExplanation
  /// Ask the server what so many points more would change.
  case askTier(supposing: Points)
  /// Read the inbox from the local store.
  case loadInbox
  /// Keep in the local store what the member has read, until the server has it.
  case markRead([Notification.ID])
  /// Keep a switch in the local store until the server has it.
  case setPreference(Preference.Change)
  /// Send what is kept.
  case sendOutbox
  /// Read the stores from the local store.
  case loadStores
  case saveStoresOrigin(StoresOrigin)
  /// Read the member's own code from the local store.
  case loadReferral
  /// Say whose recommendation brought the member.
  case claimReferral(String)
  /// Read the promotions from the local store.
  case loadPromotions
  case join(Promotion.ID)
  case leave(Promotion.ID)
  case enterPromoCode(String)
  /// Ask the server for a one-time code for a card.
  case fetchCode(Card.ID)
  case wallet(WalletEffect)
  /// Read the slides that were not seen yet from the local store.
  case loadIntro
  case saveIntroSeen
  /// Read which accounts there are on this machine.
  case loadAccounts
  /// Close this account and go on with another one.
  case openAccount(Account.ID)
  /// Make an account of a server's address, and open it.
  case addAccount(String)
  /// Take an account and all that is kept of it off this machine.
  case removeAccount(Account.ID)
  /// Read profile and consents from the local store.
  case loadProfile
  /// Keep a change of the profile in the local store until the server has it.
  case saveProfile(ProfilePatch)
  /// Keep a consent in the local store until the server has it.
  case setConsent(Consent.Change)
  /// Ask the server where the member is signed in.
  case loadSessions
  case endSession(LoginSession.ID)
  case endOtherSessions
  /// Write all that the server keeps about the member into a new file.
  ///
  /// `name` is what it is called when the path is a folder.
  case export(path: String, name: String)
  case deleteAccount
  /// Read the content screens from the local store.
  case loadScreens
  /// Put a text on the clipboard of the terminal.
  case copy(String)
  case editor(EditorEffect)
  case drafts(DraftsEffect)
}
