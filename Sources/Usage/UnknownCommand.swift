import ArgumentParser
import Loyalty

/// A word in the place of a command that is none.
///
/// ArgumentParser gives it to the default command, which knows no such argument and says only that.
struct UnknownCommand: CustomStringConvertible {
  let word: String
  /// The commands down to the one that has no such command.
  let path: [String]
  let known: [String]
  /// What may have been meant: a command, or one of ArgumentParser's own words.
  private let meant: [String]

  /// Follows the words that name commands; `nil` when all of them do.
  init?(_ arguments: some Sequence<String>, below root: any ParsableCommand.Type) {
    var command = root
    var path = [root._commandName]
    for (index, word) in arguments.enumerated() where word != "help" || index > 0 {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty, !word.hasPrefix("-"),
        command != root || !Usage.isAddress(word)
      else { return nil }
      guard let next = commands.first(where: { $0._commandName == word }) else {
        self.word = word
        self.path = path
        known = commands.map { $0._commandName }
        // `help` is a command of the program alone.
        meant = known + [command == root ? "help" : "--help", "--version"]
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
      nearest(word, among: meant).map { "Did you mean '\($0)'?" }
      ?? "There are \(known.joined(separator: ", "))."
    return """
      Error: '\(cleaned(word, limit: 60))' is no command of \(program). \(advice)
        See '\(program) --help' for more information.
      """
  }
}
