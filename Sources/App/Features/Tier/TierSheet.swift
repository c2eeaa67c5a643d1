import Cells
import Loyalty
import Themes

/// The tier: where it stands, what keeps it, what it brings, and what more points would change.
func drawTier(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let status = state.home.contents.tier, let tier = status.tier else {
    let isKnown = state.home.contents.tier != nil
    drawNoteSheet(
      .tier, "tier.none", isKnown ? phrases.say(.noTiers) : state.awaitedWords, state, on: &canvas)
    return
  }
  let name = tier.name.value(in: state.settings.language) ?? ""
  let rows = 11 + tier.benefits.count + status.tiers.count
  var rest = drawSheet("\(phrases.say(.tier)): \(name)", rows: rows, state, on: &canvas)
  drawSheetAge(state.home.contents.tierConfirmedAt, state, below: rest, on: &canvas)
  let whatIf = rest.bottom(min(3, max(0, rest.height - 4)))
  rest = rest.inset(bottom: whatIf.height + (rest.height >= 12 ? 1 : 0))
  drawStanding(status, state, in: &rest, on: &canvas)
  drawBenefits(tier, state, in: &rest, on: &canvas)
  drawTiers(status, state, in: rest, on: &canvas)
  drawWhatIf(state, in: whatIf, on: &canvas)
}

private func drawStanding(
  _ status: TierStatus, _ state: State, in rest: inout Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let year = state.settings.zone.local(state.now).day.year
  canvas.bar(status.progress, in: rest.top(1))
  rest = rest.inset(top: 1)
  canvas.label("tier.next", .text, state.words(forNextOf: status), in: rest, .sheetText)
  rest = rest.inset(top: 1)
  let earned = phrases.points(status.earned, of: state.program)
  canvas.label(
    "tier.earned", .text,
    phrases.say(.tierEarned, ["points": earned, "day": phrases.day(status.from, in: year)]),
    in: rest, .sheetMuted)
  rest = rest.inset(top: 1)
  let keep =
    status.keep.map { keep in
      phrases.say(
        .tierKeep,
        [
          "points": phrases.number(keep.missing, of: state.program),
          "day": phrases.day(keep.by, in: year),
        ])
    } ?? phrases.say(.tierKept)
  canvas.label("tier.keep", .text, keep, in: rest, .sheetMuted)
  rest = rest.inset(top: 1)
}

private func drawBenefits(
  _ tier: Tier, _ state: State, in rest: inout Rect, on canvas: inout Canvas
) {
  guard rest.height >= 1, !tier.benefits.isEmpty else { return }
  if rest.height >= tier.benefits.count + 1 { rest = rest.inset(top: 1) }
  for (index, benefit) in tier.benefits.prefix(rest.height).enumerated() {
    canvas.label(
      Element.ID(rawValue: "tier.benefit.\(index)"), .text,
      "• " + (benefit.value(in: state.settings.language) ?? ""), in: rest.inset(top: index),
      .sheetText)
  }
  rest = rest.inset(top: min(rest.height, tier.benefits.count))
}

/// All tiers with what they take, when all of them fit.
private func drawTiers(
  _ status: TierStatus, _ state: State, in rest: Rect, on canvas: inout Canvas
) {
  guard rest.height > status.tiers.count else { return }
  for (index, tier) in status.tiers.enumerated() {
    let isCurrent = tier.id == status.tier?.id
    let name = tier.name.value(in: state.settings.language) ?? ""
    let from = state.phrases.say(
      .tierFrom, ["points": state.phrases.points(tier.threshold, of: state.program)])
    let place = rest.inset(top: index + 1).top(1)
    let column = place.narrowed(to: 16)
    canvas.write(
      FocusMark.before(name, isMarked: isCurrent), in: column,
      isCurrent ? .sheetHeading : .sheetMuted)
    canvas.write(from, in: place.inset(left: 17), .sheetMuted)
    var element = Element(
      Element.ID(rawValue: "tier.level.\(index)"), .text, "\(name), \(from)", bounds: place)
    element.isSelected = isCurrent
    canvas.add(element)
  }
}
