import ArgumentParser
import Loyalty

@main
struct LoyalhubServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalhub-server",
    abstract: "The reference server of Loyalhub.",
    version: Version.current.description,
    subcommands: [Serve.self, Describe.self, TillCommand.self, FillCommand.self],
    defaultSubcommand: Serve.self)
}
