import Cells
import Loyalty

/// What the terminal's input does.
func handle(_ input: Input, _ state: inout State) -> [Effect] {
  if state.leaveCelebration(for: input) { return [] }
  if let effects = state.surface.input(input, &state) { return effects }
  switch input {
  case .resize(let size):
    state.size = size
    state.keepSelectionsVisible()
    return []
  case .focus(let isInFront):
    state.live.isInFront = isInFront
    return []
  case .paste(let text):
    state.edit { $0.paste(text) }
    return state.followSearch()
  case .mouse(let mouse): return handle(mouse, &state)
  case .key(let key): return handle(key, &state)
  }
}

private func handle(_ key: Key, _ state: inout State) -> [Effect] {
  if state.edit({ $0.handle(key) }) ?? false { return state.followSearch() }
  if let effects = handleForm(key, &state) { return effects }
  if state.surface.enterKeys.contains(key) { return perform(.activate, &state) }
  if let tab = state.tab(for: key) { return perform(.showTab(tab), &state) }
  guard
    let command = state.command(for: key) ?? state.command(for: key.latin)
  else { return [] }
  return perform(command.action, &state)
}

private func handle(_ mouse: Mouse, _ state: inout State) -> [Effect] {
  switch mouse.kind {
  case .wheelUp: return perform(.move(.rows(-3)), &state)
  case .wheelDown: return perform(.move(.rows(3)), &state)
  case .press where mouse.button == 0:
    guard let element = state.seen?.target(at: mouse.at) else { return [] }
    return tap(element, &state)
  case .press, .release, .drag: return []
  }
}

extension State {
  /// The section whose number is typed, where the numbers count.
  fileprivate func tab(for key: Key) -> Tab? {
    guard surface.scopes.contains(.section), case .character(let text) = key.code,
      key.modifiers.isEmpty,
      let number = Int(text)
    else { return nil }
    return numberedTabs.first { $0.number == number }?.tab
  }
}

/// What tapping an element does: it gets the focus and does its action.
func tap(_ element: Element, _ state: inout State) -> [Effect] {
  guard let action = element.action else { return [] }
  if let search = state.search(element.id) { return perform(search.action, &state) }
  if element.role != .tab {
    state.leaveSearchFields()
    state.focus = element.id
  }
  return perform(action, &state)
}

func moveFocus(by step: Int, _ state: inout State) -> [Effect] {
  let elements = state.seen?.tabStops(isInList: state.surface.list != nil) ?? []
  guard !elements.isEmpty else { return [] }
  let place = elements.firstIndex(where: \.isFocused)
  let next =
    place.map { (($0 + step) % elements.count + elements.count) % elements.count }
    ?? (step > 0 ? 0 : elements.count - 1)
  state.leaveSearchFields()
  let id = elements[next].id
  let search = state.search(id)
  state.focus = search == nil ? id : nil
  return search.map { perform($0.action, &state) } ?? []
}

extension State {
  /// The caret and the focus are never in two places.
  fileprivate mutating func leaveSearchFields() {
    for search in openLists.compactMap(\.search) { self[keyPath: search.isTyping] = false }
  }

  /// The search whose line that is, of all that is open.
  fileprivate func search(_ id: Element.ID) -> ListSearch? {
    openLists.compactMap(\.search).first { $0.id == id }
  }

  /// What an edit of what is typed asks for.
  fileprivate mutating func followSearch() -> [Effect] {
    surface.list?.search?.follow(&self) ?? []
  }

  /// Whoever moves in a list means its rows: Enter opens the selected one.
  mutating func returnFocusToList() {
    guard focus != nil, let seen, surface.list?.isOfScreen != true else { return }
    if seen.elements.contains(where: { $0.role == .listItem && $0.isSelected }) { focus = nil }
  }
}

/// What Enter does: the focused element's action, else the selected row's, else what the screen is
/// about.
///
/// A sheet on which something can be done is not closed by it: that gets the focus, so that the next
/// Enter does what is marked.
func activate(_ state: inout State) -> [Effect] {
  let elements = state.seen?.elements ?? []
  if let element = elements.last(where: { $0.isFocused && $0.isEnabled }) {
    if let search = state.search(element.id) {
      state[keyPath: search.isTyping] = false
      return []
    }
    if element.role == .field, let effects = activateForm(element.id, &state) { return effects }
    if element.role == .field {
      return state.surface.line(state).map { perform($0.enter, &state) } ?? []
    }
    if let action = element.action { return perform(action, &state) }
  }
  let surface = state.surface
  let first = surface.list == nil ? state.seen?.firstThingToDo : nil
  // The row beside a pane is open already: what can be done in the pane goes before it.
  if let row = elements.last(where: { $0.isSelected && $0.role == .listItem }),
    let action = row.action, row.isTabStop || first == nil
  {
    return perform(action, &state)
  }
  if let action = surface.enter(state) { return perform(action, &state) }
  guard !state.sheets.isEmpty else { return [] }
  if let first {
    state.focus = first.id
    return []
  }
  return perform(.back, &state)
}

extension State {
  /// The field that has the caret.
  var focusedField: Element.ID? {
    if openForm != nil { return focusedFormField }
    let surface = surface
    guard let search = surface.list?.search else { return surface.line(self)?.id }
    return self[keyPath: search.isTyping] ? search.id : nil
  }

  /// Changes the field that has the caret; `nil` when none has.
  @discardableResult
  mutating func edit<Result>(_ change: (inout TextField) -> Result) -> Result? {
    guard let field = focusedField else { return nil }
    if openForm != nil { return form?.edit(field, change) }
    let surface = surface
    if let search = surface.list?.search { return change(&self[keyPath: search.text]) }
    guard let line = surface.line(self) else { return nil }
    line.willEdit(&self)
    let before = self[keyPath: line.text].text
    let result = change(&self[keyPath: line.text])
    if self[keyPath: line.text].text != before { line.didChange(&self) }
    return result
  }
}
