import Cells
import Loyalty
import Themes

/// How the screen of what ends is divided.
struct ExpiryLayout {
  /// What this week takes, in words.
  let week: Rect
  /// The days; empty where there is no room for them.
  let calendar: Rect
  /// Beside the days: what the week takes, large, and what more time does.
  let sums: Rect
  let list: Rect

  init(_ state: State) {
    let sheet = FullSheet(state.size)
    let hasDays =
      sheet.body.height >= ExpiryMonths.height + 10 && sheet.body.width >= ExpiryMonths.width
    let beside = hasDays ? sheet.body.inset(left: ExpiryMonths.width + 6) : sheet.body.top(0)
    sums = beside.width >= 30 ? beside.top(ExpiryMonths.height) : beside.top(0)
    week = sums.isEmpty ? sheet.body.top(1) : sums.top(1)
    let top = sums.isEmpty ? 2 : 0
    calendar = sheet.body.inset(top: top).top(hasDays ? ExpiryMonths.height : 0)
    list = sheet.list.inset(top: hasDays ? top + calendar.height + 1 : top)
  }
}

extension State {
  /// Rows of the list.
  var expiryHeight: Int { max(1, ExpiryLayout(self).list.height) }
}

/// What ends in the next ninety days: the days of them, and below what ends by when it does.
func drawExpiry(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(
    phrases.say(.expiry), asOf: state.explanation.contents.confirmedAt, of: .expiry, state,
    on: &canvas)
  guard state.explanation.contents.explanation != nil else {
    canvas.awaited("expiry.empty", state, in: sheet.body)
    return
  }
  let layout = ExpiryLayout(state)
  let calendar = state.expiryCalendar
  drawWeek(calendar, state, in: layout.week, on: &canvas)
  let rows = calendar.rows
  let selected = rows.indices.contains(state.expiry.selection) ? rows[state.expiry.selection] : nil
  if !layout.calendar.isEmpty {
    canvas.draw(
      ExpiryMonths(calendar, selected: selected?.day), state, in: layout.calendar)
    drawSums(calendar, state, in: layout.sums, on: &canvas)
  }
  guard !rows.isEmpty else {
    canvas.note("expiry.none", phrases.say(.expiryNothing), in: layout.list.inset(x: 2))
    return
  }
  let burning = Set(calendar.entries.filter { $0.points > .zero }.map(\.day))
  var day: Day?
  for line in canvas.rows(of: state.expiry, in: expiryParts(calendar, state), in: layout.list) {
    let row = rows[line.index]
    let look: ThemeToken =
      burning.contains(row.day) && calendar.days(until: row.day) < 7 ? .warning : .muted
    drawExpiryRow(row, line, day: row.day == day ? nil : look, state, on: &canvas)
    day = row.day
  }
}

/// What ends within seven days, in one line.
private func drawWeek(
  _ calendar: ExpiryCalendar, _ state: State, in row: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let points = calendar.points(within: 7)
  let words =
    points > .zero
    ? phrases.say(.expiryWeek, ["points": phrases.points(points, of: state.program)])
    : phrases.say(.expiryCalm)
  canvas.label(
    "expiry.week", .text, words.withPlainSpaces, in: row,
    points > .zero ? .warning : .muted)
}

/// What the week takes, large, and what more time does.
private func drawSums(
  _ calendar: ExpiryCalendar, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  guard !rect.isEmpty else { return }
  let week = calendar.points(within: 7)
  canvas.bigNumber(
    "expiry.sum", phrases.number(week, of: state.program),
    unit: phrases.noun(for: week, of: state.program),
    spoken: phrases.points(week, of: state.program), in: rect.inset(top: 2).top(3),
    week > .zero ? .balance : .muted, unitLook: .muted)
  let sums: [(title: Phrase, days: Int64)] = [
    (.expiryThisMonth, 31), (.expiryShort, ExpiryCalendar.days),
  ]
  for (row, sum) in sums.enumerated() {
    let place = rect.inset(top: 6 + row).top(1)
    canvas.write(phrases.say(sum.title), in: place, .hint)
    canvas.write(
      phrases.points(calendar.points(within: sum.days), of: state.program), in: place, .muted,
      .right)
  }
}

/// This week, the weeks after it, and later, each with its points.
private func expiryParts(_ calendar: ExpiryCalendar, _ state: State) -> [ListPart] {
  let rows = calendar.rows
  let parts: [(id: String, title: Phrase, days: Range<Int64>)] = [
    ("week", .expiryThisWeek, 0..<7), ("next", .expiryNext, 7..<28),
    ("later", .expiryLater, 28..<ExpiryCalendar.days),
  ]
  return parts.map { part in
    let count = rows.filter { part.days.contains(calendar.days(until: $0.day)) }.count
    let points = Points(
      calendar.points(within: part.days.upperBound).rawValue
        - calendar.points(within: part.days.lowerBound).rawValue)
    let sum = points > .zero ? " · \(state.phrases.points(points, of: state.program))" : ""
    return ListPart(
      head: SectionHead(
        id: Element.ID(rawValue: "expiry.part.\(part.id)"), title: state.phrases.say(part.title),
        count: state.phrases.decimal(Int64(count)) + sum), count: count)
  }
}

/// - Parameter day: how its day looks; `nil` where the row above has named it.
private func drawExpiryRow(
  _ row: ExpiryCalendar.Row, _ line: ListRow, day: ThemeToken?, _ state: State,
  on canvas: inout Canvas
) {
  let inner = line.place.inset(left: 2, right: line.place.width >= 30 ? 2 : 0)
  let isNear = state.days(until: row.day) < 7
  let when = state.dayWords(row.day)
  let (title, note) = (state.words(for: row.item), state.note(for: row.item))
  let column = inner.width >= 50 ? 12 : 9
  if day != nil || line.isSelected {
    canvas.write(when, in: inner.narrowed(to: column - 1), day ?? .muted)
  }
  var rest = inner.inset(left: column)
  let amount: String
  switch row.item {
  case .lot:
    amount = title
    canvas.write(amount, in: rest, isNear ? .warning : .heading, .right)
    rest = rest.inset(right: displayWidth(of: amount) + 2)
    canvas.write(note, in: rest, .text)
  case .coupon, .offer:
    let kind = displayWidth(of: note)
    if rest.width >= kind + 12 {
      canvas.write(note, in: rest, .hint, .right)
      rest = rest.inset(right: kind + 2)
    }
    canvas.write(title, in: rest, .text)
  }
  canvas.endRow(
    line, Element.ID(rawValue: "expiry.row.\(line.index)"),
    [when, title, note].filter { !$0.isEmpty }.joined(separator: ", "),
    action: .expiry(.open(row: line.index)))
}
