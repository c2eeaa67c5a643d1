import Cells
import Content
import Loyalty
import Themes

/// The values of the chosen block, one below the other; the one being written has room for its
/// lines.
func drawFields(
  _ editor: EditorState, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let inner = rect.inset(x: rect.width >= 20 ? 1 : 0)
  let kind = editor.block.map { phrases.kindName($0.kind) } ?? phrases.say(.editorScreen)
  let isHere = editor.pane == .fields
  canvas.label(
    "editor.kind", .heading,
    editor.block == nil || state.takesLetters
      ? kind : "\(kind)  \(Command.key(.editor(.retype), on: EditorSheet.main.surface))", in: inner,
    isHere ? .accent : .muted)
  var rest = inner.inset(top: 1)
  let fields = state.editorFields
  let top = max(0, min(editor.field.top, fields.count - 1))
  let findings = editor.findings.filter { $0.index ?? -1 == editor.selection - 1 }
  for index in top..<max(top, fields.count) {
    guard !rest.isEmpty else { return }
    let field = fields[index]
    let isSelected = isHere && index == editor.field.selection
    if isSelected, let area = editor.text {
      let rows = drawWriting(area, field, state, in: rest, on: &canvas)
      rest = rest.inset(top: rows)
    } else {
      drawValue(field, index, isSelected, state, in: rest.top(1), on: &canvas)
      rest = rest.inset(top: 1)
    }
    guard isSelected else { continue }
    guard let finding = findings.first(where: { field.has($0) }) else {
      if field.control == .instant {
        let words = state.exampleWords(for: state.editor?.text?.text ?? state.text(of: field))
        rest = rest.inset(
          top: canvas.paragraph("editor.example", words, in: rest.inset(left: 2).top(2), .muted))
      }
      continue
    }
    let rows = canvas.paragraph(
      "editor.finding", state.words(of: finding), in: rest.inset(left: 2).top(2),
      finding.severity == .error ? .error : .warning)
    rest = rest.inset(top: rows)
  }
}

private func label(_ field: EditorField, _ state: State) -> String {
  let name = state.phrases.editorField(field.name)
  return field.language.map { "\(name) · \($0)" } ?? name
}

private func drawValue(
  _ field: EditorField, _ index: Int, _ isSelected: Bool, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  let column = min(24, max(8, rect.width / 2))
  let name = truncated(label(field, state), to: column - 2)
  canvas.write(name, in: rect.inset(left: 2), field.isMissing ? .warning : .muted)
  // A line shows no more of it.
  var value = String(state.shownText(of: field).prefix(1000))
  let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  if lines.count > 1 { value = "\(lines[0]) ⏎ \(lines.dropFirst().joined(separator: " ⏎ "))" }
  let place = rect.inset(left: column + 1)
  if value.isEmpty {
    let words = field.isMissing ? state.phrases.say(.editorMissing) : "—"
    canvas.write(words, in: place, field.isMissing ? .warning : .muted)
  } else {
    canvas.write(value, in: place, field.control == .unknown ? .muted : .text)
  }
  if isSelected { canvas.select(rect) }
  var element = Element(
    Element.ID(rawValue: "editor.field.\(field.path.joined(separator: "."))"), .field,
    "\(label(field, state)) \(value)", bounds: rect, action: .editor(.focusField(index)))
  element.isSelected = isSelected
  canvas.add(element)
}

/// The text with its caret; returns the rows that it took.
private func drawWriting(
  _ area: TextArea, _ field: EditorField, _ state: State, in rect: Rect, on canvas: inout Canvas
) -> Int {
  canvas.mark(rect)
  canvas.write(label(field, state), in: rect.inset(left: 2), .selection)
  let box = rect.inset(left: 2, top: 1)
  let width = EditorLayout(state).textWidth
  let lines = area.lines(width: max(1, min(width, box.width - 1)))
  let current = area.line(of: area.caret, in: lines)
  // A title that is longer than the field is seen whole too, not its last word alone.
  let height = max(1, min(box.height, max(area.isMultiline ? 3 : 1, lines.count)))
  let top = max(0, min(current - height / 2, lines.count - height))
  for row in 0..<height {
    let place = box.inset(top: row).top(1)
    canvas.fill(place, .fieldFocused)
    guard lines.indices.contains(top + row) else { continue }
    let line = String(area.characters[lines[top + row]].filter { !$0.isNewline })
    // Lines under lines of text would be in the way of reading it.
    var style = canvas.style(.fieldFocused, on: .fieldFocused)
    style.attributes.remove(.underline)
    canvas.write(line, in: place, style)
  }
  if lines.indices.contains(current), current - top < height {
    let x = area.columns(lines[current].lowerBound..<area.caret)
    let caret = Point(
      x: min(box.x + x, max(box.x, box.maxX - 1)), y: box.y + current - top)
    if canvas.bounds.contains(caret) { canvas.cursor = caret }
  }
  canvas.add(
    Element(
      Element.ID(rawValue: "editor.field.\(field.path.joined(separator: "."))"), .field,
      "\(label(field, state)) \(area.text.prefix(2000).replacing("\n", with: " ⏎ "))",
      bounds: rect.top(height + 1)))
  return height + 1
}

extension State {
  /// Whose clock a moment is on, and how one is written.
  func exampleWords(for text: String) -> String {
    phrases.say(.momentExample, ["zone": zoneWords(at: instant(text) ?? now)])
  }

  /// The value with words for what has names.
  func shownText(of field: EditorField) -> String {
    let text = text(of: field)
    switch field.control {
    case .target(let kind):
      return targets(of: kind).first { $0.id == text }?.title ?? text
    case .names: return titles(of: field)
    case .choice: return text.isEmpty ? "" : phrases.choiceName(text)
    case .line, .text, .whole, .instant, .picture, .unknown: return text
    }
  }
}
