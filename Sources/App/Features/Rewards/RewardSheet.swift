import Cells
import Loyalty
import Themes

/// One reward: what it is, what it costs, what is in the way, and the way to it.
func drawReward(_ id: Reward.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let reward = state.rewards.reward(id) else {
    drawNoteSheet(.rewards, "reward.gone", phrases.say(.rewardGone), state, on: &canvas)
    return
  }
  let language = state.settings.language
  let title = reward.title.value(in: language) ?? ""
  var rest = drawSheet(
    title, rows: state.isCompact ? 8 : 15, hero: Hero(name: title, picture: reward.picture), state,
    on: &canvas)
  if rest.height >= 10 {
    drawWishes(id, state, in: rest.bottom(1), on: &canvas)
    rest = rest.inset(bottom: rest.height >= 14 ? 2 : 1)
  }
  rest = rest.inset(top: drawCost(reward, state, in: rest, on: &canvas))
  rest = rest.inset(top: drawNearness(reward, state, in: rest, on: &canvas))
  let foot = min(rest.height, 5)
  let description = reward.description.value(in: language) ?? ""
  if !description.isEmpty, rest.height > foot {
    let place = rest.top(min(state.pane == nil ? 3 : 8, rest.height - foot))
    let rows = canvas.sheetText(
      [TextLine](
        ("reward.whole", displayWidth(of: title) > rest.width ? title : "", .sheetHeading),
        ("reward.description", description, .sheetText)),
      state, in: place)
    rest = rest.inset(top: rows + (rest.height - rows > foot ? 1 : 0))
  }
  drawDecision(reward, state, in: rest, on: &canvas)
}

/// The price, large where there is room, what is left of the balance then, and what else counts.
///
/// - Returns: the rows that it took.
private func drawCost(
  _ reward: Reward, _ state: State, in rect: Rect, on canvas: inout Canvas
) -> Int {
  let phrases = state.phrases
  let facts = facts(reward, state)
  let cost = phrases.points(reward.cost, of: state.program)
  guard rect.height >= 12 else {
    let words = facts.isEmpty ? cost : "\(cost) · \(facts)"
    canvas.label("reward.cost", .text, words, in: rect, .sheetHeading)
    return rect.height >= 7 ? 2 : 1
  }
  let (rows, end) = canvas.bigNumber(
    "reward.cost", phrases.number(reward.cost, of: state.program),
    unit: phrases.noun(for: reward.cost, of: state.program),
    spoken: facts.isEmpty ? cost : "\(cost) · \(facts)", in: rect.top(3), .heading,
    unitLook: .muted)
  if rows == 3, reward.blockers.isEmpty, let available = state.home.contents.balance?.available,
    available >= reward.cost
  {
    let words = phrases.say(.afterRedeeming)
    let left = phrases.number(available - reward.cost, of: state.program)
    let place = rect.inset(left: end - rect.x + 2)
    if place.width >= max(displayWidth(of: words), displayWidth(of: left)) {
      canvas.write(words, in: place.inset(top: 1), .hint, .right)
      canvas.write(left, in: place.inset(top: 2), .heading, .right)
    }
  }
  guard !facts.isEmpty else { return rows + 1 }
  canvas.write(facts, in: rect.inset(top: rows), .sheetMuted)
  return rows + 2
}

/// How much of the price is there, where only points are missing.
///
/// - Returns: the rows that it took.
private func drawNearness(
  _ reward: Reward, _ state: State, in rect: Rect, on canvas: inout Canvas
) -> Int {
  guard rect.height >= 9, let share = state.nearness(of: reward),
    let balance = state.home.contents.balance
  else { return 0 }
  canvas.bar(share, in: rect)
  let have = state.phrases.number(balance.available, of: state.program)
  let cost = state.phrases.number(reward.cost, of: state.program)
  canvas.label("reward.nearness", .text, "\(have) / \(cost)", in: rect.inset(top: 1), .hint)
  return 3
}

/// What can be wished for with it; while it is asked whether to spend, the key that says yes.
private func drawWishes(
  _ id: Reward.ID, _ state: State, in row: Rect, on canvas: inout Canvas
) {
  let isAsked: Bool
  if case .confirming(id, _) = state.rewards.step { isAsked = true } else { isAsked = false }
  let named: [Action] =
    isAsked ? [.rewards(.confirm)] : [.rewards(.toggleGoal), .rewards(.toggleFavourite)]
  let hints = state.commands(on: .reward(id)) { named.contains($0.action) }
  canvas.hintLine(hints.map { Hint(sheet: $0, state) }, gap: 3, in: row, on: .sheet)
}

/// What is left, and how many one may have, in one line.
private func facts(_ reward: Reward, _ state: State) -> String {
  let phrases = state.phrases
  var facts: [String] = []
  if let stock = reward.stockLeft {
    facts.append(
      stock > 0
        ? phrases.say(.stockLeft, ["count": phrases.decimal(Int64(stock))])
        : phrases.say(.reasonStock))
  }
  if let limit = reward.limitPerMember {
    facts.append(phrases.say(.limitEach, ["count": phrases.decimal(Int64(limit))]))
  }
  return facts.joined(separator: " · ")
}

private func drawDecision(
  _ reward: Reward, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  var rest = rect
  let cost = phrases.points(reward.cost, of: state.program)
  if case .confirming(reward.id, let agreed) = state.rewards.step {
    drawQuestion(agreed, state, in: rest, on: &canvas)
    return
  }
  for (index, blocker) in reward.blockers.enumerated() where rest.height >= 2 {
    let id = Element.ID(rawValue: "reward.blocker.\(index)")
    let words = state.words(for: blocker, of: reward)
    let place = rest.inset(bottom: 1)
    rest = rest.inset(top: canvas.paragraph(id, words, in: place, .sheetText))
  }
  if let problem = state.rewards.problem, rest.height >= 2 {
    let words = state.words(for: problem, reward: reward.id)
    let rows = canvas.paragraph("reward.error", words, in: rest.inset(bottom: 1), .sheetNegative)
    rest = rest.inset(top: rows)
  }
  rest = rest.inset(top: rest.height >= 3 ? 1 : 0)
  guard state.isSignedIn else {
    drawLogInButton(state, in: rest, on: &canvas)
    return
  }
  let isRedeeming = state.rewards.isRedeeming
  canvas.button(
    .redeem, isRedeeming ? phrases.say(.redeeming) : phrases.say(.redeem, ["points": cost]),
    in: rest.narrowed(to: 34), action: .rewards(.redeem),
    isEnabled: reward.blockers.isEmpty && !isRedeeming, isPrimary: true)
}

/// The same once more before points are spent; the careful answer comes first.
private func drawQuestion(
  _ cost: Points, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let points = phrases.points(cost, of: state.program)
  var rest = rect
  canvas.label(
    "reward.question", .text, phrases.say(.redeemAsk, ["points": points]), in: rest, .sheetText)
  rest = rest.inset(top: 1)
  if let available = state.home.contents.balance?.available, available >= cost, rest.height >= 3 {
    let left = phrases.points(available - cost, of: state.program)
    canvas.label(
      "reward.rest", .text, phrases.say(.redeemRest, ["points": left]), in: rest, .sheetMuted)
    rest = rest.inset(top: rest.height >= 4 ? 2 : 1)
  }
  canvas.answers(
    [
      .init(id: .cancelRedeem, title: phrases.say(.redeemCancel), action: .rewards(.cancel)),
      .init(
        id: "reward.confirm", title: phrases.say(.redeemConfirm, ["points": points]),
        action: .rewards(.confirm), isPrimary: true),
    ], in: rest)
}
