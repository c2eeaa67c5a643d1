import Cells
import Loyalty
import Themes

/// The month of the selected line beside its receipt: what it came to, where that was, and the months
/// around it.
func drawMonthAside(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let history = state.history
  guard history.entries.indices.contains(history.selection) else { return }
  let phrases = state.phrases
  let period = HistoryPeriod(
    history.entries[history.selection].createdAt, in: state.settings.zone)
  var rest = rect
  canvas.label("aside.month", .heading, state.month(period), in: rest, .heading)
  rest = rest.inset(top: 2)
  let entries = history.entries.filter { period.span.contains($0.createdAt) }
  let gained = entries.filter { $0.points > .zero }.reduce(Points.zero) { $0 + $1.points }
  let spent = entries.filter { $0.points < .zero }.reduce(Points.zero) { $0 + $1.points }
  let whole = history.months[period].flatMap { $0.isWhole ? $0 : nil }
  let sum = (whole?.gained ?? gained) + (whole?.spent ?? spent)
  let words = phrases.signed(sum, of: state.program)
  let (rows, _) = canvas.bigNumber(
    "aside.sum", words, unit: phrases.noun(for: sum, of: state.program), spoken: words,
    in: rest.top(3), .heading, unitLook: .muted)
  rest = rest.inset(top: rows + 1)
  for (title, points) in [
    (Phrase.asideGained, whole?.gained ?? gained), (.asideSpent, whole?.spent ?? spent),
  ] where rest.height > 0 {
    canvas.write(phrases.say(title), in: rest, .hint)
    canvas.write(phrases.signed(points, of: state.program), in: rest, .text, .right)
    rest = rest.inset(top: 1)
  }
  drawPlaces(of: entries, state, in: &rest, on: &canvas)
  drawMonths(around: period, state, in: rest.inset(top: 1), on: &canvas)
}

/// Where that was, most often first.
private func drawPlaces(
  of entries: [LedgerEntry], _ state: State, in rest: inout Rect, on canvas: inout Canvas
) {
  var counts: [String: Int] = [:]
  for entry in entries {
    guard let place = entry.place?.value(in: state.settings.language) else { continue }
    counts[place, default: 0] += 1
  }
  let places = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
  guard !places.isEmpty, rest.height >= places.count + 3 else { return }
  rest = rest.inset(top: 1)
  canvas.section(
    SectionHead(id: "aside.places", title: state.phrases.say(.asidePlaces)), in: rest)
  for (place, count) in places {
    rest = rest.inset(top: 1)
    let number = state.phrases.decimal(Int64(count))
    canvas.write(number, in: rest, .muted, .right)
    canvas.write(place, in: rest.inset(right: displayWidth(of: number) + 2), .text)
  }
  rest = rest.inset(top: 1)
}

/// The months that are known, each with a bar of what it brought.
private func drawMonths(
  around period: HistoryPeriod, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let months = state.history.months.values.filter(\.isWhole)
    .sorted { $0.period.span.lowerBound > $1.period.span.lowerBound }
  guard months.count > 1, rect.height >= 4 else { return }
  canvas.section(SectionHead(id: "aside.months", title: phrases.say(.asideMonths)), in: rect)
  let most = months.map { $0.gained.rawValue }.max() ?? 1
  let names = months.map { displayWidth(of: state.month($0.period)) }.max() ?? 0
  let sums =
    months.map { displayWidth(of: phrases.signed($0.gained, of: state.program)) }.max() ?? 0
  for (row, month) in months.prefix(rect.height - 1).enumerated() {
    let place = rect.inset(top: row + 1).top(1)
    let isShown = month.period == period
    canvas.write(state.month(month.period), in: place, isShown ? .heading : .hint)
    canvas.write(
      phrases.signed(month.gained, of: state.program), in: place, isShown ? .heading : .muted,
      .right)
    let bar = place.inset(left: names + 2, right: sums + 2)
    let share = most > 0 ? Double(month.gained.rawValue) / Double(most) : 0
    // Only the one that is looked at has the accent.
    if isShown {
      canvas.bar(share, in: bar)
    } else {
      let full = max(share > 0 ? 1 : 0, Int(share * Double(bar.width)))
      canvas.write(String(repeating: "━", count: max(0, full)), in: bar, .track)
    }
  }
}

extension Phrase {
  fileprivate static let asideGained = Phrase(en: "came", ru: "пришло")
  fileprivate static let asideSpent = Phrase(en: "went", ru: "ушло")
  fileprivate static let asidePlaces = Phrase(en: "Where", ru: "Где")
  fileprivate static let asideMonths = Phrase(en: "Months", ru: "Месяцы")
}
