import Cells

extension Event {
  /// Whether what it does depends on what stands on the screen.
  ///
  /// `update` draws nothing. Whoever hands it such an event gives it a frame of the very state that it
  /// changes: several keys may come before the next one is painted, and each of them means what the
  /// one before has left.
  public func looksAtScreen(in state: State) -> Bool {
    if case .action(let action) = self { return action.looksAtScreen(in: state) }
    guard case .input(let input) = self else { return false }
    switch input {
    case .key(let key):
      if state.surface.enterKeys.contains(key) { return true }
      // NB: of a key that is typed into a field this may say yes for nothing; it never says no to one
      // that is a command.
      let command = state.command(for: key) ?? state.command(for: key.latin)
      return command?.action.looksAtScreen(in: state) ?? false
    case .mouse(let mouse):
      switch mouse.kind {
      case .press: return mouse.button == 0
      case .wheelUp, .wheelDown: return Action.move(.rows(1)).looksAtScreen(in: state)
      case .release, .drag: return false
      }
    case .paste, .resize, .focus: return false
    }
  }
}

extension Action {
  /// Going to an element needs to know which there are; moving in a list may leave one.
  fileprivate func looksAtScreen(in state: State) -> Bool {
    if case .stepFocus = self { return true }
    if case .move = self {
      return state.focus != nil || state.surface.list?.isOfScreen ?? false
    }
    return [.activate, .focusNext, .focusPrevious].contains(self)
  }
}
