import Cells
import Loyalty

extension State {
  /// Opens a sheet with a form, the caret in its first field.
  mutating func openSheet(with form: Form) {
    openSheet(form.sheet)
    self.form = form
    focus = form.fields.first?.id
  }

  /// The form on the topmost sheet.
  var openForm: Form? {
    guard let form, sheets.last == form.sheet else { return nil }
    return form
  }

  /// The text of the form that has the caret.
  var focusedFormField: Element.ID? {
    guard let form = openForm, !form.isBusy, let focus = focus ?? form.fields.first?.id,
      case .text = form.field(focus)?.content
    else { return nil }
    return focus
  }

  /// Puts the caret where the first problem is.
  mutating func showProblems() {
    guard let first = form?.fields.first(where: { $0.problem != nil }) else { return }
    focus = first.id
  }

  func say(_ problem: Form.Problem) -> String {
    switch problem {
    case .phrase(let phrase, let values): phrases.say(phrase, values)
    case .said(let words): words
    }
  }

  func say(_ title: Form.Choice.Title) -> String {
    switch title {
    case .phrase(let phrase): phrases.say(phrase)
    case .name(let name): name
    }
  }
}

/// What a key does in a form besides typing; `nil` when it means something else.
func handleForm(_ key: Key, _ state: inout State) -> [Effect]? {
  guard let form = state.openForm else { return nil }
  if let focus = state.focus, case .choice = form.field(focus)?.content {
    switch key.code {
    case .left: state.form?.choose(focus, by: -1)
    case .right, .character(" "): state.form?.choose(focus, by: 1)
    case .character, .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .home, .end,
      .pageUp, .pageDown, .function:
      return isTyping(key) ? [] : nil
    }
    return []
  }
  // NB: a letter beside a field must not do what it does elsewhere: "q" would throw away what is
  // typed.
  return state.focusedFormField == nil && isTyping(key) ? [] : nil
}

private func isTyping(_ key: Key) -> Bool {
  guard case .character = key.code else { return false }
  return key.modifiers.isEmpty || key.modifiers == .shift
}

/// What Enter does in a form: on to the next field, and from the last one it submits.
func activateForm(_ id: Element.ID, _ state: inout State) -> [Effect]? {
  guard let form = state.openForm, !form.isBusy,
    let place = form.fields.firstIndex(where: { $0.id == id })
  else { return nil }
  guard place == form.fields.count - 1 else {
    state.focus = form.fields[place + 1].id
    return []
  }
  return perform(form.submit, &state)
}
