import Loyalty

/// What a person can ask of the app, however they ask: key, mouse, palette, flow or line.
public enum Action: Equatable, Sendable {
  case quit
  case suspend
  case redraw
  case back
  case refresh
  case showHelp
  case switchLanguage
  /// On to the next theme, until the app is closed.
  case switchTheme
  /// Put the number, the code or the link of what is looked at on the clipboard.
  case copy
  /// The same with words about it, for somebody else.
  case share

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
  case joining(JoiningAction)
  case forgetting(ForgettingAction)
  case guest(GuestAction)
  case intro(IntroAction)
  case history(HistoryAction)
  case home(HomeAction)
  case rewards(RewardsAction)
  case explanation(ExplanationAction)
  case expiry(ExpiryAction)
  case tier(TierAction)
  case more(MoreAction)
  case inbox(InboxAction)
  case shops(ShopsAction)
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
  case palette(PaletteAction)
  case saving(SavingAction)
}

// What an action does and who may do it stand beside its case: a feature
// has its line in each of the three.

extension Action {
  var access: Access {
    switch self {
    case .quit, .suspend, .redraw, .back, .refresh, .showHelp, .switchLanguage, .switchTheme,
      .dismissToast:
      .everybody
    case .focus, .focusNext, .focusPrevious, .stepFocus, .activate, .move: .everybody
    case .copy, .share: .everybody
    case .nextTab, .previousTab: .everybody
    case .showTab(let tab): Access(who: .everybody, part: tab.surface.part)
    case .form(let action): action.access
    case .intro(let action): action.access
    case .guest(let action): action.access
    case .login(let action): action.access
    case .joining(let action): action.access
    case .forgetting(let action): action.access
    case .home(let action): action.access
    case .history(let action): action.access
    case .rewards(let action): action.access
    case .promotions(let action): action.access
    case .more(let action): action.access
    case .card(let action): action.access
    case .explanation(let action): action.access
    case .expiry(let action): action.access
    case .tier(let action): action.access
    case .stamps(let action): action.access
    case .inbox(let action): action.access
    case .shops(let action): action.access
    case .referral(let action): action.access
    case .promoCode(let action): action.access
    case .wallet(let action): action.access
    case .accounts(let action): action.access
    case .profile(let action): action.access
    case .consents(let action): action.access
    case .sessions(let action): action.access
    case .saving(let action): action.access
    case .screens(let action): action.access
    case .editor(let action): action.access
    case .travel(let action): action.access
    case .drafts(let action): action.access
    case .palette(let action): action.access
    }
  }
}

/// What an action does, wherever it came from.
func perform(_ action: Action, _ state: inout State) -> [Effect] {
  guard state.admits(action) else { return [] }
  switch action {
  case .quit: return state.keepDraft() + [.screen(.quit)]
  case .suspend: return [.screen(.suspend)]
  case .redraw: return [.screen(.redraw)]
  case .refresh: return state.pull()
  case .back: return goBack(&state)
  case .showHelp:
    guard state.sheets.last != .help else { return [] }
    state.help = HelpState()
    state.openSheet(.help)
  case .switchLanguage: state.switchLanguage()
  case .switchTheme: state.switchTheme()
  case .copy: return state.copy()
  case .share: return state.share()
  case .dismissToast:
    if !state.toasts.isEmpty { state.toasts.removeLast() }
    // Who has clicked it had the focus on it; the next word in its place is another one.
    if state.focus?.isToast == true { state.focus = nil }

  case .focus(let id): state.focus = id
  case .focusNext: return moveFocus(by: 1, &state)
  case .focusPrevious: return moveFocus(by: -1, &state)
  case .stepFocus(let step): return moveFocus(by: step, &state)
  case .activate: return activate(&state)

  case .showTab(let tab): return go(to: tab, &state)
  case .nextTab: return go(to: state.neighbor(1), &state)
  case .previousTab: return go(to: state.neighbor(-1), &state)
  case .move(let move):
    let effects = state.moveInList(move)
    state.returnFocusToList()
    return effects

  case .form(let action): return performForm(action, &state)
  case .intro(let action): return performIntro(action, &state)
  case .login(let action): return performLogin(action, &state)
  case .joining(let action): return performJoining(action, &state)
  case .forgetting(let action): return performForgetting(action, &state)
  case .guest(let action): return performGuest(action, &state)
  case .home(let action): return performHome(action, &state)
  case .history(let action): return performHistory(action, &state)
  case .rewards(let action): return performRewards(action, &state)
  case .promotions(let action): return performPromotions(action, &state)
  case .more(let action): return performMore(action, &state)
  case .card(let action): return performCard(action, &state)
  case .explanation(let action): return performExplanation(action, &state)
  case .expiry(let action): return performExpiry(action, &state)
  case .tier(let action): return performTier(action, &state)
  case .stamps(let action): return performStamps(action, &state)
  case .inbox(let action): return performInbox(action, &state)
  case .shops(let action): return performShops(action, &state)
  case .referral(let action): return performReferral(action, &state)
  case .promoCode(let action): return performPromoCode(action, &state)
  case .wallet(let action): return performWallet(action, &state)
  case .accounts(let action): return performAccounts(action, &state)
  case .profile(let action): return performProfile(action, &state)
  case .consents(let action): return performConsents(action, &state)
  case .sessions(let action): return performSessions(action, &state)
  case .saving(let action): return performSaving(action, &state)
  case .screens(let action): return performScreens(action, &state)
  case .editor(let action): return performEditor(action, &state)
  case .travel(let action): return performTravel(action, &state)
  case .drafts(let action): return performDrafts(action, &state)
  case .palette(let action): return performPalette(action, &state)
  }
  return []
}

/// A step through a list.
public enum Move: Equatable, Sendable {
  case rows(Int)
  case pages(Int)
  case first
  case last
}
