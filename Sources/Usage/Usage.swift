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
    if let unknown = UnknownCommand(CommandLine.arguments.dropFirst(), below: root) {
      fputs("\(unknown)\n", stderr)
      return UnknownCommand.exitStatus
    }
    let text = root.fullMessage(for: error)
    let code = root.exitCode(for: error)
    if code.isSuccess {
      Output.print(text)
    } else if !text.isEmpty {
      // It repeats what was typed, which may hold what steers a terminal.
      fputs("\(cleaned(text, limit: 20_000, keepingNewlines: true))\n", stderr)
    }
    return code.rawValue
  }
}
