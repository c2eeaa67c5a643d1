import Loyalty

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
    if state.sheets.last != .help { state.open(.help) }
  case .switchLanguage: state.switchLanguage()
  case .dismissToast:
    if !state.toasts.isEmpty { state.toasts.removeLast() }
    // Who has clicked it had the focus on it; the next word in its place is another one.
    if state.focus?.isToast == true { state.focus = nil }

  case .focus(let id): state.focus = id
  case .focusNext: return moveFocus(by: 1, &state)
  case .focusPrevious: return moveFocus(by: -1, &state)
  case .stepFocus(let step): return moveFocus(by: step, &state)
  case .activate: return activate(&state)

  case .showTab(let tab): return show(tab, &state)
  case .nextTab: return show(state.neighbor(1), &state)
  case .previousTab: return show(state.neighbor(-1), &state)
  case .move(let move):
    let effects = state.moveInList(move)
    state.returnFocusToList()
    return effects

  case .form(let action): return performForm(action, &state)
  case .intro(let action): return performIntro(action, &state)
  case .login(let action): return performLogin(action, &state)
  case .guest(let action): return performGuest(action, &state)
  case .home(let action): return performHome(action, &state)
  case .history(let action): return performHistory(action, &state)
  case .rewards(let action): return performRewards(action, &state)
  case .promotions(let action): return performPromotions(action, &state)
  case .more(let action): return performMore(action, &state)
  case .card(let action): return performCard(action, &state)
  case .explanation(let action): return performExplanation(action, &state)
  case .tier(let action): return performTier(action, &state)
  case .stamps(let action): return performStamps(action, &state)
  case .inbox(let action): return performInbox(action, &state)
  case .stores(let action): return performStores(action, &state)
  case .referral(let action): return performReferral(action, &state)
  case .promoCode(let action): return performPromoCode(action, &state)
  case .wallet(let action): return performWallet(action, &state)
  case .accounts(let action): return performAccounts(action, &state)
  case .profile(let action): return performProfile(action, &state)
  case .consents(let action): return performConsents(action, &state)
  case .sessions(let action): return performSessions(action, &state)
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
    return performLogin(.changeNumber, &state)
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
  case .rewards: return [.load(.rewards)]
  case .promotions: return [.load(.promotions)]
  case .more: return []
  case .screen(let slug): return state.screens.screen(slug).map { state.loads(for: $0) } ?? []
  }
}
