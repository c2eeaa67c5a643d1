public import Loyalty

/// What a promo code gave; what there is to show of it was loaded before.
public enum PromoCodeOutcome: Equatable, Sendable {
  case points(Points)
  case coupon(Coupon.ID, LocalizedText)
  case promotion(Promotion.ID, LocalizedText)
  /// Something that only a newer client knows, by its name.
  case other(LocalizedText)
}

/// What the actions of the promo code's sheet do.
func performPromoCode(_ action: PromoCodeAction, _ state: inout State) -> [Effect] {
  guard case .submit = action else {
    guard state.sheets.last != .promoCode else { return [] }
    let field = Form.Field(.promoCode, .promoCodeField, limit: 64)
    state.openSheet(
      with: Form(on: .promoCode, [field], submit: .promoCode(.submit), title: .promoCodeSubmit))
    return []
  }
  guard let form = state.openForm, form.sheet == .promoCode, !form.isBusy else { return [] }
  let code = form[.promoCode].filter { !$0.isWhitespace }
  if code.isEmpty { return reject(.phrase(.promoCodeEmpty), &state) }
  if state.refusesAway(.promoCode(.submit)) { return [] }
  state.form?.isBusy = true
  return [.ask(.promoCode(code))]
}

/// Shows what the code gave, where the member waits for it or as a word at the edge.
func takeGift(_ outcome: PromoCodeOutcome, _ state: inout State) -> [Effect] {
  guard state.isSignedIn else { return [] }
  let isWaiting = state.sheets.last == .promoCode
  if isWaiting { state.sheets.removeLast() }
  state.focus = nil
  let phrases = state.phrases
  switch outcome {
  case .points(let points):
    state.toast(
      phrases.say(.promoCodeGave, ["gift": phrases.points(points, of: state.program)]))
  case .coupon(let id, let title):
    if isWaiting, state.rewards.coupon(id) != nil {
      _ = perform(.rewards(.openCoupon(id)), &state)
    } else {
      sayGift(title, &state)
    }
  case .promotion(let id, let title):
    if isWaiting, let promotion = state.promotions.promotion(id) {
      openPromotion(promotion, &state)
    } else {
      sayGift(title, &state)
    }
  case .other(let title): sayGift(title, &state)
  }
  return state.network.isWorking ? [.ask(.pull)] : state.pull()
}

/// What was typed stays, with what is wrong below it.
func failPromoCode(_ trouble: Trouble, _ state: inout State) -> [Effect] {
  let problem: Form.Problem =
    switch trouble {
    // Nothing was sent.
    case .offline(let cause) where !cause.isPassing || cause.isRefusal:
      .said(state.words(for: trouble))
    case .offline, .garbled, .tooLarge: .phrase(.promoCodeLost)
    case .refused(_, let title, let detail, _): .said(detail ?? title)
    case .signedOut, .local, .storage: .said(state.words(for: trouble))
    }
  guard state.form?.sheet == .promoCode else {
    state.toast(state.say(problem), isError: true)
    return []
  }
  return reject(problem, &state)
}

private func reject(_ problem: Form.Problem, _ state: inout State) -> [Effect] {
  state.form?.isBusy = false
  state.form?.reject(.promoCode, problem)
  if state.openForm != nil { state.showProblems() }
  return []
}

private func sayGift(_ title: LocalizedText, _ state: inout State) {
  let words = title.value(in: state.settings.language) ?? ""
  state.toast(state.phrases.say(.promoCodeGave, ["gift": words]))
}

extension Element.ID {
  static let promoCode: Element.ID = "promo.code"
}
