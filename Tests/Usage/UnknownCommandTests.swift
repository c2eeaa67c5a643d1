import ArgumentParser
import Testing

@testable import Usage

@Suite struct UnknownCommandTests {
  struct Shop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "shop", subcommands: [Open.self, Goods.self], defaultSubcommand: Open.self)
  }
  struct Open: ParsableCommand {}
  struct Goods: ParsableCommand {
    static let configuration = CommandConfiguration(subcommands: [List.self])
  }
  struct List: ParsableCommand {}

  @Test func `A mistyped command is named, and the nearest one offered`() throws {
    let unknown = try #require(UnknownCommand(["goods", "lsit"], below: Shop.self))
    #expect(
      unknown.description == """
        Error: 'lsit' is no command of shop goods. Did you mean 'list'?
          See 'shop goods --help' for more information.
        """)
  }

  @Test func `What resembles nothing is answered by what there is, without its escapes`() throws {
    let unknown = try #require(UnknownCommand(["\u{1b}[31mkiosk"], below: Shop.self))
    #expect(unknown.description.contains("There are open, goods."))
    #expect(!unknown.description.contains("\u{1b}"))
  }

  @Test func `A command that exists is none of its business`() {
    #expect(UnknownCommand(["goods", "list", "more"], below: Shop.self) == nil)
    #expect(UnknownCommand(["--verbose"], below: Shop.self) == nil)
  }

  @Test(arguments: ["https://shop.example", "shop.example", "ftp://x", "unix:/a", ""])
  func `An address in the place of a command is no mistyped command`(word: String) {
    #expect(UnknownCommand([word, "--verbose"], below: Shop.self) == nil)
  }

  @Test(arguments: [
    (["helpp"], "'help'"), (["hlep"], "'help'"), (["vesion"], "'--version'"),
    (["goods", "help"], "'--help'"),
  ])
  func `What ArgumentParser adds itself is offered too`(words: [String], meant: String) throws {
    let unknown = try #require(UnknownCommand(words, below: Shop.self))
    #expect(unknown.description.contains("Did you mean \(meant)?"))
    #expect(UnknownCommand(["help", "goods"], below: Shop.self) == nil)
  }
}
