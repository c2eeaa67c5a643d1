import Cells
import Content
import Loyalty
import Themes

/// What both sides did to one block: what it was, what is here, what is on the server.
func drawConflict(_ state: State, on canvas: inout Canvas) {
  guard let conflict = state.editor?.conflict, let current = conflict.current else { return }
  let phrases = state.phrases
  let sheet = FullSheet(state.size)
  canvas.fill(canvas.bounds, .sheet)
  let title = phrases.say(
    .conflictTitle,
    [
      "name": state.name(of: current), "number": String(conflict.number),
      "count": String(conflict.total),
    ])
  canvas.label("sheet.title", .heading, title, in: sheet.title, .sheetHeading)
  var rest = sheet.body
  let who = conflict.theirs.updatedBy?.name ?? ""
  let words = phrases.say(.conflictHint, ["name": cleaned(who, limit: 60)])
  let rows = canvas.paragraph("conflict.hint", words, in: rest.top(2), .sheetMuted)
  rest = rest.inset(top: rows + 1)
  let buttons = buttons(current)
  let fields = rest.inset(bottom: buttons.count + 1)
  if current.fields.isEmpty {
    let gone = current.mine == nil ? Phrase.contentDeletedHere : .contentDeletedThere
    canvas.paragraph("conflict.deleted", phrases.say(gone), in: fields, .sheetText)
  } else {
    drawFields(current, conflict, state, in: fields, on: &canvas)
  }
  for (row, button) in buttons.enumerated() {
    canvas.button(
      button.id, "\(button.key)  \(phrases.say(button.title))",
      in: rest.bottom(buttons.count).inset(top: row).top(1).narrowed(to: 44),
      action: .editor(.conflict(button.action)), isPrimary: row == 0)
  }
}

private struct ConflictButton {
  let id: Element.ID
  let key: String
  let title: Phrase
  let action: ConflictAction
}

private func buttons(_ conflict: EditConflict) -> [ConflictButton] {
  var buttons: [ConflictButton] = []
  if !conflict.fields.isEmpty {
    buttons.append(
      ConflictButton(
        id: "conflict.accept", key: "Enter", title: .conflictAccept, action: .accept))
  }
  buttons += [
    ConflictButton(id: "conflict.mine", key: "M", title: .conflictMine, action: .mine),
    ConflictButton(id: "conflict.theirs", key: "T", title: .conflictTheirs, action: .theirs),
  ]
  if case .block = conflict.place {
    buttons.append(
      ConflictButton(id: "conflict.both", key: "b", title: .conflictBoth, action: .both))
  }
  return buttons
}

/// Each field with its three values; the one that counts is marked.
private func drawFields(
  _ current: EditConflict, _ conflict: ConflictState, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  let isWide = rect.width >= 96
  let height = isWide ? 4 : 4
  let top = max(0, min(conflict.field, current.fields.count - max(1, rect.height / (height + 1))))
  var rest = rect
  for (index, path) in current.fields.enumerated().dropFirst(top) {
    guard rest.height >= 2 else { return }
    let isSelected = index == conflict.field
    let isTheirs = conflict.chosen.contains(path)
    let label = (isSelected ? "› " : "  ") + path.joined(separator: ".")
    canvas.label(
      Element.ID(rawValue: "conflict.field.\(index)"), .listItem, label, in: rest,
      isSelected ? .selection : .sheetHeading,
      action: .editor(.conflict(.next(index - conflict.field))))
    rest = rest.inset(top: 1)
    let values: [(Phrase, String, Bool)] = [
      (.contentBase, shown(current.base, path), false),
      (.contentMine, shown(current.mine, path), !isTheirs),
      (.contentTheirs, shown(current.theirs, path), isTheirs),
    ]
    let column = isWide ? rest.width / 3 : rest.width
    for (place, value) in values.enumerated() {
      let cell =
        isWide
        ? Rect(x: rest.x + place * column, y: rest.y, width: column - 2, height: 3)
        : rest.inset(left: 2, top: place).top(1)
      guard cell.intersection(rect).height > 0 else { continue }
      let mark = value.2 ? "●" : place == 0 ? " " : "○"
      let text = "\(mark) \(state.phrases.say(value.0)): \(value.1)"
      canvas.paragraph(
        Element.ID(rawValue: "conflict.\(index).\(place)"), text, in: cell.intersection(rect),
        value.2 ? .sheetText : .sheetMuted)
    }
    rest = rest.inset(top: height)
  }
}

private func shown(_ value: JSONValue?, _ path: [String]) -> String {
  cleaned(value?[path: path]?.shown ?? "—", limit: 300)
}

extension State {
  /// What a person calls the place of a conflict.
  func name(of conflict: EditConflict) -> String {
    switch conflict.place {
    case .screen(let member): phrases.editorField(member)
    case .block(let id):
      (conflict.mine ?? conflict.theirs).flatMap(\.object).map {
        outlineWords(Block(members: $0))
      } ?? id.rawValue
    }
  }
}
