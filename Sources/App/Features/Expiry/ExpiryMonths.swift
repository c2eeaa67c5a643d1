import Cells
import Loyalty
import Themes

/// Ninety days as weeks beside each other, each day with its number: those on which something ends
/// stand out.
struct ExpiryMonths {
  /// Names of months, and seven days.
  static let height = 8
  /// Columns of the names of days, and of the weeks that ninety days can touch.
  static let width = 4 + weeks * 4
  private static let weeks = 14

  private let first: Int64
  private let span: Range<Int64>
  private let ends: [Int64: ThemeToken]
  private let selected: Int64?

  init(_ calendar: ExpiryCalendar, selected: Day?) {
    let today = calendar.today.daysSince1970
    span = today..<today + ExpiryCalendar.days
    // 1970-01-01 was a Thursday; weeks begin on Monday.
    first = today - (today + 3) % 7
    ends = calendar.entries.reduce(into: [:]) { ends, entry in
      ends[entry.day.daysSince1970] = entry.points > .zero ? .warning : .heading
    }
    self.selected = selected?.daysSince1970
  }

  fileprivate func draw(_ state: State, in rect: Rect, on canvas: inout Canvas) {
    let names = state.phrases.say(.expiryWeekdays).split(separator: " ")
    for (row, name) in names.prefix(7).enumerated() {
      canvas.write(String(name), in: rect.inset(top: row + 1), .hint)
    }
    var named = -1
    for week in 0..<ExpiryMonths.weeks {
      let place = rect.inset(left: 4 + week * 4).narrowed(to: 3)
      for row in 0..<7 {
        let number = first + Int64(week * 7 + row)
        guard span.contains(number) else { continue }
        let day = Day(daysSince1970: number)
        let cell = place.inset(top: row + 1).top(1)
        let text = day.day < 10 ? " \(day.day)" : "\(day.day)"
        canvas.write(text, in: cell.narrowed(to: 2), ends[number] ?? .hint)
        if number == selected { canvas.restyle(cell.narrowed(to: 2), .selectionResting) }
        if canvas.isMono, ends[number] != nil { canvas.write("*", in: cell.inset(left: 2), .text) }
        // A month is named above the week in which it begins, where there is room for its name.
        if day.month != named, named < 0 || day.day <= 7 {
          if named < 0, day.day > 24 { continue }
          named = day.month
          canvas.write(
            state.phrases.months[day.month - 1], in: place.top(1).inset(right: -5), .muted)
        }
      }
    }
  }
}

extension Canvas {
  mutating func draw(_ months: ExpiryMonths, _ state: State, in rect: Rect) {
    months.draw(state, in: rect, on: &self)
    add(Element("expiry.days", .image, state.phrases.say(.expiryDays), bounds: rect))
  }
}
