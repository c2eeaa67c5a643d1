import Cells
import Loyalty
import Themes

/// The code to tell, what it brings, and how far friends have come; beside them the card that a
/// friend's camera reads.
func drawReferral(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let contents = state.referral.contents
  let layout = ReferralLayout(state)
  let sheet = drawFullSheet(
    phrases.say(.referral), asOf: contents.confirmedAt, of: .referral, beside: layout.card.width,
    state, on: &canvas)
  guard let referral = contents.referral else {
    canvas.awaited("referral.empty", state, in: sheet.body)
    return
  }
  drawReferralHead(referral, state, layout, on: &canvas)
  drawFriends(referral, state, in: layout.list, on: &canvas)
  drawInvitation(referral, state, in: layout.card, on: &canvas)
}

private func drawReferralHead(
  _ referral: Referral, _ state: State, _ layout: ReferralLayout, on canvas: inout Canvas
) {
  let phrases = state.phrases
  if !layout.lead.isEmpty {
    let bonus = phrases.points(referral.bonus, of: state.program)
    let (name, lead) = (
      phrases.say(.referralCode), phrases.say(.referralLead, ["points": bonus])
    )
    var place = layout.lead
    if displayWidth(of: name) + 2 + displayWidth(of: lead) <= place.width {
      canvas.write(name, in: place, .sheetMuted)
      place = place.inset(left: displayWidth(of: name) + 2)
    }
    canvas.write(lead, in: place, .sheetPositive, layout.isBig ? .left : .right)
  }
  canvas.bigCode("referral.code", referral.code, in: layout.code, .sheetHeading)
  canvas.write(referral.link, in: layout.link, .sheetMuted)
  var link = Element("referral.link", .text, referral.link, bounds: layout.link)
  link.link = referral.link
  link.bounds.width = min(link.bounds.width, displayWidth(of: referral.link))
  canvas.add(link)
  drawRules(referral, state, layout, on: &canvas)
  var heading = layout.heading
  if referral.earned > .zero {
    let earned = phrases.say(
      .referralEarned, ["points": phrases.points(referral.earned, of: state.program)])
    canvas.label("referral.earned", .status, earned, in: heading, .sheetMuted, .right)
    heading = heading.inset(right: displayWidth(of: earned) + 1)
  }
  let count = referral.friends.count
  canvas.section(
    SectionHead(
      id: "referral.friends", title: phrases.say(.referralFriends),
      count: count > 0 ? phrases.decimal(Int64(count)) : nil), in: heading)
}

/// As much of the rules as fits, from where they are scrolled to.
private func drawRules(
  _ referral: Referral, _ state: State, _ layout: ReferralLayout, on canvas: inout Canvas
) {
  let (place, lines) = (layout.rules, layout.ruleLines)
  guard !place.isEmpty else { return }
  let first = max(0, min(state.referral.rulesTop, lines.count - place.height))
  for (row, line) in lines.dropFirst(first).prefix(place.height).enumerated() {
    canvas.write(line, in: place.inset(top: row), .sheetText)
  }
  let text = referral.rules.value(in: state.settings.language) ?? ""
  canvas.add(Element("referral.rules", .text, text, bounds: place))
  canvas.scrollMarks(
    isAbove: first > 0, isBelow: first + place.height < lines.count, in: place)
}

/// The business's face, the link on its paper, and below what a friend is worth.
private func drawInvitation(
  _ referral: Referral, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  guard case .encoded(let modules) = state.referral.symbol,
    let size = state.referral.symbol.size(at: state.codeZoom), rect.width >= size.width,
    rect.height >= size.height
  else { return }
  let phrases = state.phrases
  let spare = rect.height - size.height
  let below = spare >= 18 ? 2 : min(1, spare)
  let head = rect.top(spare >= 18 ? 5 : min(3, spare - below))
  canvas.brandGround(state.program, in: head)
  let name = state.program?.name.value(in: state.settings.language) ?? ""
  canvas.brandMark(
    name,
    in: head.inset(x: state.margin).inset(top: head.height > 1 ? 1 : 0, bottom: head.height / 5))
  let paper = rect.inset(top: head.height).top(size.height + below)
  canvas.fillPaper(paper)
  canvas.draw(
    modules, zoom: state.codeZoom, x: paper.x + (paper.width - size.width) / 2, y: paper.y)
  canvas.add(
    Element(
      "referral.symbol", .image, "\(phrases.say(.referralShowCode)) \(referral.code)",
      bounds: paper, action: .referral(.showCode)))
  if below > 0 {
    canvas.printLabel("referral.symbol.code", referral.code, in: paper.inset(top: size.height))
  }
  let foot = rect.inset(top: head.height + paper.height)
  guard !foot.isEmpty else { return }
  canvas.area(foot, on: .surface) { canvas, place in
    let inner = place.inset(x: state.margin, y: 1)
    canvas.hint(
      Hint(
        id: "referral.zoom", key: Command.key(.referral(.showCode), on: .referral),
        title: phrases.say(.referralLarge), action: nil), in: inner, on: .page)
    guard inner.height >= 7 else { return }
    canvas.bigNumber(
      "referral.bonus", "+\(phrases.number(referral.bonus, of: state.program))",
      unit: phrases.say(.referralEach), spoken: phrases.points(referral.bonus, of: state.program),
      in: inner.inset(top: 2).top(3), .heading, unitLook: .muted)
  }
}

private func drawFriends(
  _ referral: Referral, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  guard !referral.friends.isEmpty else {
    canvas.note("referral.nobody", phrases.say(.referralNobody), in: rect.inset(left: 2))
    return
  }
  let list = state.referral.list
  for line in canvas.rows(of: list, count: referral.friends.count, in: rect) {
    let friend = referral.friends[line.index]
    let inner = line.words
    let all = words(for: friend, state)
    // Since when is left out before the name is.
    let stage =
      displayWidth(of: all) + displayWidth(of: friend.name) + 2 <= inner.width
      ? all : words(for: friend, state, hasDay: false)
    canvas.write(
      stage, in: inner, friend.stage == .rewarded ? .sheetPositive : .sheetMuted, .right)
    canvas.write(friend.name, in: inner.inset(right: displayWidth(of: stage) + 2), .sheetText)
    canvas.endRow(
      line, Element.ID(rawValue: "referral.row.\(line.index)"), "\(friend.name), \(all)")
  }
}

/// The stage and its day; one that this program does not know is not made up.
private func words(
  for friend: Referral.Friend, _ state: State, hasDay: Bool = true
) -> String {
  let phrases = state.phrases
  let points = phrases.points(friend.points, of: state.program)
  let stage: String? =
    switch friend.stage {
    case .invited: phrases.say(.stageInvited)
    case .registered: phrases.say(.stageRegistered)
    case .firstPurchase: phrases.say(.stagePurchased)
    case .rewarded: phrases.say(.stageRewarded, ["points": points])
    default: nil
    }
  return [stage, hasDay || stage == nil ? state.day(friend.since) : nil].compactMap(\.self).joined(
    separator: ", ")
}

/// The link as a symbol, for a friend's camera.
func drawReferralCode(_ state: State, on canvas: inout Canvas) {
  let referral = state.referral.contents.referral
  let paper = Paper(
    prefix: "referral", name: "\(state.phrases.say(.referral)) \(referral?.link ?? "")",
    number: referral?.code ?? "", captions: [referral?.link ?? ""],
    symbol: state.referral.symbol, unreadable: .referralUnreadable)
  drawPaper(paper, state, on: &canvas)
}

/// The friend's code, to be typed in.
func drawReferralClaim(_ state: State, on canvas: inout Canvas) {
  drawFormSheet(state.phrases.say(.referralGive), extra: 1, state, on: &canvas)
}
