import Cells
import Loyalty
import Themes

/// How a sheet is divided that takes the whole screen: a title, what it holds, the way out.
struct FullSheet {
  let title: Rect
  let body: Rect
  let foot: Rect

  init(_ size: Size) {
    let isRoomy = size.height >= 12
    let all = Rect(size).centered(width: Layout.widest).inset(x: size.width >= 20 ? 2 : 0)
    title = all.inset(top: isRoomy ? 1 : 0).top(1)
    foot = size.height >= 6 ? all.bottom(1) : all.bottom(0)
    body = all.inset(top: isRoomy ? 3 : 1, bottom: foot.height + (isRoomy ? 1 : 0))
  }

  /// The body with the margin in which the mark of a list's selection stands.
  var list: Rect { body.inset(left: body.x >= 2 ? -2 : 0) }
}

extension State {
  /// Rows of a list in a sheet that takes the whole screen.
  var sheetRows: Int { max(1, FullSheet(size).body.height) }
}

/// Draws the frame of a sheet that takes the whole screen; returns its parts.
///
/// - Parameter surface: whose hints stand beside the title.
func drawFullSheet(
  _ text: String, asOf confirmed: Instant? = nil, of surface: Surface? = nil, _ state: State,
  on canvas: inout Canvas
) -> FullSheet {
  let sheet = FullSheet(state.size)
  canvas.fill(canvas.bounds, .sheet)
  var title = sheet.title
  var row = HintRow(surface.map(state.hints(on:)) ?? [], state)
  let fits = row.width + displayWidth(of: text) + HintRow.gap <= sheet.title.width
  if fits {
    row.place = title.inset(left: title.width - row.width)
    title = title.inset(right: row.width + HintRow.gap)
  } else {
    // Below the title where there is a row for it: fewer of them rather than bare letters.
    row.place = sheet.title.inset(top: 1, bottom: -1)
    if sheet.body.y <= sheet.title.y + 1 { row.place.height = 0 }
  }
  canvas.label("sheet.title", .heading, text, in: title, .sheetHeading)
  row.draw(state, on: &canvas)
  drawFoot(state, confirmed: confirmed, in: sheet.foot, on: &canvas)
  return sheet
}

/// What can be done in a sheet, in one row: as much of it as fits, the rest is in the help.
private struct HintRow {
  static let gap = 3

  let hints: [Command]
  let titles: [String]
  let labels: [String]
  var place = Rect(x: 0, y: 0, width: 0, height: 0)

  init(_ hints: [Command], _ state: State) {
    self.hints = hints
    titles = hints.map { state.phrases.say($0.label(state) ?? $0.title) }
    labels = zip(hints, titles).map { "\($0.key) \($1)" }
  }

  var width: Int {
    labels.reduce(-HintRow.gap) { $0 + displayWidth(of: $1) + HintRow.gap }
  }

  func draw(_ state: State, on canvas: inout Canvas) {
    var rest = place
    for ((hint, title), label) in zip(zip(hints, titles), labels) {
      let width = displayWidth(of: label)
      guard rest.height > 0, rest.width >= width else { return }
      let id = Element.ID(rawValue: "sheet.hint.\(hint.key)")
      let bounds = Rect(x: rest.x, y: rest.y, width: width, height: 1)
      canvas.write(label, in: bounds, canvas.isFocused(id) ? .selection : .sheetMuted)
      canvas.add(
        Element(id, .button, title, bounds: bounds, action: hint.action))
      rest = rest.inset(left: width + HintRow.gap)
    }
  }
}
