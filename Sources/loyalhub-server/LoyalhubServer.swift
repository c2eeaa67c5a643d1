import ArgumentParser
@preconcurrency import Glibc
import Loyalty
import Output
import Usage

@main
struct LoyalhubServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalhub-server",
    abstract: "The reference server of Loyalhub.",
    version: Version.current.description,
    subcommands: [
      Serve.self, Describe.self, TillCommand.self, TermsCommand.self, FillCommand.self,
      SettleCommand.self, PicturesCommand.self,
    ],
    defaultSubcommand: Serve.self)

  static func main() async {
    Output.begin()
    EndingSignals.hold()
    let status = await status()
    let end = Output.end("loyalhub-server", status: status)
    EndingSignals.obey()
    Glibc.exit(end)
  }

  /// Does what was asked for, as ArgumentParser's own `main`.
  ///
  /// - Returns: the exit status.
  private static func status() async -> Int32 {
    do {
      var command = try parseAsRoot()
      if !(command is Serve) { EndingSignals.release() }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      return Usage.tell(error, of: LoyalhubServer.self)
    }
  }
}
