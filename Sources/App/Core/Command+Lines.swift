/// What the screen names by a key, or has no room for: lines give it a number.
extension Command {
  /// The commands that are worth a choice where the state is, each once.
  static func choices(in state: State) -> [Command] {
    let isOutside = !state.isInside && state.sheets.isEmpty
    var choices: [Command] = []
    for command in state.commands {
      let isNamed = command.isLineChoice || command.isHinted || !command.scope.isCommon || isOutside
      let isKnown = choices.contains { $0.title == command.title }
      let isOnScreenOnly = command.isOnScreenOnly || onScreenOnly.contains(command.title)
      if isNamed, !isKnown, !isOnScreenOnly { choices.append(command) }
      if command.action == .back, state.isSectionSearched { choices.append(command) }
    }
    return choices
  }

  /// Moving around, and what is about another program.
  private static let onScreenOnly: Set<Phrase> = [
    .move, .open, .choose, .back, .help, .suspend, .sectionBeside,
  ]
}

extension State {
  /// Whether a section shows less than all of its list: sheets have their way out on the screen.
  fileprivate var isSectionSearched: Bool {
    guard sheets.isEmpty, let search = surface.list?.search else { return false }
    var state = self
    return search.leave(&state) != nil
  }
}
