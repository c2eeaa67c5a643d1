import Cells
import Loyalty

/// What the actions of recommending do.
func performReferral(_ action: ReferralAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .referral(.overview) else { return [] }
    state.referral.list = ListState()
    state.referral.rulesTop = 0
    state.openSheet(.referral(.overview))
    return [.load(.referral)]
  case .showCode:
    guard state.sheets.last == .referral(.overview), state.referral.contents.referral != nil else {
      return []
    }
    state.openSheet(.referral(.code))
  case .giveCode:
    guard state.sheets.last == .referral(.overview) else { return [] }
    state.openSheet(
      with: Form(
        on: .referral(.claim),
        [Form.Field(.referralField, .referralField, limit: 40, placeholder: .referralFieldHint)],
        submit: .referral(.submitCode), title: .referralSend))
  case .submitCode: return submit(&state)
  }
  return []
}

private func submit(_ state: inout State) -> [Effect] {
  guard let form = state.openForm, form.sheet == .referral(.claim), !form.isBusy else { return [] }
  let code = form[.referralField].filter { !$0.isWhitespace }
  if code.isEmpty { return state.rejectInForm(.phrase(.referralMissing)) }
  if state.refusesAway(.referral(.submitCode)) { return [] }
  state.form?.isBusy = true
  return [.ask(.claimReferral(code))]
}

extension State {
  /// Friends that fit on the screen.
  var friendRows: Int { max(1, ReferralLayout(self).list.height) }

  /// A page on is the rest of the rules first, then the friends; a page back the other way round.
  mutating func moveInReferral(_ move: Move) {
    let layout = ReferralLayout(self)
    if case .pages(let pages) = move, pages > 0 || referral.list.selection == 0 {
      let (count, height) = (layout.ruleLines.count, layout.rules.height)
      let top = min(referral.rulesTop, max(0, count - height))
      referral.rulesTop = move.firstLine(from: top, of: count, height: height)
      if referral.rulesTop != top { return }
    }
    let count = referral.contents.referral?.friends.count ?? 0
    referral.list.move(move, count: count, height: max(1, layout.list.height))
  }

  mutating func finishClaim() -> [Effect] {
    sheets.removeAll { $0 == .referral(.claim) }
    toast(phrases.say(.referralThanks))
    return []
  }

  mutating func failClaim(_ trouble: Trouble) -> [Effect] {
    guard openForm?.sheet == .referral(.claim) else {
      toast(words(for: trouble), isError: true)
      return []
    }
    form?.isBusy = false
    if trouble.isAway {
      form?.reject(.referralField, .phrase(.referralOffline))
    } else {
      let said = words(for: trouble)
      form?.reject(.referralField, .said(said))
    }
    showProblems()
    return []
  }
}

extension Element.ID {
  static let referralField: Element.ID = "referral.field"
}
