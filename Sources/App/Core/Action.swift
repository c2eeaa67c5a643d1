/// What a person can ask of the app, however they ask: key, mouse, palette, flow or line.
public enum Action: Hashable, Sendable {
  case quit
  case suspend
  case redraw
  case back
  case refresh
  case showHelp
  case switchLanguage

  case showTab(Tab)
  case nextTab
  case previousTab

  case focus(Element.ID)
  case focusNext
  case focusPrevious
  case activate

  case move(Move)

  case dismissToast

  /// So many elements further, round and round.
  case stepFocus(Int)
  case wallet(WalletAction)
  case screens(ScreensAction)
  case editor(EditorAction)
  case travel(TravelAction)
  case drafts(DraftsAction)

  case login(LoginAction)
  case guest(GuestAction)
  case intro(IntroAction)
  case history(HistoryAction)
  case home(HomeAction)
  case rewards(RewardsAction)
  case explanation(ExplanationAction)
  case tier(TierAction)
  case more(MoreAction)
  case inbox(InboxAction)
  case stores(StoresAction)
  case referral(ReferralAction)
  case promotions(PromotionsAction)
  case stamps(StampsAction)
  case promoCode(PromoCodeAction)
  case card(CardAction)
  case form(FormAction)
  case accounts(AccountsAction)
  case profile(ProfileAction)
  case consents(ConsentsAction)
  case sessions(SessionsAction)
}

/// A step through a list.
public enum Move: Hashable, Sendable {
  case rows(Int)
  case pages(Int)
  case first
  case last
}
