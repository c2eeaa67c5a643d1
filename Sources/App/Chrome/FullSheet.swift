import Cells
import Loyalty
import Themes

/// How a sheet is divided that takes the whole screen: a title, what it holds, the way out.
struct FullSheet {
  let title: Rect
  let body: Rect
  let foot: Rect

  /// - Parameter pane: columns of what stands beside it.
  init(_ size: Size, pane: Int = 0) {
    let isRoomy = size.height >= 12
    let margin = size.width >= 100 ? 3 : size.width >= 20 ? 2 : 0
    let all = Rect(size).inset(left: margin, right: pane > 0 ? pane + 2 : margin)
    let air = size.height >= 30 ? 1 : 0
    title = all.inset(top: air).top(1)
    foot = Rect(size).inset(x: margin).bottom(size.height >= 6 ? 1 : 0)
    body = all.inset(top: air + (isRoomy ? 2 : 1), bottom: foot.height + (isRoomy ? 1 : 0))
      .narrowed(to: Layout.widest)
  }

  /// The place that a pane has for it.
  fileprivate init(inPane rest: Rect) {
    title = rest.top(0)
    body = rest
    foot = rest.bottom(0)
  }

  /// Above the way out, as above the sections.
  var rule: Rect { body.maxY < foot.y ? foot.inset(top: -1, bottom: 1) : foot.top(0) }

  /// The body with the margin in which the mark of a list's selection stands.
  var list: Rect { body.inset(left: body.x >= 2 ? -2 : 0, right: body.x >= 2 ? -2 : 0) }
}

extension State {
  /// Rows of a list in a sheet that takes the whole screen.
  var sheetRows: Int { max(1, FullSheet(size).body.height) }
}

/// Draws the frame of a sheet that takes the whole screen; returns its parts.
///
/// - Parameters:
///   - surface: whose hints stand beside the title.
///   - beside: columns on the right that something has which bleeds to the edge of the window.
///   - hero: what has its picture at the head of a pane.
func drawFullSheet(
  _ text: String, asOf confirmed: Instant? = nil, of surface: Surface? = nil, beside: Int = 0,
  hero: Hero? = nil, _ state: State, on canvas: inout Canvas
) -> FullSheet {
  guard canvas.pane == nil else {
    let rest = drawSheet(text, rows: 0, hero: hero, state, on: &canvas)
    return FullSheet(inPane: rest)
  }
  let pane = state.sheets.isEmpty ? nil : state.pane
  let sheet = FullSheet(state.size, pane: pane.map { state.size.width - $0.x } ?? beside)
  var title = sheet.title
  // While the pane has the keys, those of the list do something else.
  var row = HintRow(state.isInPane ? [] : surface.map(state.hints(on:)) ?? [], state)
  let fits = row.width + displayWidth(of: text) + HintRow.gap <= sheet.title.width
  if fits {
    row.place = title.inset(left: title.width - row.width)
    title = title.inset(right: row.width + HintRow.gap)
  } else if pane != nil, let fitting = row.fitting(sheet.title.width - displayWidth(of: text)) {
    // Beside a pane the rest is in the help, and the list begins below a row of air.
    row = fitting
    row.place = title.inset(left: title.width - row.width)
    title = title.inset(right: row.width + HintRow.gap)
  } else {
    // Below the title where there is a row for it: fewer of them rather than bare letters.
    row.place = sheet.title.inset(top: 1, bottom: -1)
    if sheet.body.y <= sheet.title.y + 1 { row.place.height = 0 }
  }
  canvas.beginSheet(text, on: canvas.bounds, as: .background, in: title)
  if sheet.rule.height > 0 { canvas.rule(in: canvas.bounds.inset(top: sheet.rule.y)) }
  canvas.hintLine(row.hints, gap: HintRow.gap, in: row.place, on: .sheetTitle)
  drawFoot(state, confirmed: confirmed, in: sheet.foot, on: &canvas)
  return sheet
}

/// What can be done in a sheet, in one row: as much of it as fits, the rest is in the help.
private struct HintRow {
  static let gap = 3

  var hints: [Hint]
  var place = Rect(x: 0, y: 0, width: 0, height: 0)

  init(_ commands: [Command], _ state: State) {
    hints = commands.map { command in
      Hint(sheet: command, state)
    }
  }

  /// The first of them that fit beside the title; `nil` where there is no room for two.
  func fitting(_ room: Int) -> HintRow? {
    var row = self
    while row.hints.count > 2, row.width + HintRow.gap > room { row.hints.removeLast() }
    return row.hints.count >= 2 && row.width + HintRow.gap <= room ? row : nil
  }

  var width: Int { hints.reduce(-HintRow.gap) { $0 + $1.width + HintRow.gap } }
}

/// The way out on the right; on the left when the server last confirmed what is shown.
func drawFoot(
  _ state: State, confirmed: Instant?, in rect: Rect, on canvas: inout Canvas
) {
  guard !rect.isEmpty else { return }
  let place = canvas.wayOut(state.closeHint(), in: rect, on: .sheet)
  guard let confirmed else { return }
  let rest = rect.inset(right: place.width + 2)
  canvas.label(
    "sheet.asof", .status, state.asOf(confirmed, width: rest.width), in: rest, .sheetMuted)
}

extension Hint {
  /// A command beside a sheet's title, or at the foot of a pane.
  init(sheet command: Command, _ state: State) {
    self.init(
      id: Element.ID(rawValue: "sheet.hint.\(command.key)"), key: command.key,
      title: state.phrases.say(command.label(state) ?? command.title), action: command.action)
  }
}
