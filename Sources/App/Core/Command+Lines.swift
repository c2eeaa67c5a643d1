/// What the screen names by a key, or has no room for: lines give it a number.
extension Command {
  /// The commands that are worth a choice where the state is, each once.
  static func choices(in state: State) -> [Command] {
    let isOutside = !state.isInside && state.sheets.isEmpty
    var choices: [Command] = []
    for command in state.commands {
      let isNamed = command.isHinted || !command.scope.isCommon || isOutside
      let isKnown = choices.contains { $0.title == command.title }
      let isOnScreenOnly = onScreenOnly.contains(command.title)
      if isNamed, !isKnown, !isOnScreenOnly { choices.append(command) }
      if command.action == .back, state.isSearchingHistory { choices.append(command) }
    }
    return choices
  }

  /// Moving around, and what is about a picture or another program.
  private static let onScreenOnly: Set<Phrase> = [
    .move, .open, .choose, .back, .help, .suspend, .insertCode, .larger, .smaller, .fit,
    .sectionBeside,
  ]
}
