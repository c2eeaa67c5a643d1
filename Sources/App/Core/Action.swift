public import Loyalty

/// What a person can ask of the app, however they ask: key, mouse, palette, flow or line.
public enum Action: Hashable, Sendable {
  case quit
  case suspend
  case redraw
  case back
  case refresh
  case showHelp
  case switchLanguage
  case logOut
  /// Opens the sheet that asks.
  case askToLogOut

  case showTab(Tab)
  case nextTab
  case previousTab
  case showCard

  case focus(Element.ID)
  case focusNext
  case focusPrevious
  case activate

  case move(Move)
  case select(row: Int)
  case openEntry(row: Int)
  case openLatest(row: Int)
  /// The line of the ledger that the open one takes back.
  case openReversed

  case sendCode
  case submitCode
  case resendCode
  case changeNumber
  case insertCode
  case dismissToast

  case openSearch
  case nextFilter
  case openReward(row: Int)
  case openCoupon(Coupon.ID)
  case redeem
  case confirmRedeem
  case cancelRedeem
  case explainBalance
  case showTier
  /// So many points more than are supposed now, in whole points.
  case suppose(Int64)
  /// So many values further in a field of a form.
  case choose(Element.ID, Int)
  case openMore(row: Int)
  /// So many elements further, round and round.
  case stepFocus(Int)
  case showInbox
  case openNotification(row: Int)
  case markAllRead
  case showPreferences
  case switchPreference(Notification.Category, Preference.Channel)
  case followNotification
  case showStores
  case openShop(row: Int)
  case searchStores
  case filterOpenStores
  case showOrigins
  case chooseOrigin(StoresOrigin)
  /// From the store on the screen.
  case countFromHere
  case showReferral
  case showReferralCode
  case giveReferralCode
  case submitReferralCode
  case openPromotion(row: Int)
  case joinPromotion
  case leavePromotion
  case showStamps
  /// Opens the field for a promo code.
  case enterPromoCode
  case submitPromoCode
  /// The symbol for the till one size larger or smaller; 0 is as large as fits.
  case zoom(Int)
  /// Back to the form, after it was asked whether to lose what was typed.
  case keepTyping
  case dropForm
  /// Ink and paper of that symbol change places: some readers need the one, some the other.
  case swapInk
  case wallet(WalletAction)
  case nextSlide
  case previousSlide
  case skipIntro
  /// Goes in without an account.
  case lookAround
  /// From there to the login.
  case logIn
  case showAccounts
  case openAccount(row: Int)
  case addAccount
  case submitAccount
  /// Asks whether to remove the selected one; the same again removes it.
  case removeAccount
  case showProfile
  case openProfileItem(row: Int)
  case editProfile
  case saveProfile
  case showConsents
  case switchConsent(Consent.ID)
  case showSessions
  case openSession(row: Int)
  /// The one on the screen.
  case endSession
  /// Asks whether all others are to end.
  case showOtherSessions
  case endOtherSessions
  case showExport
  case export
  case showDeletion
  case deleteAccount
  case screens(ScreensAction)
  case editor(EditorAction)
  case travel(TravelAction)
  case drafts(DraftsAction)
}

/// A step through a list.
public enum Move: Hashable, Sendable {
  case rows(Int)
  case pages(Int)
  case first
  case last
}
