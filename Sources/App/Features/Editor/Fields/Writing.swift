import Cells
import Content
import Loyalty

/// Writing: a letter on a field is text, and a command only in the list of blocks, after Esc, or
/// with Ctrl.
extension State {
  /// Whether a text that is written here can be seen.
  private var isFieldShown: Bool { (EditorLayout(self).fields?.height ?? 0) >= 3 }

  /// Whether letters are text where the keys are.
  var takesLetters: Bool {
    guard let editor else { return false }
    return editor.text != nil || (editor.pane == .fields && !editor.hasEscaped)
  }

  /// Puts the caret at the end of the chosen field, where that is one to write in.
  mutating func beginWriting() {
    guard let field = chosenField, field.isWritten, isFieldShown else { return }
    let words = text(of: field)
    editor?.text = TextArea(words, isMultiline: field.isMultiline, limit: field.longest)
    editor?.writtenPath = field.path
    editor?.hasEscaped = false
  }

  /// Puts the caret into the first text of the chosen block.
  mutating func writeFirstText() {
    uncoverFields()
    let texts = editorFields.firstIndex { $0.language != nil && $0.path[0] != "fallback" }
    guard let place = texts else { return }
    editor?.field.selection = place
    beginWriting()
  }

  /// Keys that are typed where the fields are; `nil` where they mean something else.
  mutating func typeIntoFields(_ key: Key) -> [Effect]? {
    guard let editor, editor.pane == .fields else { return nil }
    if key.code == .tab {
      stepField(key.modifiers.contains(.shift) ? -1 : 1)
      return []
    }
    return editor.text == nil ? typeBeside(key) : write(key)
  }

  private mutating func write(_ key: Key) -> [Effect]? {
    guard var area = editor?.text else { return nil }
    if key.code == .escape { return leaveEditor() }
    if key == .control("s") { return saveEdited() }
    if key == .control("x") { return writeOutside() }
    if !area.isMultiline, key.code == .enter {
      editor?.text = nil
      return []
    }
    if !area.isMultiline, key == Key(.up) || key == Key(.down) {
      stepField(key == Key(.up) ? -1 : 1, isRound: false)
      return []
    }
    if key.isTyped, case .character(let sign) = key.code, !fits(sign) { return [] }
    let before = area.text
    guard isFieldShown, area.handle(key, width: EditorLayout(self).textWidth) else {
      // NB: what means nothing to a text must not be a command in the middle of it.
      return key.isCommandInTexts ? nil : []
    }
    editor?.text = area
    if area.text != before {
      takeTyped()
    } else if key.isTyped {
      tellFull(area)
    }
    return []
  }

  /// A field is chosen, and nothing has the caret yet.
  private mutating func typeBeside(_ key: Key) -> [Effect]? {
    guard let field = chosenField else { return nil }
    switch key.code {
    case .character where key.isTyped, .backspace, .delete, .insert:
      if editor?.hasEscaped == true { return nil }
      if field.control == .picture, [.backspace, .delete].contains(key.code) {
        removePicture()
        return []
      }
      if key == .character(" "), !field.isWritten { return writeField() }
      beginWriting()
      return editor?.text == nil ? [] : write(key)
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter:
      if editor?.hasEscaped != true, key.modifiers.contains(.alt) { return [] }
      // Whoever goes on among the fields writes there again.
      editor?.hasEscaped = false
    case .character, .escape, .tab, .function: break
    }
    return nil
  }

  /// The next field, still writing where it is one to write in.
  mutating func stepField(_ step: Int, isRound: Bool = true) {
    let count = editorFields.count
    guard let place = editor?.field.selection, count > 0 else { return }
    let next = isRound ? (place + step + count) % count : max(0, min(place + step, count - 1))
    editor?.hasEscaped = false
    guard next != place || isRound else { return }
    editor?.field.selection = next
    beginWriting()
    keepEditorVisible()
  }

  /// Pasted text goes where the caret is, or would be.
  mutating func pasteIntoEditor(_ text: String) {
    guard sheets.last == .editor(.main), editor?.pane == .fields, isFieldShown else { return }
    // The path of a file that was dropped: it goes into the sheet, where the caret is then.
    if editor?.text == nil, chosenField?.control == .picture { return openPicture() }
    if editor?.text == nil { beginWriting() }
    guard var area = editor?.text else { return }
    let before = area.text
    let text = area.isMultiline ? text : oneLine(text)
    let isWhole = !area.insert(fits("x") ? text : text.filter { fits(String($0)) })
    editor?.text = area
    if area.text != before { takeTyped() }
    if isWhole { tellFull(area) }
  }

  /// Whether a sign can stand in the chosen field: in a number only digits can.
  private func fits(_ sign: String) -> Bool {
    guard case .whole = chosenField?.control else { return true }
    return sign.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Takes over what was typed so far.
  private mutating func takeTyped() {
    guard let field = chosenField, let area = editor?.text, field.path == editor?.writtenPath
    else { return }
    let value = value(of: area.text, for: field)
    editor?.set(field, to: value, at: now, isTyping: true)
  }

  private mutating func tellFull(_ area: TextArea) {
    guard area.characters.count >= area.limit else { return }
    toast(phrases.say(.editorFull, ["count": String(area.limit)]))
  }

  /// Shows the fields where the preview covers them and somebody goes there.
  mutating func uncoverFields() {
    guard editor?.pane == .fields, EditorLayout(self).fields == nil else { return }
    editor?.isPreviewing = false
  }

  /// After each event: the caret is in a field that can be seen, in the one where the writing began,
  /// and in the text that stands there.
  mutating func settleWriting() {
    uncoverFields()
    guard let editor, let area = editor.text else { return }
    let fields = editorFields
    guard let place = fields.firstIndex(where: { $0.path == editor.writtenPath }) else {
      self.editor?.text = nil
      return
    }
    if place != editor.field.selection {
      self.editor?.field.selection = place
      self.editor?.text = area
      keepEditorVisible()
    }
    let field = fields[place]
    let now = editor.value(field) ?? .string("")
    // Somebody else has changed it: the caret stays, in what it is now.
    guard (value(of: area.text, for: field) ?? .string("")) != (now == .null ? "" : now) else {
      return
    }
    let words = text(of: field)
    self.editor?.text = area.replaced(by: words)
  }
}

extension Key {
  /// Whether it is a letter, a digit or a sign as it is typed into a text.
  var isTyped: Bool {
    guard case .character = code else { return false }
    return modifiers.isEmpty || modifiers == .shift
  }

  /// Whether it can be a command while a text is written.
  fileprivate var isCommandInTexts: Bool {
    if case .function = code { return true }
    guard case .character = code else { return false }
    return modifiers.contains(.control)
  }
}

extension Phrase {
  static let editorFull = Phrase(
    en: "No more than {count} characters fit here",
    ru: "Больше {count} символов здесь не помещается")
}
