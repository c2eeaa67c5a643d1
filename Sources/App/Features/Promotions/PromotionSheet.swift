import Cells
import Loyalty
import Themes

/// One offer: until when, what for, how far the member is, on which terms, and the way in or out.
func drawPromotion(_ id: Promotion.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let promotion = state.promotions.promotion(id) else {
    let words = phrases.say(.promotionGone)
    drawNoteSheet(.promotions, "promotion.gone", words, state, on: &canvas)
    return
  }
  let language = state.settings.language
  let description = promotion.description.value(in: language) ?? ""
  let terms = promotion.terms.value(in: language) ?? ""
  let isBeside =
    canvas.pane == nil && state.hasBesides(promotion.picture, width: state.size.width)
  let width = isBeside ? 44 : 54
  let texts = [description, terms].map { wrapped($0, width: width, maxLines: 40).count }
  let rows = 9 + texts[0] + texts[1] + (state.promotions.problem == nil ? 0 : 2)
  let title = promotion.title.value(in: language) ?? ""
  var rest = drawSheet(
    title, rows: rows, hero: Hero(name: title, picture: promotion.picture), state, on: &canvas)
  drawSheetAge(state.promotions.contents.confirmedAt, state, below: rest, on: &canvas)
  let facts = canvas.paragraph(
    "promotion.window", facts(promotion, state), in: rest.top(min(2, rest.height)), .sheetHeading)
  rest = rest.inset(top: rest.height >= 10 ? facts + 1 : facts)
  let foot = rest.bottom(min(rest.height, footRows(promotion, state, width: rest.width)))
  var text = rest.inset(bottom: foot.height)
  drawGoal(promotion, state, in: &text, on: &canvas)
  _ = canvas.sheetText(
    [TextLine](
      ("promotion.whole", displayWidth(of: title) > rest.width ? title : "", .sheetHeading),
      ("promotion.description", description, .sheetText), ("promotion.terms", terms, .sheetMuted)),
    state, in: text)
  drawFoot(promotion, state, in: foot, on: &canvas)
}

/// The window in days and in words, and how many places are left.
private func facts(_ promotion: Promotion, _ state: State) -> String {
  let phrases = state.phrases
  var facts = ["\(state.day(promotion.from)) – \(state.day(promotion.to))"]
  facts.append(state.window(of: promotion))
  if let left = promotion.placesLeft, !promotion.isEnrolled {
    facts.append(
      left > 0
        ? phrases.say(.promotionPlaces, ["count": phrases.decimal(Int64(left))])
        : phrases.say(.promotionFull))
  }
  return facts.joined(separator: " · ")
}

/// What it gives, and how far the member is.
private func drawGoal(
  _ promotion: Promotion, _ state: State, in rest: inout Rect, on canvas: inout Canvas
) {
  let reward = promotion.reward.value(in: state.settings.language) ?? ""
  if !reward.isEmpty, !rest.isEmpty {
    let rows = canvas.paragraph(
      "promotion.reward", state.phrases.say(.promotionGives, ["reward": reward]),
      in: rest.top(min(2, rest.height)), .sheetText)
    rest = rest.inset(top: rows)
  }
  if let progress = promotion.progress, rest.height >= 1 {
    let words = state.words(for: progress)
    let bar = min(24, rest.width - displayWidth(of: words) - 2)
    var place = rest.top(1)
    if bar >= 6 {
      let isCounted = [.purchases, .days].contains(progress.unit)
      canvas.bar(
        progress.share, steps: isCounted ? Int(clamping: progress.target) : nil,
        in: place.narrowed(to: bar))
      place = place.inset(left: bar + 2)
    }
    canvas.label(
      "promotion.progress", .text, words, in: place,
      promotion.isEnrolled ? .sheetText : .sheetMuted)
    rest = rest.inset(top: 1)
  }
  if rest.height >= 5 { rest = rest.inset(top: 1) }
}

/// What stands at the foot: a button, or why there is none.
private func footWords(_ promotion: Promotion, _ state: State) -> String? {
  guard state.isSignedIn else { return nil }
  let phrases = state.phrases
  if let done = promotion.completedAt {
    return phrases.say(.promotionCompleted, ["day": state.day(done)])
  }
  if promotion.enrollment == .auto { return phrases.say(.promotionAuto) }
  return nil
}

private func footRows(_ promotion: Promotion, _ state: State, width: Int) -> Int {
  let problem = state.promotions.problem.map {
    wrapped(state.words(for: $0), width: max(1, width), maxLines: 3).count
  }
  let isForMembers = !state.isSignedIn && promotion.enrollment != .none
  let hasFoot =
    isForMembers || promotion.canChange(at: state.now) || footWords(promotion, state) != nil
  return (problem ?? 0) + (hasFoot ? 1 + wordRows(promotion, state, width: width) : 0)
}

/// Of what is said in place of a button, or of the button.
private func wordRows(_ promotion: Promotion, _ state: State, width: Int) -> Int {
  footWords(promotion, state).map { wrapped($0, width: max(1, width), maxLines: 2).count } ?? 1
}

private func drawFoot(
  _ promotion: Promotion, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  var rest = rect
  if let problem = state.promotions.problem, rest.height >= 2 {
    let rows = canvas.paragraph(
      "promotion.error", state.words(for: problem), in: rest.inset(bottom: 1), .sheetNegative)
    rest = rest.inset(top: rows)
  }
  if let words = footWords(promotion, state) {
    let rows = min(rest.height, wordRows(promotion, state, width: rest.width))
    canvas.paragraph(
      "promotion.state", words, in: rest.bottom(rows), .sheetMuted, role: .status)
    return
  }
  rest = rest.bottom(min(1, rest.height))
  guard state.isSignedIn else {
    if promotion.enrollment != .none { drawLogInButton(state, in: rest, on: &canvas) }
    return
  }
  guard promotion.canChange(at: state.now) else { return }
  let isChanging = state.promotions.changing == promotion.id
  let isFull = !promotion.isEnrolled && promotion.placesLeft == 0
  let title: Phrase =
    isChanging ? .promotionWait : promotion.isEnrolled ? .promotionLeave : .promotionJoin
  canvas.button(
    .enrollment, phrases.say(title), in: rest.narrowed(to: 34),
    action: promotion.isEnrolled ? .promotions(.leave) : .promotions(.join),
    isEnabled: !isChanging && !isFull, isPrimary: !promotion.isEnrolled)
}
