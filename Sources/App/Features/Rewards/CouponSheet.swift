import Cells
import Loyalty
import Themes

/// A coupon full size for the till, like the card; one that is past says what became of it.
func drawCoupon(_ id: Coupon.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let coupon = state.rewards.coupon(id) else {
    drawNoteSheet(.coupon, "coupon.gone", phrases.say(.couponGone), state, on: &canvas)
    return
  }
  // Beside the list it is only looked at: the till wants it large.
  guard let paper = state.couponPaper(id), !state.sheets.isEmpty else {
    drawCouponFacts(coupon, state, on: &canvas)
    return
  }
  drawPaper(paper, state, on: &canvas)
}

extension State {
  /// A coupon that can be used now.
  func couponPaper(_ id: Coupon.ID) -> Paper? {
    guard let coupon = rewards.coupon(id), coupon.state(at: now) == .active else { return nil }
    let code = cleaned(coupon.code, limit: 62)
    var captions = [coupon.title.value(in: settings.language) ?? ""]
    let value = coupon.value.map { phrases.say(.valueOff, ["money": phrases.money($0)]) }
    captions.append([value, words(for: coupon)].compactMap(\.self).joined(separator: " · "))
    return Paper(
      prefix: "coupon", name: "\(phrases.say(.coupon)) \(captions[0])", number: code,
      captions: captions, symbol: rewards.symbol, unreadable: .couponUnreadable)
  }
}

private func drawCouponFacts(_ coupon: Coupon, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let language = state.settings.language
  var rest = drawSheet(
    coupon.title.value(in: language) ?? "", rows: 8, state, on: &canvas)
  var words = "\(phrases.say(.coupon)): \(state.words(for: coupon))"
  // When a coupon was withdrawn is not told; its last day does not matter any more.
  if ![.active, .withdrawn].contains(coupon.state(at: state.now)) {
    words += ", \(state.day(coupon.usedAt ?? coupon.expiresAt))"
  }
  canvas.label("coupon.state", .text, words, in: rest, .sheetHeading)
  rest = rest.inset(top: 2)
  if let value = coupon.value {
    let words = phrases.say(.valueOff, ["money": phrases.money(value)])
    canvas.label("coupon.value", .text, words, in: rest, .sheetText)
    rest = rest.inset(top: 1)
  }
  if let description = coupon.description.value(in: language), !description.isEmpty {
    let place = rest.top(min(state.pane == nil ? 3 : 8, rest.height))
    rest = rest.inset(
      top: canvas.paragraph("coupon.description", description, in: place, .sheetText) + 1)
  }
  canvas.label(
    "coupon.issued", .text, phrases.say(.couponIssued, ["day": state.day(coupon.issuedAt)]),
    in: rest, .sheetMuted)
}
