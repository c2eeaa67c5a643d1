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

/// The name, the value, and the key that leads there from anywhere.
private func drawItem(
  _ item: MoreItem, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let title = truncated(item.title, to: max(1, line.place.width - 4))
  var inner = line.place.inset(left: 2, right: line.place.width >= 30 ? 2 : 0)
  if inner.width >= 56 {
    let key = state.key(of: item)
    canvas.write(key, in: inner, .key, .right)
    inner = inner.inset(right: 5)
  }
  let isNew = !item.news.isEmpty
  canvas.write(
    item.note, in: inner.inset(left: displayWidth(of: title) + 2), isNew ? .accent : .muted, .right)
  canvas.write(title, in: inner, .text)
  let spoken = item.note.isEmpty ? title : "\(title), \(item.note)"
  canvas.endRow(
    line, Element.ID(rawValue: "more.\(line.index)"), spoken, action: .more(.open(row: line.index)))
}

/// A line of the menu beside it: what it is for, its value, and the first of what it leads to.
func drawMoreLook(_ item: MoreItem, _ state: State, on canvas: inout Canvas) {
  var rest = drawSheet(item.title, rows: 0, state, on: &canvas)
  if let about = item.about {
    let words = state.phrases.say(about)
    rest = rest.inset(top: canvas.paragraph("more.about", words, in: rest, .sheetMuted) + 1)
  }
  if !item.note.isEmpty {
    // What is short is said large.
    let big = item.note.count <= 12 ? BigLetters(item.note.uppercased()) : nil
    if let big, big.crown == nil, big.width <= rest.width, rest.height >= 8 {
      canvas.write(big, in: rest, canvas.look(.heading))
      canvas.add(Element("more.value", .text, item.note, bounds: rest.top(3)))
      rest = rest.inset(top: 4)
    } else {
      canvas.label("more.value", .text, item.note, in: rest, .sheetHeading)
      rest = rest.inset(top: 2)
    }
  }
  let lines = item.lines(state)
  if !lines.isEmpty, rest.height > 1 {
    canvas.rule(in: rest)
    rest = rest.inset(top: 1)
  }
  for (row, (name, value)) in lines.prefix(rest.height).enumerated() {
    let place = rest.inset(top: row).top(1)
    canvas.write(value, in: place, .sheetMuted, .right)
    let room = value.isEmpty ? 0 : displayWidth(of: value) + 2
    canvas.write(name, in: place.inset(right: room), .sheetText)
    let spoken = [name, value].filter { !$0.isEmpty }.joined(separator: ", ")
    canvas.add(
      Element(
        Element.ID(rawValue: "more.line.\(row)"), .text,
        spoken.withPlainSpaces, bounds: place))
  }
}

extension State {
  /// The key that does it on any section.
  fileprivate func key(of item: MoreItem) -> String {
    let command = Command.common.first {
      $0.action == item.action && [.section, .anywhere].contains($0.scope) && $0.when(self)
    }
    return command?.key ?? ""
  }
}
