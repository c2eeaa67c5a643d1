import Loyalty

/// What an action does, wherever it came from.
func perform(_ action: Action, _ state: inout State) -> [Effect] {
  guard state.offers(action) else { return [] }
  if state.askForLogin(action) { return [] }
  if !state.isInside, let effects = performLogin(action, &state) { return effects }
  switch action {
  case .quit: return state.keepDraft() + [.quit]
  case .suspend: return [.suspend]
  case .redraw: return [.redraw]
  case .refresh: return state.pull()
  case .back: return goBack(&state)
  case .showHelp:
    if state.sheets.last != .help { state.open(.help) }
  case .switchLanguage:
    state.switchLanguage()
  case .dismissToast:
    if !state.toasts.isEmpty { state.toasts.removeLast() }
  case .logOut:
    return state.isSignedIn ? [.logOut] : []
  case .askToLogOut: state.askToLogOut()

  case .focus(let id): state.focus = id
  case .focusNext: return moveFocus(by: 1, &state)
  case .focusPrevious: return moveFocus(by: -1, &state)
  case .activate: return activate(&state)

  case .showTab(let tab): return show(tab, &state)
  case .nextTab: return show(state.neighbor(1), &state)
  case .previousTab: return show(state.neighbor(-1), &state)
  case .showCard:
    if state.isSignedIn, state.sheets.last != .card { state.open(.card) }
    return state.followCode()
  case .move(let move):
    let effects = state.moveInList(move)
    state.returnFocusToList()
    return effects
  case .openSearch: return state.openSearch()
  case .nextFilter: return state.nextFilter()
  case .select(let row):
    guard state.history.entries.indices.contains(row) else { return [] }
    state.history.list.selection = row
  case .openEntry(let row):
    guard state.history.entries.indices.contains(row) else { return [] }
    state.history.list.selection = row
    state.open(state.history.entries[row])
  case .openLatest(let row):
    guard state.home.contents.latest.indices.contains(row) else { return [] }
    state.open(state.home.contents.latest[row])
  case .openReversed:
    guard case .entry(let entry) = state.sheets.last ?? state.selectedDetail?.sheet,
      let line = state.reversed(by: entry)
    else { return [] }
    if state.tab == .history, let row = state.history.entries.firstIndex(of: line) {
      state.history.list.selection = row
    }
    state.open(line)
  case .sendCode, .submitCode, .resendCode, .changeNumber, .insertCode: break
  case .openReward, .openCoupon, .redeem, .confirmRedeem, .cancelRedeem:
    return performRewards(action, &state)
  case .explainBalance:
    guard state.isSignedIn, state.sheets.last != .explanation else { return [] }
    state.explanation = ExplanationState()
    state.open(.explanation)
    return [.loadExplanation]
  case .showTier:
    guard state.isSignedIn, state.sheets.last != .tier else { return [] }
    state.tier = TierState()
    state.open(.tier)
  case .suppose(let step): return state.suppose(step)
  case .choose(let id, let step): state.form?.choose(id, by: step)
  case .openMore(let row):
    guard state.isInside, state.moreItems.indices.contains(row) else { return [] }
    state.more.selection = row
    return perform(state.moreItems[row].action, &state)
  case .stepFocus(let step): return moveFocus(by: step, &state)
  case .showInbox, .openNotification, .markAllRead, .showPreferences, .switchPreference,
    .followNotification:
    return performInbox(action, &state)
  case .showStores, .openShop, .searchStores, .filterOpenStores, .showOrigins, .chooseOrigin,
    .countFromHere:
    return performStores(action, &state)
  case .showReferral, .showReferralCode, .giveReferralCode, .submitReferralCode:
    return performReferral(action, &state)
  case .openPromotion, .joinPromotion, .leavePromotion: return performPromotions(action, &state)
  case .enterPromoCode, .submitPromoCode: return performPromoCode(action, &state)
  case .showStamps:
    guard state.isSignedIn, state.sheets.last != .stamps else { return [] }
    state.stamps = ListState()
    state.open(.stamps)
  case .zoom(let step): state.zoomPaper(by: step)
  case .keepTyping: state.keepTyping()
  case .dropForm: state.dropForm()
  case .swapInk: state.isInkSwapped = state.paper != nil && !state.isInkSwapped
  case .wallet(let action): return performWallet(action, &state)
  case .nextSlide, .previousSlide, .skipIntro: return state.turnIntro(action)
  case .lookAround: return state.lookAround()
  case .logIn: return state.logIn()
  case .showAccounts, .openAccount, .addAccount, .submitAccount, .removeAccount:
    return performAccounts(action, &state)
  case .showProfile, .openProfileItem, .editProfile, .saveProfile, .showExport, .export,
    .showDeletion, .deleteAccount:
    return performProfile(action, &state)
  case .showConsents, .switchConsent: return performConsents(action, &state)
  case .showSessions, .openSession, .endSession, .showOtherSessions, .endOtherSessions:
    return performSessions(action, &state)
  case .screens(let action): return performScreens(action, &state)
  case .editor(let action): return performEditor(action, &state)
  case .travel(let action): return performTravel(action, &state)
  case .drafts(let action): return performDrafts(action, &state)
  }
  return []
}

extension State {
  mutating func open(_ sheet: Sheet) {
    // Beside the list one detail takes the place of another.
    if isBesideList, sheet.surface.kind == .detail { sheets.removeAll() }
    sheets.append(sheet)
    paperZoom = nil
    isInkSwapped = false
    focus = nil
  }
}

private func goBack(_ state: inout State) -> [Effect] {
  // A word that goes by itself must not take the key from what stands behind it.
  if let error = state.toasts.lastIndex(where: \.isError) {
    state.toasts.remove(at: error)
  } else if state.leaveStoreSearch() || state.leaveWalletSearch() {
    return []
  } else if state.travel != nil, state.openScreen != nil {
    state.endTravel()
  } else if state.sheets.last == .leavingForm {
    state.keepTyping()
  } else if state.askBeforeLosingWords() {
    return []
  } else if !state.sheets.isEmpty {
    state.sheets.removeLast()
    state.focus = nil
    state.rewards.leaveSheet()
    state.promotions.problem = nil
    state.paperZoom = nil
    state.isInkSwapped = false
    return state.followCode()
  } else if state.leaveLogin() {
    return []
  } else if !state.isInside {
    return performLogin(.changeNumber, &state) ?? []
  } else if let effects = state.leaveSearch() {
    return effects
  } else if state.tab != .home {
    return show(.home, &state)
  } else {
    state.focus = nil
  }
  return []
}

private func show(_ tab: Tab, _ state: inout State) -> [Effect] {
  guard state.isInside, state.tabs.contains(tab) else { return [] }
  state.tab = tab
  state.sheets = []
  state.focus = nil
  state.rewards.leaveSheet()
  state.promotions.problem = nil
  state.history.keepSelectionVisible(height: state.historyRows)
  switch tab {
  case .home: return []
  case .history:
    guard state.history.entries.isEmpty else { return [] }
    return [state.history.firstPage]
  case .rewards: return [.loadRewards]
  case .promotions: return [.loadPromotions]
  case .more: return []
  case .screen(let slug): return state.screens.screen(slug).map { state.loads(for: $0) } ?? []
  }
}
