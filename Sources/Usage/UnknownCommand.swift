import ArgumentParser
import Loyalty

/// A word in the place of a command that is none.
///
/// ArgumentParser gives it to the default command, which knows no such argument and says only that.
struct UnknownCommand: CustomStringConvertible {
  /// As for other mistakes in what was asked for (`EX_USAGE` of sysexits.h).
  static let exitStatus: Int32 = 64

  let word: String
  /// The commands down to the one that has no such command.
  let path: [String]
  let known: [String]

  /// Follows the words that name commands; `nil` when all of them do.
  init?(_ arguments: some Sequence<String>, below root: any ParsableCommand.Type) {
    var command = root
    var path = [UnknownCommand.name(root)]
    for word in arguments where word != "help" {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty, !word.hasPrefix("-"), !word.isEmpty else { return nil }
      guard let next = commands.first(where: { UnknownCommand.name($0) == word }) else {
        self.word = word
        self.path = path
        known = commands.map(UnknownCommand.name)
        return
      }
      command = next
      path.append(word)
    }
    return nil
  }

  var description: String {
    let program = path.joined(separator: " ")
    let advice =
      nearest(word, among: known).map { "Did you mean '\($0)'?" }
      ?? "There are \(known.joined(separator: ", "))."
    return """
      Error: '\(cleaned(word, limit: 60))' is no command of \(program). \(advice)
        See '\(program) --help' for more information.
      """
  }

  private static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }
}
