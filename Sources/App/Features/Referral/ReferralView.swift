import Cells
import Loyalty
import Themes

/// How the sheet is divided.
struct ReferralLayout {
  let sheet: FullSheet
  let list: Rect

  /// Rows above the friends: code, link, rules, buttons, heading.
  static func headRows(_ height: Int) -> Int { height >= 14 ? 11 : height >= 8 ? 6 : 3 }

  init(_ size: Size) {
    sheet = FullSheet(size)
    list = sheet.list.inset(top: Self.headRows(sheet.body.height))
  }
}

/// The code to tell, what it brings, and how far friends have come.
func drawReferral(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let contents = state.referral.contents
  let sheet = drawFullSheet(
    phrases.say(.referral), asOf: contents.confirmedAt, of: .referral, state, on: &canvas)
  guard let referral = contents.referral else {
    canvas.awaited("referral.empty", state, in: sheet.body)
    return
  }
  let rows = ReferralLayout.headRows(sheet.body.height)
  drawReferralHead(referral, state, in: sheet.body.top(rows), on: &canvas)
  drawFriends(referral, state, in: ReferralLayout(state.size).list, on: &canvas)
}

private func drawReferralHead(
  _ referral: Referral, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  var rest = rect
  let bonus = phrases.points(referral.bonus, of: state.program)
  // The code with air between its letters, to be read out.
  let spaced = referral.code.map(String.init).joined(separator: " ")
  if rect.height >= 6 {
    canvas.write(phrases.say(.referralCode), in: rest, .sheetMuted)
    canvas.write(
      phrases.say(.referralLead, ["points": bonus]), in: rest, .sheetPositive, .right)
    rest = rest.inset(top: 1)
  }
  canvas.write(spaced, in: rest, .sheetHeading)
  canvas.add(Element("referral.code", .text, referral.code, bounds: rest.top(1)))
  rest = rest.inset(top: 1)
  canvas.write(referral.link, in: rest, .sheetMuted)
  var link = Element("referral.link", .text, referral.link, bounds: rest.top(1))
  link.link = referral.link
  link.bounds.width = min(link.bounds.width, displayWidth(of: referral.link))
  canvas.add(link)
  rest = rest.inset(top: 1)
  if rect.height >= 11 {
    rest = rest.inset(top: 1)
    let rules = referral.rules.value(in: state.settings.language) ?? ""
    var place = rest.top(4)
    place.width = min(place.width, 72)
    canvas.paragraph("referral.rules", rules, in: place, .sheetText)
    rest = rest.inset(top: 5)
  } else if rect.height >= 6 {
    rest = rest.inset(top: 1)
  }
  let heading = rest.top(1)
  canvas.groupTitle("referral.friends", phrases.say(.referralFriends), in: heading)
  let earned = phrases.points(referral.earned, of: state.program)
  if referral.earned > .zero {
    canvas.label(
      "referral.earned", .status, phrases.say(.referralEarned, ["points": earned]), in: heading,
      .sheetMuted, .right)
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
    let stage = words(for: friend, state)
    canvas.write(
      stage, in: inner, friend.stage == .rewarded ? .sheetPositive : .sheetMuted, .right)
    canvas.write(friend.name, in: inner.inset(right: displayWidth(of: stage) + 2), .sheetText)
    canvas.endRow(
      line, Element.ID(rawValue: "referral.row.\(line.index)"), "\(friend.name), \(stage)")
  }
}

/// The stage and its day; one that this program does not know is not made up.
private func words(for friend: Referral.Friend, _ state: State) -> String {
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
  return [stage, state.day(friend.since)].compactMap(\.self).joined(separator: ", ")
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
