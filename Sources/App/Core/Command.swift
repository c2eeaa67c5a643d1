import Cells

/// One thing that can be asked for: the key map, the footer, the hints and the help come from these.
struct Command: Sendable {
  /// How far a command's keys count; a nearer one wins.
  enum Scope: Equatable, Sendable, CaseIterable {
    /// On the surface that names it.
    case here
    /// Wherever there is something to move through.
    case list
    /// On sheets whose elements are stepped through by the arrows.
    case sheet
    /// On the sections.
    case section
    case anywhere

    /// Whether it is no single surface.
    var isCommon: Bool { [.anywhere, .section, .sheet].contains(self) }
  }

  let action: Action
  let title: Phrase
  var scope = Scope.here
  let keys: [Key]
  /// How the help and the screen write the keys; the first word is what the screen writes.
  let hint: String
  /// Whether the footer, or the hints beside the title of a sheet, name it.
  var isHinted = false
  /// What they call it, where that is not its title.
  var label: @Sendable (State) -> Phrase? = { _ in nil }
  /// Whether it is about a picture or a message that only a screen has, so that lines do not name it.
  var isOnScreenOnly = false
  /// Whether lines name it although no screen does.
  var isLineChoice = false
  /// Whether its keys are heard where there is nothing to do it to: then it says so.
  var isAnswered = false
  /// Whether there is something that it could be done to.
  var when: @Sendable (State) -> Bool = { _ in true }

  /// What counts in many places: the core's, then what features add.
  static let common: [Command] = core + FeatureDescription.all.flatMap(\.commands) + sectionsBeside

  /// Those of lists and of many places, by each of their keys.
  fileprivate static let byKey: [Key: [Command]] = {
    var commands: [Key: [Command]] = [:]
    for command in list + common {
      for key in command.keys { commands[key, default: []].append(command) }
    }
    return commands
  }()
}

extension Command {
  /// What the screen writes for its keys.
  var key: String { String(hint.prefix { $0 != " " }) }

  /// The key that the screen writes beside words of its own for an action, as its command has it.
  static func key(_ action: Action, on surface: Surface? = nil) -> String {
    let command = ((surface?.commands ?? []) + common).first { $0.action == action }
    return command?.key ?? ""
  }
}

extension Surface {
  /// All that can be asked for here, whoever is here; what counts only here comes first.
  var allCommands: [Command] {
    (list == nil ? [] : Command.list) + commands
      + Command.common.filter { scopes.contains($0.scope) }
  }
}

extension Surface {
  /// Whether a command's keys count here.
  fileprivate func hears(_ command: Command) -> Bool {
    switch command.scope {
    case .here: true
    case .list: list != nil
    case .sheet, .section, .anywhere: scopes.contains(command.scope)
    }
  }
}

extension State {
  /// Whether a list has so many rows that a key could be about.
  ///
  /// - Parameter rows: `nil` when they have never arrived: whoever types faster than they come means
  ///   them all the same, unless they cannot come now.
  func mayHave(_ rows: Int?, least: Int = 1) -> Bool {
    rows.map { $0 >= least } ?? (network.trouble == nil)
  }

  /// What can be asked for where the state is.
  var commands: [Command] { commands(on: surface) }

  /// - Parameter isMeant: asked before the rest, which may cost more: words to copy are put together.
  func commands(
    on surface: Surface, where isMeant: (Command) -> Bool = { _ in true }
  ) -> [Command] {
    surface.allCommands.filter { isMeant($0) && offers($0.action) && $0.when(self) }
  }

  /// What the screen names of what can be asked for on a surface only, in its order.
  func hints(on surface: Surface) -> [Command] {
    surface.commands.filter { $0.isHinted && offers($0.action) && $0.when(self) }
  }

  /// The command that a key stands for where the state is.
  func command(for key: Key) -> Command? {
    let surface = surface
    var (fits, answers): ([Command], [Command]) = ([], [])
    for command in surface.commands + (Command.byKey[key] ?? [])
    where command.keys.contains(key) && surface.hears(command) && offers(command.action) {
      if command.when(self) {
        fits.append(command)
      } else if command.isAnswered {
        answers.append(command)
      }
    }
    return Command.Scope.allCases.lazy.compactMap { scope in fits.first { $0.scope == scope } }
      .first ?? answers.first
  }
}
