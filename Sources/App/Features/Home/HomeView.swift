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
    let best = max(12, Picture.rows(of: left.width) + 4)
    let all = Rect(
      x: left.x, y: left.y, width: right.maxX - left.x, height: min(best, left.height - 12))
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
        id, .text, "\(words): \(points)".withPlainSpaces,
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
