public import ArgumentParser
@preconcurrency import Glibc
import Loyalty
import Output

/// What a program says when it does not do what its command line asks for.
public enum Usage {
  /// Prints an error of the command line, or the help that was asked for.
  ///
  /// - Parameters:
  ///   - error: thrown by ArgumentParser or by a command.
  ///   - root: the program's own command.
  /// - Returns: the exit status.
  public static func tell<Root: ParsableCommand>(_ error: any Error, of root: Root.Type) -> Int32 {
    let words = CommandLine.arguments.dropFirst()
    let code = root.exitCode(for: error)
    if let unknown = unknown(among: words, below: root, code) {
      fputs("\(unknown)\n", stderr)
      return ExitCode.validationFailure.rawValue
    }
    let text = root.fullMessage(for: error)
    if code.isSuccess {
      Output.print(text)
    } else if !text.isEmpty {
      // It repeats what was typed, which may hold what steers a terminal.
      fputs("\(cleaned(text, limit: 20_000, keepingNewlines: true))\n", stderr)
    }
    return code.rawValue
  }

  /// Whether a word is meant to be an address: no command has such a sign in its name.
  public static func isAddress(_ word: some StringProtocol) -> Bool {
    word.isEmpty || word.contains { ":/.".contains($0) }
  }

  /// A word that is none of the program's, whatever else is wrong: it is often why.
  private static func unknown(
    among words: some Sequence<String>, below root: any ParsableCommand.Type, _ code: ExitCode
  ) -> (any CustomStringConvertible)? {
    if code == .validationFailure, let option = UnknownOption(words, below: root) { return option }
    return UnknownCommand(words, below: root)
  }
}
