import Cells
import Themes

/// The menu of what has no section of its own.
func drawMore(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let layout = SectionLayout(body, state)
  if !layout.title.isEmpty {
    canvas.sectionTitle("more.title", state.phrases.say(.more), in: layout.title)
  }
  let items = state.moreItems
  for (index, place) in canvas.rows(of: state.more, count: items.count, in: layout.rest) {
    drawItem(items[index], index, state, in: place, on: &canvas)
  }
}

private func drawItem(
  _ item: MoreItem, _ index: Int, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let title = truncated(item.title, to: max(1, rect.width - 4))
  let isSelected = index == state.more.selection
  let inner = rect.inset(left: 2, right: rect.width >= 30 ? 2 : 0)
  canvas.write(item.note, in: inner.inset(left: displayWidth(of: title) + 2), .muted, .right)
  canvas.write(title, in: inner, .text)
  let spoken = item.note.isEmpty ? title : "\(title), \(item.note)"
  canvas.endRow(
    Element.ID(rawValue: "more.\(index)"), spoken, isSelected: isSelected, in: rect,
    action: .more(.open(row: index)))
}
