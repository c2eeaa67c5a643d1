import Cells
import Loyalty
import Themes

/// Home: the card beside what it is worth where there is room, above it on a phone-wide terminal.
func drawHome(_ state: State, on canvas: inout Canvas) {
  guard state.hasHome else {
    drawNothingYet(state, in: Layout(state.size).body, on: &canvas)
    return
  }
  let layout = HomeLayout(state)
  let hasGoal = drawCardFace(state, layout, on: &canvas)
  guard let second = layout.second else {
    drawColumn(state, hasGoal: !hasGoal, in: layout.facts, on: &canvas)
    return
  }
  drawColumns(state, hasGoal: !hasGoal, layout.facts, second, on: &canvas)
}

extension State {
  /// Whether anything of the member's is here.
  var hasHome: Bool { home.contents.balance != nil || home.contents.card != nil }
}

/// How the home screen is divided.
struct HomeLayout {
  /// The member's card; beside the facts it reaches to the edges of the window.
  let card: Rect
  /// What there is to say, or the first column of it.
  let facts: Rect
  /// A second column where there is room for one.
  let second: Rect?
  let isBeside: Bool

  /// Columns beyond which an amount stands too far from its words.
  static let widest = 76

  init(_ state: State) {
    let (size, margin) = (state.size, state.margin)
    let layout = Layout(size)
    let body = layout.body
    if let symbol = state.home.symbol.size(at: state.codeZoom) {
      let width = symbol.width + (size.width >= 100 ? 10 : 4)
      let room = size.width - width - margin * 2
      if room >= 28, layout.page.height >= symbol.height {
        isBeside = true
        card = layout.page.narrowed(to: width)
        let gap = size.width >= 100 ? 4 : 3
        let top = size.height >= 30 ? layout.header.y : body.y + (body.height >= 15 ? 1 : 0)
        let all = Rect(
          x: width + gap, y: top, width: size.width - width - gap - margin,
          height: layout.page.maxY - top)
        let column = min(HomeLayout.widest, (all.width - 4) / 2)
        if size.height >= 30, column >= 32 {
          facts = all.narrowed(to: column)
          second = Rect(x: all.x + column + 4, y: all.y, width: column, height: all.height)
        } else {
          facts = all.narrowed(to: HomeLayout.widest)
          second = nil
        }
        return
      }
      if size.width >= symbol.width, body.height >= symbol.height + 11 {
        isBeside = false
        card = body.top(symbol.height + 1)
        facts = body.inset(left: margin, top: card.height + 1, right: margin)
        second = nil
        return
      }
    }
    isBeside = false
    let strip = body.height >= 12 ? 2 : min(1, max(0, body.height - 2))
    card = body.bottom(strip)
    facts = body.inset(left: margin, top: body.height >= 12 ? 1 : 0, right: margin, bottom: strip)
      .narrowed(to: HomeLayout.widest)
    second = nil
  }
}

/// One below the other: what burns and how far things are before all else.
private func drawColumn(
  _ state: State, hasGoal: Bool, in rect: Rect, on canvas: inout Canvas
) {
  var rest = rect
  drawBalance(state, in: &rest, on: &canvas)
  drawExpiry(state, isHeaded: false, in: &rest, on: &canvas)
  let bars = state.homeBars(isWide: false, hasGoal: hasGoal)
  for bar in bars where rest.height >= 7 {
    rest = rest.inset(top: canvas.namedBar(bar, in: rest.top(2)))
  }
  if rest.height >= 6, !bars.isEmpty { rest = rest.inset(top: 1) }
  let mine = state.homeOffers + state.homeCoupons
  if rest.height >= 7, !mine.isEmpty {
    let shown = Array(mine.prefix(min(4, (rest.height - 3) / 2)))
    drawPart(state.partForYou(mine.count), shown, in: &rest, on: &canvas)
    rest = rest.inset(top: 1)
  }
  drawLatest(state, in: rest, on: &canvas)
}

/// Two columns: the sum and the tier on the left, what burns and the stamps on the right; below them
/// what is there for the member, and what was.
private func drawColumns(
  _ state: State, hasGoal: Bool, _ first: Rect, _ second: Rect, on canvas: inout Canvas
) {
  var (left, right) = (first, second.inset(top: 2))
  drawBalance(state, in: &left, on: &canvas)
  drawExpiry(state, isHeaded: true, in: &right, on: &canvas)
  let bars = state.homeBars(isWide: true, hasGoal: hasGoal)
  var y = max(left.y, right.y)
  for (index, bar) in bars.enumerated() {
    let column = index % 2 == 0 ? first : second
    canvas.namedBar(bar, in: Rect(x: column.x, y: y, width: column.width, height: 3))
    if index % 2 == 1 || index == bars.count - 1 { y += 4 }
  }
  left = first.inset(top: y - first.y)
  right = second.inset(top: y - second.y)
  var offers = state.homeOffers
  if offers.count >= 2, left.height >= 20 {
    // Two of them as cards over both columns.
    let all = Rect(
      x: left.x, y: left.y, width: right.maxX - left.x, height: min(12, left.height - 12))
    canvas.section(state.partOffers(offers.count), in: all)
    let place = all.inset(top: 1, bottom: 1)
    for (column, offer) in zip([left, right], offers) {
      canvas.tile(
        offer, in: Rect(x: column.x, y: place.y, width: column.width, height: place.height))
    }
    left = left.inset(top: all.height)
    right = right.inset(top: all.height)
    offers = Array(offers.dropFirst(2).prefix(max(3, left.height - 12)))
    for offer in offers where left.height > 6 {
      canvas.linkRow(offer, column: offers.map { displayWidth(of: $0.value) }.max() ?? 0, in: left)
      left = left.inset(top: 1)
    }
    left = left.inset(top: offers.isEmpty ? 0 : 1)
    offers = []
  }
  if !offers.isEmpty, left.height >= 8 {
    let shown = Array(offers.prefix(left.height >= 18 ? 6 : 3))
    drawPart(state.partOffers(offers.count), shown, in: &left, on: &canvas)
    left = left.inset(top: 1)
  }
  let coupons = state.homeCoupons
  if !coupons.isEmpty, left.height >= 3 {
    let shown = Array(coupons.prefix(min(4, left.height - 1)))
    drawPart(state.partCoupons(coupons.count), shown, in: &left, on: &canvas)
    left = left.inset(top: 1)
  }
  let shops = state.homeShops
  if !shops.isEmpty, left.height >= 3 {
    let shown = Array(shops.prefix(min(4, left.height - 1)))
    drawPart(state.partShops, shown, in: &left, on: &canvas)
    left = left.inset(top: 1)
  }
  let messages = state.homeMessages
  if !messages.isEmpty, left.height >= 3 {
    let shown = Array(messages.prefix(left.height - 1))
    drawPart(state.partMessages, shown, in: &left, on: &canvas)
  }
  drawLatest(state, in: right, on: &canvas)
}

/// A section and its rows.
private func drawPart(
  _ head: SectionHead, _ rows: [LinkRow], in rest: inout Rect, on canvas: inout Canvas
) {
  canvas.section(head, in: rest)
  rest = rest.inset(top: 1)
  let column = rows.map { displayWidth(of: $0.value) }.max() ?? 0
  for row in rows where !rest.isEmpty {
    canvas.linkRow(row, column: column, in: rest)
    rest = rest.inset(top: 1)
  }
}

private func drawBalance(_ state: State, in rest: inout Rect, on canvas: inout Canvas) {
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

/// What expires next; what is in sight has the accent.
///
/// - Parameter isHeaded: whether it is a section of its own.
private func drawExpiry(
  _ state: State, isHeaded: Bool, in rest: inout Rect, on canvas: inout Canvas
) {
  guard let balance = state.home.contents.balance, rest.height >= 1 else { return }
  let phrases = state.phrases
  guard let first = balance.expiring.first else {
    guard rest.height >= 8 else { return }
    canvas.label(
      "home.expiry", .text, phrases.say(.nothingExpires), in: rest, .hint,
      action: .expiry(.show))
    rest = rest.inset(top: 2)
    return
  }
  if isHeaded {
    let head = SectionHead(
      id: "home.explain", title: phrases.say(.expiring),
      key: Command.key(.expiry(.show), on: .home), keyTitle: phrases.say(.expiryShort),
      action: .expiry(.show))
    canvas.section(head, in: rest)
    rest = rest.inset(top: 1)
  }
  let most = isHeaded ? 3 : rest.height >= 10 ? 2 : 1
  let shown = balance.expiring.isEmpty ? [first] : Array(balance.expiring.prefix(most))
  for (index, expiry) in shown.enumerated() where !rest.isEmpty {
    let id = Element.ID(rawValue: index == 0 ? "home.expiry" : "home.expiry.\(index)")
    let points = phrases.points(expiry.points, of: state.program)
    let isNear = index == 0 && state.days(until: expiry.on) <= 7
    let words = state.words(forExpiry: expiry)
    canvas.write(points, in: rest, isNear ? .warning : .muted, .right)
    canvas.write(
      isHeaded ? state.dayWords(expiry.on) : words,
      in: rest.inset(right: displayWidth(of: points) + 1), isNear ? .warning : .muted)
    canvas.add(
      Element(
        id, .text, "\(words): \(points)".replacing("\u{A0}", with: " "),
        bounds: rest.top(1).inset(x: rest.x > 0 ? -1 : 0),
        action: index == 0 ? .expiry(.show) : nil))
    rest = rest.inset(top: 1)
  }
  if rest.height >= 5 { rest = rest.inset(top: 1) }
}

private func drawLatest(_ state: State, in rest: Rect, on canvas: inout Canvas) {
  let entries = state.home.contents.latest
  guard rest.height >= 2 else { return }
  canvas.section(
    SectionHead(
      id: "home.latest", title: state.phrases.say(.latest), key: state.key(of: .history),
      action: .showTab(.history)), in: rest)
  guard !entries.isEmpty else {
    canvas.note("home.empty", state.phrases.say(.noHistoryHint), in: rest.inset(top: 1), .muted)
    return
  }
  for (row, entry) in entries.prefix(rest.height - 1).enumerated() {
    // The selection reaches beyond the words, which stand below the heading.
    let margin = rest.x >= 2 ? 2 : 0
    let place = rest.inset(left: -margin, top: row + 1, right: -margin).top(1)
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
