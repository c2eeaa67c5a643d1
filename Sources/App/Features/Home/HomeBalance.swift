import Cells
import Loyalty
import Themes

func drawBalance(_ state: State, in rest: inout Rect, on canvas: inout Canvas) {
  guard let balance = state.home.contents.balance else { return }
  let phrases = state.phrases
  let shown = state.shownBalance(balance)
  let big = rest.height >= 9 ? rest.top(3) : rest.top(1)
  let (rows, end) = canvas.bigNumber(
    "home.balance", phrases.number(shown, of: state.program),
    unit: phrases.noun(for: shown, of: state.program),
    spoken: phrases.points(shown, of: state.program), in: big, .balance, unitLook: .muted)
  let asOf = asOf(state, width: rest.width)
  // Small, at the foot of the number, where nothing is wrong with it.
  let isCalm = state.network.trouble == nil
  let beside = rest.inset(left: end - rest.x + 2, top: rows - 1)
  let isBeside = isCalm && rows == 3 && displayWidth(of: asOf) <= beside.width
  rest = rest.inset(top: rows + (rows == 3 && rest.height >= 24 ? 1 : 0))
  if isBeside {
    canvas.label("home.asof", .status, asOf, in: beside, .hint, .right)
  } else {
    canvas.label(
      "home.asof", .status, asOf, in: rest, isCalm ? .hint : state.asOfToken)
    rest = rest.inset(top: 1)
  }
  var free = isBeside ? 0 : rest.width - displayWidth(of: asOf) - 3
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
    let look: ThemeToken = id == "home.owed" ? .warning : .hint
    let width = displayWidth(of: text)
    if width <= free {
      // Behind the age of the number, in its row.
      let place = rest.inset(left: rest.width - free, top: -1).top(1)
      canvas.write("·", in: place.inset(left: -2), .hint)
      canvas.label(id, .text, text, in: place, look)
      free -= width + 3
      continue
    }
    canvas.label(id, .text, text, in: rest, look)
    rest = rest.inset(top: 1)
  }
  if rest.height >= 6 { rest = rest.inset(top: 1) }
}

/// When the balance was true, and how old that is when the server cannot be asked.
private func asOf(_ state: State, width: Int) -> String {
  let confirmed = state.home.contents.confirmedAt ?? state.home.contents.balance?.asOf
  return confirmed.map { state.asOf($0, width: width) } ?? ""
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
