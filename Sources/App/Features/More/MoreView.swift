import Cells
import Themes

/// The menu of what has no section of its own.
func drawMore(_ state: State, in body: Rect, on canvas: inout Canvas) {
  var rest = body.centered(width: Layout.widest)
  if !state.isCompact {
    let head = rest.inset(left: 2, top: 1, right: 2)
    canvas.label("more.title", .heading, state.phrases.say(.more), in: head, .heading)
    rest = rest.inset(top: 3)
  }
  let items = state.moreItems
  let top = max(0, min(state.more.top, items.count - 1))
  for row in 0..<min(rest.height, items.count - top) {
    drawItem(items[top + row], top + row, state, in: rest.inset(top: row).top(1), on: &canvas)
  }
}

private func drawItem(
  _ item: MoreItem, _ index: Int, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let title = truncated(item.title, to: max(1, rect.width - 4))
  let isSelected = index == state.more.selection
  let inner = rect.inset(left: 2, right: rect.width >= 30 ? 2 : 0)
  if isSelected {
    canvas.write("›", in: rect, .selection)
    let mark = Rect(x: inner.x, y: inner.y, width: displayWidth(of: title), height: 1)
    canvas.fill(rect.intersection(mark), .selection)
  }
  canvas.write(item.note, in: inner.inset(left: displayWidth(of: title) + 2), .muted, .right)
  canvas.write(title, in: inner, isSelected ? .selection : .text)
  let spoken = item.note.isEmpty ? title : "\(title), \(item.note)"
  var element = Element(
    Element.ID(rawValue: "more.\(index)"), .listItem, spoken.replacing("\u{A0}", with: " "),
    bounds: rect, action: .more(.open(row: index)))
  element.isSelected = isSelected
  canvas.add(element)
}
