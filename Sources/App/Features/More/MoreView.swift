import Cells
import Themes

/// The menu of what has no section of its own.
func drawMore(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let layout = SectionLayout(body, state)
  if !layout.title.isEmpty {
    canvas.sectionTitle("more.title", state.phrases.say(.more), in: layout.title)
  }
  let items = state.moreItems
  let parts = MoreItem.Group.allCases.map { group in
    ListPart(
      head: SectionHead(
        id: Element.ID(rawValue: "more.part.\(group.rawValue)"),
        title: state.phrases.say(group.title)),
      count: items.filter { $0.group == group }.count)
  }
  let rect = layout.rest.narrowed(to: 78)
  for line in canvas.rows(of: state.more, in: parts, in: rect) {
    drawItem(items[line.index], line, state, on: &canvas)
  }
}

private func drawItem(
  _ item: MoreItem, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let title = truncated(item.title, to: max(1, line.place.width - 4))
  let inner = line.place.inset(left: 2, right: line.place.width >= 30 ? 2 : 0)
  canvas.write(item.note, in: inner.inset(left: displayWidth(of: title) + 2), .muted, .right)
  canvas.write(title, in: inner, .text)
  let spoken = item.note.isEmpty ? title : "\(title), \(item.note)"
  canvas.endRow(
    line, Element.ID(rawValue: "more.\(line.index)"), spoken, action: .more(.open(row: line.index)))
}
