import App
import ArgumentParser
import Client
@preconcurrency import Glibc
import Loyalty
import Output

/// `loyalhub wallet`: the cards of other businesses, without the screen.
struct WalletCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wallet",
    abstract: "List, import and export your cards of other businesses.",
    discussion: """
      Exit status: 0 when it is done, 1 when it is not; then nothing was changed. Import exits with \
      3 when cards of the file, or the code, number or days of one, were left out and the rest \
      taken; what was left out is named.
      """,
    subcommands: [ListCards.self, ImportCards.self, ExportCards.self])

  /// Runs what may be refused, and says why it is.
  static func run(_ view: LanguageOption, _ body: (Wallet, Phrasebook) throws -> Void) throws {
    let phrases = Phrasebook(view.spoken)
    Leaving.watch()
    do {
      let wallet = Wallet(folders: try Programs.foldersOfCommand())
      if let name = try wallet.openStore() {
        fputs("loyalhub: \(phrases.wordsForRebuilding(name))\n", stderr)
      }
      try body(wallet, phrases)
    } catch let problem as WalletFileProblem {
      throw Complaint(phrases.words(for: problem))
    } catch let problem as StorageProblem {
      throw Complaint(phrases.words(for: problem))
    }
  }
}

struct ListCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the cards, in the order in which they came.")

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var view: LanguageOption

  func run() throws {
    try WalletCommand.run(view) { wallet, _ in
      let cards = try wallet.cards()
      guard !json else { return try printJSON(cards.map(PrintedCard.init)) }
      for card in cards {
        let marks = (card.isStarred ? "★" : " ") + (card.isArchived ? "⌂" : " ")
        Output.print("\(marks) \(card.name) · \(card.number)")
      }
    }
  }
}

struct ImportCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the cards of Catima's zip or CSV, of a .pkpass or of .pkpasses.")

  @Argument(help: "The file.")
  var file: String

  @OptionGroup var secret: PasswordFile
  @OptionGroup var view: LanguageOption

  func run() throws {
    try WalletCommand.run(view) { wallet, phrases in
      let report = try wallet.read(file, password: try secret.password(), in: view.spoken)
      Output.print(phrases.words(for: report))
      for words in phrases.words(forLeft: report.left) {
        fputs("loyalhub: \(phrases.wordsForLeft(words))\n", stderr)
      }
      if report.left.contains(where: \.isCard) { throw ExitCode(3) }
    }
  }
}

struct ExportCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the cards to a new zip that Catima reads.")

  @Argument(help: "The new file; one that is there is not replaced.")
  var file: String

  @OptionGroup var secret: PasswordFile
  @OptionGroup var view: LanguageOption

  func run() throws {
    try WalletCommand.run(view) { wallet, phrases in
      let count = try wallet.write(file, password: try secret.password())
      Output.print(phrases.wordsForWriting(count, to: file))
    }
  }
}

/// A card as a script reads it.
struct PrintedCard: Encodable {
  let store: String
  let number: String
  let value: String
  let symbology: String?
  /// The character set of the bytes, as a file has named it.
  let encoding: String?
  let isGS1: Bool
  let note: String
  let balance: String?
  /// Days, as they were typed.
  let validFrom: Day?
  let expiresOn: Day?
  let groups: [String]
  let isStarred: Bool
  let isArchived: Bool
  let lastUsedAt: Instant?

  init(_ card: LocalCard) {
    store = card.name
    number = card.number
    value = card.code
    symbology = card.symbology?.rawValue
    encoding = card.encoding
    isGS1 = card.isGS1
    note = card.note
    balance = card.balance.isEmpty ? nil : card.balance
    validFrom = card.validFrom
    expiresOn = card.expiresOn
    groups = card.groups
    isStarred = card.isStarred
    isArchived = card.isArchived
    lastUsedAt = card.lastUsed
  }
}
