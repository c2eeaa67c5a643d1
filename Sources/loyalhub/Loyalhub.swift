import ArgumentParser

/// The program: reads what was asked for, builds the parts, runs them.
@main
struct Loyalhub: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalhub",
    abstract: "Loyalty cards, balances and promotions in the terminal.",
    version: "0.1.0",
    subcommands: [Open.self, Demo.self, Test.self],
    defaultSubcommand: Open.self)
}
