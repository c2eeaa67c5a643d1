import Cells
import Themes

/// How far something is, between two ends that have names.
struct NamedBar {
  let id: Element.ID
  /// Where one is.
  var start: String
  /// What it leads to, and what is missing.
  var end: String
  /// 0–1.
  let share: Double
  /// How many parts the whole has, where it is counted in them.
  var steps: Int?
  /// Below the bar, where there is a row for it.
  var note: String?
  /// The key that leads to more.
  var key: String?
  var spoken: String?
  var action: Action?
}

extension Canvas {
  /// Names, bar and, where there is a row for it, the note; the first row alone where there is none.
  ///
  /// - Returns: the rows that it took.
  @discardableResult
  mutating func namedBar(_ bar: NamedBar, in rect: Rect) -> Int {
    guard !rect.isEmpty else { return 0 }
    let rows = bar.note == nil ? min(2, rect.height) : min(3, rect.height)
    let end = truncated(bar.end, to: rect.width / 2)
    write(end, in: rect, .muted, .right)
    write(bar.start, in: rect.inset(right: displayWidth(of: end) + 1), .heading)
    if rows >= 2 { self.bar(bar.share, steps: bar.steps, in: rect.inset(top: 1).top(1)) }
    if rows >= 3, let note = bar.note {
      let place = rect.inset(top: 2).top(1)
      let key = bar.key ?? ""
      write(key, in: place, .key, .right)
      write(note, in: place.inset(right: displayWidth(of: key) + 1), .hint)
    }
    let spoken = bar.spoken ?? "\(bar.start), \(bar.end)"
    add(
      Element(
        bar.id, bar.action == nil ? .text : .button, spoken.withPlainSpaces,
        bounds: rect.top(rows), action: bar.action))
    return rows
  }

  /// A share of a whole, 0–1, in one row: the part that is full has the accent, the rest is quiet.
  ///
  /// - Parameter steps: what is counted is cut into that many, where each has two cells.
  mutating func bar(_ share: Double, steps: Int? = nil, in rect: Rect) {
    let row = rect.top(1)
    guard !row.isEmpty else { return }
    let share = max(0, min(1, share))
    guard let steps, steps > 1, row.width >= steps * 2 else {
      var full = Int((share * Double(row.width)).rounded(.down))
      // What is begun is seen, and what is not over is not full.
      if share > 0, full == 0 { full = 1 }
      write(String(repeating: "━", count: full), in: row, .accent)
      write(restOfBar(row.width - full), in: row.inset(left: full), .track)
      return
    }
    let full = Int((share * Double(steps)).rounded())
    let halves = row.width * 2
    var part = 0
    for column in 0..<row.width {
      var signs = (false, false)
      var isFull = false
      for half in 0..<2 {
        let place = column * 2 + half
        while part + 1 < steps, place >= (part + 1) * halves / steps { part += 1 }
        // A part ends half a cell before the next begins.
        let isGap = part + 1 < steps && place == (part + 1) * halves / steps - 1
        if half == 0 { signs.0 = !isGap } else { signs.1 = !isGap }
        if !isGap { isFull = part < full }
      }
      let sign =
        switch signs {
        case (true, true): isFull ? "━" : restOfBar(1)
        case (true, false): "╸"
        case (false, true): "╺"
        case (false, false): " "
        }
      write(sign, in: row.inset(left: column).narrowed(to: 1), isFull ? .accent : .track)
    }
  }

  /// What is not yet full; without colours it is thinner.
  private func restOfBar(_ columns: Int) -> String {
    String(repeating: isMono ? "─" : "━", count: max(0, columns))
  }

  /// A hairline over a row.
  mutating func rule(in rect: Rect) {
    let row = rect.top(1)
    guard !row.isEmpty else { return }
    write(String(repeating: "─", count: row.width), in: row, .border)
  }
}
