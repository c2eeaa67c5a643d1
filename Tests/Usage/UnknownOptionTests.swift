import ArgumentParser
import Testing

@testable import Usage

@Suite struct UnknownOptionTests {
  struct Shop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "shop", version: "1", subcommands: [Open.self, Sell.self, Goods.self],
      defaultSubcommand: Open.self)
  }
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(discussion: "  --frobnicate is no option.")
    @Option var door: String
    @Flag var quietly = false
  }
  struct Sell: ParsableCommand {
    @Argument var what: String
    @OptionGroup var payment: Payment
    @Option(name: .shortAndLong, help: "A very long text - with --dashes in it.") var bag: String?
    @Flag(help: .hidden) var secretly = false
  }
  struct Payment: ParsableArguments {
    @Option var card: String
    @Option(help: ArgumentHelp("Money.", valueName: "money")) var amount: Int
  }
  struct Goods: ParsableCommand {
    static let configuration = CommandConfiguration(subcommands: [List.self])
  }
  struct List: ParsableCommand { @Flag var json = false }

  @Test(arguments: [
    ("sell --crad A --amount 5", "--crad", "--card"), ("--dor x", "--dor", "--door"),
    ("sell --amuont=5", "--amuont", "--amount"), ("sell x --bga y", "--bga", "--bag"),
    ("sell --card A --vesion", "--vesion", "--version"), ("--hlep", "--hlep", "--help"),
    ("goods --hlep", "--hlep", "--help"), ("goods list --jsno", "--jsno", "--json"),
    ("help goods list --jsno", "--jsno", "--json"),
    ("sell --card --amont 5", "--amont", "--amount"),
    ("open --quitely", "--quitely", "--quietly"), ("sell —card A", "—card", "--card"),
    ("sell -card A", "-card", "--card"), ("sell --secretyl", "--secretyl", "--secretly"),
    ("--door x --qui", "--qui", "--quietly"), ("--CARD A sell --DOR x", "--CARD", nil),
    ("--frobnicate", "--frobnicate", nil), ("sell --dashes", "--dashes", nil),
  ])
  func `A mistyped option is named with the nearest one, whatever else is wrong`(
    line: String, option: String, nearest: String?
  ) throws {
    let words = line.split(separator: " ").map(String.init)
    #expect(throws: (any Error).self) { _ = try Shop.parseAsRoot(words) }
    let unknown = try #require(UnknownOption(words, below: Shop.self))
    #expect(unknown.option == option)
    #expect(unknown.nearest == nearest)
  }

  @Test(arguments: [
    "--door x --quietly", "sell x --card A --amount=5 -b y", "sell x --card —amount --amount 5",
    "sell x --card=--crad --amount 5", "sell --card A --amount 5 --bag z -- --crad", "goods list",
  ])
  func `A command line that is right has no unknown option`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    _ = try Shop.parseAsRoot(words)
    #expect(UnknownOption(words, below: Shop.self) == nil)
  }

  @Test(arguments: ["sell --amount 5", "sell --amount -5 --card A", "walet", "sell -b", "sell -5"])
  func `Other mistakes are none of its business`(line: String) {
    #expect(UnknownOption(line.split(separator: " ").map(String.init), below: Shop.self) == nil)
  }

  @Test func `It says where to read on, without the escapes that were typed`() throws {
    let unknown = try #require(UnknownOption(["--\u{1b}[31mdoor"], below: Shop.self))
    #expect(!unknown.description.contains("\u{1b}"))
    #expect(
      try #require(UnknownOption(["sell", "--crad"], below: Shop.self)).description == """
        Error: Unknown option '--crad'. Did you mean '--card'?
          See 'shop sell --help' for more information.
        """)
  }
}
