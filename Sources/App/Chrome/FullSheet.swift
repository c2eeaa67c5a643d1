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

  /// Something that can be done in a sheet, by a key or a tap.
  struct Hint {
    let key: String
    let title: Phrase
    let action: Action
  }
}

extension State {
  /// Rows of a list in a sheet that takes the whole screen.
  var sheetRows: Int { max(1, FullSheet(size).body.height) }
}

/// Draws the frame of a sheet that takes the whole screen; returns its parts.
func drawFullSheet(
  _ title: String, asOf confirmed: Instant?, _ hints: [FullSheet.Hint] = [], _ state: State,
  on canvas: inout Canvas
) -> FullSheet {
  let sheet = FullSheet(state.size)
  canvas.fill(canvas.bounds, .sheet)
  let labels = hints.map { "\($0.key) \(state.phrases.say($0.title))" }
  let isShort =
    labels.reduce(0) { $0 + displayWidth(of: $1) + 3 } + displayWidth(of: title)
    > sheet.title.width
  var places: [Element] = []
  var right = sheet.title
  for (hint, label) in zip(hints, labels).reversed() {
    let text = isShort ? hint.key : label
    let place = right.inset(left: max(0, right.width - displayWidth(of: text)))
    guard right.width > displayWidth(of: text) + 6 else { break }
    let id = Element.ID(rawValue: "sheet.hint.\(hint.key)")
    canvas.write(text, in: place, canvas.isFocused(id) ? .selection : .sheetMuted)
    places.append(
      Element(id, .button, state.phrases.say(hint.title), bounds: place, action: hint.action))
    right = right.inset(right: place.width + 3)
  }
  canvas.label("sheet.title", .heading, title, in: right, .sheetHeading)
  for element in places.reversed() { canvas.add(element) }
  drawFoot(state, confirmed: confirmed, in: sheet.foot, on: &canvas)
  return sheet
}
