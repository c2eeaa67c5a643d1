import Cells
import Loyalty
import Themes

/// What the state looks like; pure and total for any size.
public func view(_ state: State) -> Frame {
  var canvas = Canvas(state)
  if state.isInside {
    drawSignedIn(state, on: &canvas)
  } else if let slide = state.intro.slide {
    drawIntro(slide, state, on: &canvas)
  } else {
    drawLogin(state, on: &canvas)
  }
  if let sheet = state.sheets.last {
    if let below = state.sheetBelow {
      canvas.cover()
      draw(below, state, on: &canvas)
    }
    if state.isBesideList { canvas.leaveTabStops() } else { canvas.cover() }
    draw(sheet, state, on: &canvas)
  } else if state.pane != nil, let detail = state.selectedDetail {
    let first = canvas.elements.count
    draw(detail.sheet, state, on: &canvas)
    canvas.redirect(from: first, to: detail.action)
  }
  drawMessage(state, on: &canvas)
  drawToasts(state, on: &canvas)
  canvas.markFocus(isInList: state.places.contains(.list))
  let title = state.program?.name.value(in: state.settings.language) ?? "Loyalhub"
  return Frame(
    grid: canvas.grid, elements: canvas.elements,
    modes: Modes(title: title, cursor: canvas.cursor))
}

private func drawSignedIn(_ state: State, on canvas: inout Canvas) {
  let layout = Layout(state.size)
  drawHeader(state, in: layout.header, on: &canvas)
  switch state.tab {
  case .home where state.isGuest: drawGuestHome(state, in: layout.body, on: &canvas)
  case .home: drawHome(state, in: layout.body, on: &canvas)
  case .history: drawHistory(state, in: state.listBody, on: &canvas)
  case .rewards: drawRewards(state, in: state.listBody, on: &canvas)
  case .promotions: drawPromotions(state, in: state.listBody, on: &canvas)
  case .more: drawMore(state, in: layout.body, on: &canvas)
  case .screen(let slug): drawScreenTab(slug, state, in: layout.body, on: &canvas)
  }
  drawTabBar(state, in: layout.tabs, on: &canvas)
}

extension State {
  /// What takes the whole screen and is seen around the panel on top of it.
  fileprivate var sheetBelow: Sheet? {
    guard let sheet = sheets.last, sheet.isPanel else { return nil }
    return sheets.dropLast().last { !$0.isPanel }
  }
}

extension Sheet {
  /// Whether it leaves some of the editor, or of the content screen below it, to be seen.
  fileprivate var isPanel: Bool {
    [
      .travel, .newScreen, .deletingScreen, .editor(.leaving), .editor(.publishing),
      .editor(.plan), .leavingForm,
    ].contains(self)
  }
}

private func draw(_ sheet: Sheet, _ state: State, on canvas: inout Canvas) {
  switch sheet {
  case .help: drawHelp(state, on: &canvas)
  case .card: drawCard(state, on: &canvas)
  case .entry(let entry): drawEntry(entry, state, on: &canvas)
  case .reward(let id): drawReward(id, state, on: &canvas)
  case .coupon(let id): drawCoupon(id, state, on: &canvas)
  case .explanation: drawExplanation(state, on: &canvas)
  case .tier: drawTier(state, on: &canvas)
  case .inbox: drawInbox(state, on: &canvas)
  case .notification(let id): drawNotification(id, state, on: &canvas)
  case .preferences: drawPreferences(state, on: &canvas)
  case .stores: drawStores(state, on: &canvas)
  case .shop(let id): drawShop(id, state, on: &canvas)
  case .origins: drawOrigins(state, on: &canvas)
  case .referral: drawReferral(state, on: &canvas)
  case .referralCode: drawReferralCode(state, on: &canvas)
  case .referralClaim: drawReferralClaim(state, on: &canvas)
  case .promotion(let id): drawPromotion(id, state, on: &canvas)
  case .stamps: drawStamps(state, on: &canvas)
  case .promoCode: drawPromoCode(state, on: &canvas)
  case .wallet(let sheet): drawWallet(sheet, state, on: &canvas)
  case .accounts: drawAccounts(state, on: &canvas)
  case .addAccount: drawAddAccount(state, on: &canvas)
  case .loginNeeded: drawLoginNeeded(state, on: &canvas)
  case .loggingOut: drawLogOut(state, on: &canvas)
  case .profile: drawProfile(state, on: &canvas)
  case .profileForm: drawProfileForm(state, on: &canvas)
  case .consents: drawConsents(state, on: &canvas)
  case .sessions: drawSessions(state, on: &canvas)
  case .session(let id): drawSession(id, state, on: &canvas)
  case .otherSessions: drawOtherSessions(state, on: &canvas)
  case .export: drawExport(state, on: &canvas)
  case .deletion: drawDeletion(state, on: &canvas)
  case .screen(let slug): drawScreenSheet(slug, state, on: &canvas)
  case .drafts: drawDrafts(state, on: &canvas)
  case .leavingForm: drawLeavingForm(state, on: &canvas)
  case .newScreen: drawNewScreen(state, on: &canvas)
  case .deletingScreen: drawScreenDeletion(state, on: &canvas)
  case .travel: drawTravel(state, on: &canvas)
  case .editor(.main): drawEditor(state, on: &canvas)
  case .editor(.kinds(let isRetyping)): drawKinds(isRetyping: isRetyping, state, on: &canvas)
  case .editor(.targets): drawTargets(state, on: &canvas)
  case .editor(.names): drawNames(state, on: &canvas)
  case .editor(.leaving): drawLeaving(state, on: &canvas)
  case .editor(.conflict): drawConflict(state, on: &canvas)
  case .editor(.publishing): drawPublishing(state, on: &canvas)
  case .editor(.plan): drawPlan(state, on: &canvas)
  case .editor(.revisions): drawRevisions(state, on: &canvas)
  case .editor(.difference): drawDifference(state, on: &canvas)
  }
}
