import Cells
import Content
import Loyalty
import Themes

/// What both sides did to one block: what it was, what is here, what is on the server.
func drawConflict(_ state: State, on canvas: inout Canvas) {
  guard let conflict = state.editor?.conflict, let current = conflict.current else { return }
  let phrases = state.phrases
  let sheet = FullSheet(state.size)
  let title = phrases.say(
    .conflictTitle,
    [
      "name": state.name(of: current), "number": String(conflict.number),
      "count": String(conflict.total),
    ])
  canvas.beginSheet(title, on: canvas.bounds, as: .background, in: sheet.title)
  var rest = sheet.body
  let isRoomy = rest.height >= 14
  if isRoomy {
    let who = cleaned(conflict.theirs.updatedBy?.name ?? "", limit: 60)
    let words = phrases.say(.conflictHint, ["name": who])
    rest = rest.inset(
      top: canvas.paragraph("conflict.hint", words, in: rest.top(2), .sheetMuted) + 1)
  }
  let buttons = buttons(current)
  let widest = buttons.map { displayWidth(of: words(on: $0, state)) }.max() ?? 0
  let isStacked = isRoomy || widest + 3 > rest.width / 2 && rest.height >= 10
  let height = isStacked ? buttons.count : min(2, buttons.count)
  let fields = rest.inset(bottom: height + 1)
  if current.fields.isEmpty {
    let gone = current.mine == nil ? Phrase.contentDeletedHere : .contentDeletedThere
    canvas.note("conflict.deleted", phrases.say(gone), in: fields)
  } else {
    drawFields(current, conflict, state, in: fields, on: &canvas)
  }
  draw(buttons, isStacked: isStacked, state, in: rest.bottom(height), on: &canvas)
  canvas.wayOut(state.closeHint(.conflictLater), in: sheet.foot, on: .sheet)
}

private func words(on button: ConflictButton, _ state: State) -> String {
  "\(button.key)  \(state.phrases.say(button.title))"
}

/// One below the other; side by side in two rows where there is little room.
private func draw(
  _ buttons: [ConflictButton], isStacked: Bool, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  for (index, button) in buttons.enumerated() {
    let width = max(1, rect.width / 2)
    let place =
      isStacked
      ? rect.inset(top: index).top(1).narrowed(to: 44)
      : Rect(
        x: rect.x + index % 2 * width, y: rect.y + index / 2, width: width - 1, height: 1
      ).intersection(rect)
    canvas.button(
      button.id, words(on: button, state), in: place,
      action: .editor(.conflict(button.action)), isPrimary: index == 0)
  }
}

private struct ConflictButton {
  let id: Element.ID
  let title: Phrase
  let action: ConflictAction

  var key: String {
    Command.key(.editor(.conflict(action)), on: EditorSheet.conflict.surface)
  }
}

private func buttons(_ conflict: EditConflict) -> [ConflictButton] {
  var buttons: [ConflictButton] = []
  if !conflict.fields.isEmpty {
    buttons.append(
      ConflictButton(id: "conflict.accept", title: .conflictAccept, action: .accept))
  }
  buttons += [
    ConflictButton(id: "conflict.mine", title: .conflictMine, action: .mine),
    ConflictButton(id: "conflict.theirs", title: .conflictTheirs, action: .theirs),
  ]
  if case .block = conflict.place {
    buttons.append(ConflictButton(id: "conflict.both", title: .conflictBoth, action: .both))
  }
  return buttons
}

/// Each field with its three values; the one that counts is marked.
private func drawFields(
  _ current: EditConflict, _ conflict: ConflictState, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  let isWide = rect.width >= 96
  let height = rect.height >= 8 ? 4 : 3
  let top = max(
    0, min(conflict.field, current.fields.count - max(1, (rect.height + 1) / (height + 1))))
  var rest = rect
  for (index, path) in current.fields.enumerated().dropFirst(top) {
    guard rest.height >= 2 else { return }
    let isSelected = index == conflict.field
    let isTheirs = conflict.chosen.contains(path)
    let label = FocusMark.before(state.fieldName(path), isMarked: isSelected)
    canvas.label(
      Element.ID(rawValue: "conflict.field.\(index)"), .listItem, label, in: rest,
      isSelected ? .selection : .sheetHeading,
      action: .editor(.conflict(.next(index - conflict.field))))
    rest = rest.inset(top: 1)
    let column = isWide ? rest.width / 3 : rest.width
    let room = max(8, (isWide ? 3 * (column - 2) : column - 2) - 14)
    let texts = fromDifference(
      [current.base, current.mine, current.theirs].map { state.shown($0, path) }, room: room)
    let values: [(Phrase, String, Bool)] = [
      (.contentBase, texts[0], false), (.contentMine, texts[1], !isTheirs),
      (.contentTheirs, texts[2], isTheirs),
    ]
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

/// A text without room for all of it begins a few words before it parts from the one before.
///
/// - Parameter texts: the one before, and what became of it on both sides.
private func fromDifference(_ texts: [String], room: Int) -> [String] {
  guard let base = texts.first else { return [] }
  func cut(_ text: String) -> Int {
    max(0, zip(base, text).prefix { $0 == $1 }.count - min(12, room / 3))
  }
  let first = texts.filter { $0 != base }.map(cut).min() ?? 0
  return texts.map { text in
    let cut = text == base ? first : cut(text)
    return cut > 0 && displayWidth(of: text) > room ? "…\(text.dropFirst(cut))" : text
  }
}

extension State {
  /// A member of a block in one line; a picture by its name.
  fileprivate func shown(_ value: JSONValue?, _ path: [String]) -> String {
    let value = value?[path: path]
    if path == Block.picturePath, value?.object != nil { return words(forPicture: value) }
    return cleaned(value?.shown ?? "—", limit: 300)
  }

  /// What a person calls a member of a block: "Text · en".
  fileprivate func fieldName(_ path: [String]) -> String {
    guard let last = path.last else { return "" }
    if path.count > 1, last.count <= 3, !["to", "url", "alt"].contains(last) {
      return "\(phrases.editorField(path[path.count - 2])) · \(last)"
    }
    let name = path.first == "visibility" && path.count == 2 ? "shown_\(last)" : last
    let words = phrases.editorField(name)
    return words == name ? phrases.editorField(last) : words
  }

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
