import ArgumentParser
@preconcurrency import Glibc
import Loyalty
import Output

@main
struct LoyalhubServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalhub-server",
    abstract: "The reference server of Loyalhub.",
    version: Version.current.description,
    subcommands: [Serve.self, Describe.self, TillCommand.self, FillCommand.self],
    defaultSubcommand: Serve.self)

  static func main() async {
    Output.begin()
    let status = await status()
    Glibc.exit(Output.end("loyalhub-server", status: status))
  }

  /// Does what was asked for, as ArgumentParser's own `main`.
  ///
  /// - Returns: the exit status.
  private static func status() async -> Int32 {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      if let unknown = UnknownCommand(CommandLine.arguments.dropFirst(), below: LoyalhubServer.self)
      {
        fputs("\(unknown)\n", stderr)
        return UnknownCommand.exitStatus
      }
      let text = fullMessage(for: error)
      let code = exitCode(for: error)
      // It repeats what was typed, which may hold what steers a terminal.
      let words = cleaned(text, limit: 20_000, keepingNewlines: true)
      if code.isSuccess { Output.print(text) } else if !text.isEmpty { fputs("\(words)\n", stderr) }
      return code.rawValue
    }
  }
}
