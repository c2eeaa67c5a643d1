import Cells
import Loyalty
import Themes

/// Home: the card beside the balance where there is room, above it on a phone-wide terminal.
func drawHome(_ state: State, in body: Rect, on canvas: inout Canvas) {
  guard state.home.contents.balance != nil || state.home.contents.card != nil else {
    drawNothingYet(state, in: body, on: &canvas)
    return
  }
  let layout = HomeLayout(body, symbol: state.home.symbol)
  drawCardFace(state, in: layout.card, on: &canvas)
  var rest = layout.facts
  drawBalance(state, in: &rest, on: &canvas)
  drawExpiry(state, in: &rest, on: &canvas)
  if rest.height >= 9, state.home.contents.tier?.tier != nil, state.offers(.tiers) {
    drawTierLine(state, in: rest.top(1), on: &canvas)
    rest = rest.inset(top: 2)
  }
  if rest.height >= 8, state.stampCardOfHome != nil {
    drawStampLine(state, in: rest.top(1), on: &canvas)
    rest = rest.inset(top: 2)
  }
  drawLatest(state, in: rest, on: &canvas)
}

/// How the home screen is divided.
struct HomeLayout {
  var card: Rect
  var facts: Rect

  /// Columns beyond which an amount stands too far from its words.
  static let widest = 76

  init(_ body: Rect, symbol: CardSymbol) {
    let strip = body.height >= 8 ? 2 : min(1, max(0, body.height - 2))
    card = body.top(strip)
    facts = body.inset(top: strip)
    if let size = symbol.size {
      let width = size.width + 4
      if body.width - width >= 28, body.height >= size.height {
        card = Rect(
          x: body.x, y: body.y, width: max(width, body.width / 3), height: body.height)
        facts = body.inset(left: card.width)
        facts.width = min(facts.width, HomeLayout.widest)
      } else if body.width >= size.width, body.height >= size.height + 10 {
        card = body.top(size.height + 2)
        facts = body.inset(top: card.height)
      }
    }
    let margin = body.width >= 40 ? 2 : body.width >= 20 ? 1 : 0
    facts = facts.inset(left: margin, top: body.height >= 15 ? 1 : 0, right: margin)
  }
}

private func drawBalance(_ state: State, in rest: inout Rect, on canvas: inout Canvas) {
  guard let balance = state.home.contents.balance else { return }
  let phrases = state.phrases
  if rest.height >= 14 {
    canvas.groupTitle("home.points", phrases.say(.points), in: rest, .muted)
    drawExplainHint(state, in: rest, on: &canvas)
    rest = rest.inset(top: 1)
  }
  canvas.label(
    "home.balance", .text, phrases.points(state.shownBalance(balance), of: state.program), in: rest,
    .balance)
  rest = rest.inset(top: 1)
  let asOf = asOf(state, width: rest.width)
  canvas.label("home.asof", .status, asOf, in: rest, state.asOfToken)
  rest = rest.inset(top: 1)
  let held: [(Element.ID, Phrase, Points)] = [
    ("home.owed", .owed, balance.owed), ("home.pending", .pending, balance.pending),
    ("home.reserved", .reserved, balance.reserved),
  ]
  for (id, phrase, points) in held where points > .zero {
    let words = ["points": phrases.points(points, of: state.program)]
    var text = phrases.say(phrase, words)
    if id == "home.owed", displayWidth(of: text) > rest.width {
      text = phrases.say(.lotOwed, words)
    }
    canvas.label(id, .text, text, in: rest, id == "home.owed" ? .warning : .muted)
    rest = rest.inset(top: 1)
  }
  if rest.height >= 7 { rest = rest.inset(top: 1) }
}

/// When the balance was true, and how old that is when the server cannot be asked.
private func asOf(_ state: State, width: Int) -> String {
  let confirmed = state.home.contents.confirmedAt ?? state.home.contents.balance?.asOf
  return confirmed.map { state.asOf($0, width: width) } ?? ""
}

/// The way to the explanation, beside the heading.
private func drawExplainHint(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let text = state.phrases.say(.explainBalance)
  let width = displayWidth(of: text) + 3
  guard rect.width >= width + 12 else { return }
  let place = rect.inset(left: rect.width - width).top(1)
  canvas.way(
    "home.explain", key: Command.key(.explanation(.show), on: .home), text, in: place,
    action: .explanation(.show))
}

private func drawExpiry(_ state: State, in rest: inout Rect, on canvas: inout Canvas) {
  guard let balance = state.home.contents.balance, rest.height >= 1 else { return }
  let phrases = state.phrases
  let year = state.settings.zone.local(state.now).day.year
  guard let first = balance.expiring.first else {
    guard rest.height >= 8 else { return }
    canvas.label("home.expiry", .text, phrases.say(.nothingExpires), in: rest, .muted)
    rest = rest.inset(top: 2)
    return
  }
  let shown = rest.height >= 12 ? Array(balance.expiring.prefix(3)) : [first]
  for (index, expiry) in shown.enumerated() {
    let points = phrases.points(expiry.points, of: state.program)
    let day = phrases.day(expiry.on, in: year)
    let id = Element.ID(rawValue: index == 0 ? "home.expiry" : "home.expiry.\(index)")
    canvas.label(
      id, .text, phrases.say(.expires, ["points": points, "day": day]), in: rest,
      index == 0 ? .warning : .muted)
    rest = rest.inset(top: 1)
  }
  if rest.height >= 6 { rest = rest.inset(top: 1) }
}

private func drawLatest(_ state: State, in rest: Rect, on canvas: inout Canvas) {
  let entries = state.home.contents.latest
  guard rest.height >= 2 else { return }
  canvas.groupTitle("home.latest", state.phrases.say(.latest), in: rest, .muted)
  guard !entries.isEmpty else {
    canvas.note("home.empty", state.phrases.say(.noHistoryHint), in: rest.inset(top: 1), .muted)
    return
  }
  for (row, entry) in entries.prefix(rest.height - 1).enumerated() {
    // The mark of the focus stands in the margin, so that the words stand below the heading.
    let margin = rest.x >= 2 ? 2 : 0
    let place = rest.inset(left: -margin, top: row + 1, right: -margin / 2).top(1)
    let id = Element.ID(rawValue: "home.entry.\(row)")
    drawEntryRow(
      entry, id: id, action: .home(.openLatest(row: row)), isSelected: canvas.isFocused(id), state,
      in: place, on: &canvas)
  }
}

extension State {
  /// When something was confirmed, and how old that is when the server cannot be asked.
  ///
  /// - Parameter width: columns that there are for it.
  func asOf(_ confirmed: Instant, width: Int = .max) -> String {
    let time = phrases.moment(confirmed, now: now, in: settings.zone)
    // Nothing was confirmed in the future: it is this clock that is wrong.
    if confirmed > now.adding(seconds: State.clockTolerance) {
      let words = phrases.say(.clockIsBehind, ["time": time])
      return displayWidth(of: words) > width ? phrases.say(.clockIsBehindShort) : words
    }
    let words = phrases.say(.asOf, ["time": time])
    let seconds = now.seconds(since: confirmed)
    guard network.trouble != nil, seconds >= 60 else { return words }
    let age = phrases.duration(seconds: seconds)
    return "\(words) · \(phrases.say(.lastKnown, ["age": age]))"
  }

  /// Seconds by which clocks may differ before anything is said of it.
  static let clockTolerance: Int64 = 300

  var asOfToken: ThemeToken { network.trouble == nil ? .muted : .warning }
}
