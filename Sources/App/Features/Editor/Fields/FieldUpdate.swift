import Cells
import Content
import Loyalty

/// Writing in fields.
extension State {
  mutating func focusField(_ row: Int) {
    guard editorFields.indices.contains(row) else { return }
    let isAgain = editor?.pane == .fields && editor?.field.selection == row
    editor?.text = nil
    editor?.pane = .fields
    editor?.field.selection = row
    uncoverFields()
    if isAgain { _ = writeField() }
  }

  /// Begins to write, opens the picker, or goes on to the next value.
  mutating func writeField() -> [Effect] {
    if editor?.pane == .outline {
      editor?.pane = .fields
      uncoverFields()
      return []
    }
    guard let field = chosenField else { return [] }
    switch field.control {
    case .choice, .whole: stepEditor(1)
    case .target where !field.isWritten: openPicker(.targets)
    case .names: openPicker(.names)
    case .picture: openPicture()
    case .unknown: break
    case .line, .text, .instant, .target: beginWriting()
    }
    return []
  }

  /// The next or the one before: of a few values, of numbers, of the panes.
  mutating func stepEditor(_ step: Int) {
    guard editor?.pane == .fields, let field = chosenField else {
      if step > 0 { editor?.pane = .fields }
      return
    }
    switch field.control {
    case .choice(let names):
      let place = names.firstIndex(of: text(of: field)) ?? 0
      let next = names[(place + step + names.count) % names.count]
      set(field, choice: next)
    case .whole(let range):
      let old = editor?.value(field)?.integer.map { Int(clamping: $0) }
      let next = old.map { max(range.lowerBound, min($0 + step, range.upperBound)) }
      let value = next ?? (step > 0 ? range.lowerBound : range.upperBound)
      editor?.set(field, to: .integer(Int64(value)), at: now)
    case .line, .text, .instant, .names, .target, .picture, .unknown:
      if step < 0 { editor?.pane = .outline }
    }
  }

  private mutating func set(_ field: EditorField, choice: String) {
    guard field.name == "action" else {
      editor?.set(field, to: choice.isEmpty ? nil : .string(choice), at: now)
      return
    }
    // Another kind of action leads to another kind of thing.
    var whole = field
    whole.path.removeLast()
    let action: JSONValue? =
      choice.isEmpty ? nil : BlockAction(.init(rawValue: choice), "").value
    editor?.set(whole, to: action, at: now)
  }

  mutating func switchPane() {
    let isOutline = editor?.pane == .outline
    editor?.pane = isOutline ? .fields : .outline
  }

  mutating func writeOutside() -> [Effect] {
    guard let field = chosenField, field.isWritten, editor?.pane == .fields else { return [] }
    let text = editor?.text?.text ?? text(of: field)
    editor?.text = nil
    return keepDraft() + [.screen(.writeOutside(text))]
  }

  mutating func replaceWriting(by text: String) {
    guard let field = chosenField, field.isWritten, sheets.last == .editor(.main) else { return }
    var clean = cleaned(text, limit: ContentLimits.text, keepingNewlines: field.isMultiline)
    // Editors end a file with a line end that nobody typed.
    while clean.hasSuffix("\n") || clean.hasSuffix(" ") { clean.removeLast() }
    let value = value(of: clean, for: field)
    editor?.set(field, to: value, at: now)
  }
}
