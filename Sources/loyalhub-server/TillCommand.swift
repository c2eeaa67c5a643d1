import ArgumentParser
import Contract
import Foundation
import Glibc
import Loyalty
import Output
import Server

/// Sells something to a member, or takes it back, as a till does.
struct TillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "till",
    abstract: "Post a purchase or a return to a server's database, as a till does.",
    usage: """
      loyalhub-server till --database <path> --card <code> --amount <money> [--category <name> ...] [--goods <line> ...] [--store <id>] [--number <text>] [--key <key>]
      loyalhub-server till return --database <path> --sale <sale> [--amount <money>] [--category <name> ...] [--card <code>] [--key <key>]
      """,
    discussion: """
      A sale prints what it gave, and its own name. A return takes back exactly what its sale gave: \
      all that is left of it, or --amount of it, again and again until nothing is left.
      """)

  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case sell
    case takeBack = "return"
  }

  @Argument(help: ArgumentHelp("'return' takes back; without it something is sold."))
  var deed = Deed.sell

  @Option(help: ArgumentHelp("The server's SQLite file.", valueName: "path"))
  var database: String

  @Option(
    help: ArgumentHelp(
      """
      What the till has read from the member's card, or the number below it. A return needs none; \
      with one, the sale must be that member's.
      """, valueName: "code"))
  var card: String?

  @Option(
    help: ArgumentHelp(
      "Money, with or without hundredths; a return takes all that is left without it.",
      valueName: "money"))
  var amount: String?

  @Option(
    help: ArgumentHelp(
      """
      A sort of goods; can be repeated. A sale has 'coffee' without it; of a part that is returned \
      it says which goods come back and count no more.
      """, valueName: "name"))
  var category: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      A line of the paper, as 'Croissant; 2; 210': its name, how many, and the price of one; can be \
      repeated. The lines make the amount, which can be left out then.
      """, valueName: "line"))
  var goods: [String] = []

  @Option(help: ArgumentHelp("The store where it was sold.", valueName: "id"))
  var store: String?

  @Option(help: ArgumentHelp("The number of the paper.", valueName: "text"))
  var number: String?

  @Option(
    help: ArgumentHelp(
      "The sale that comes back: its name as its receipt says it, or its key.",
      valueName: "sale"))
  var sale: String?

  @Option(
    help: ArgumentHelp(
      "Names the sale or the return: the same key again does nothing again.", valueName: "key"))
  var key: String?

  /// Why nothing was done, where the command line itself is right.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  func validate() throws {
    switch deed {
    case .sell:
      guard card != nil else { throw ValidationError("a sale needs --card") }
      guard amount != nil || !goods.isEmpty else {
        throw ValidationError("a sale needs --amount, or --goods that make it")
      }
      guard sale == nil else {
        throw ValidationError("--sale is of returns: loyalhub-server till return --sale …")
      }
    case .takeBack:
      guard sale != nil else { throw ValidationError("a return needs --sale") }
      guard store == nil else { throw ValidationError("--store is of sales") }
    }
    for line in goods where TillGoods(line) == nil {
      throw ValidationError("no line of goods, as 'Croissant; 2; 210': \(line)")
    }
    if let amount, TillCommand.hundredths(amount) == nil {
      throw ValidationError("no amount of money: \(amount)")
    }
    // As for the Idempotency-Key of the API.
    guard key.map({ (1...255).contains($0.utf8.count) }) ?? true else {
      throw ValidationError("a key has 1 to 255 bytes")
    }
  }

  func run() throws {
    guard FileManager.default.fileExists(atPath: database) else {
      throw StartFailure("no such database: \(database)")
    }
    let lines = try DatabaseRefusal.telling(database) {
      let server = try LoyaltyServer(
        configuration: ServerConfiguration(
          database: database, phoneKey: .none, patience: 5000),
        sms: TextMessages.none, clock: SystemClock.now, steady: SystemClock.steady)
      defer { server.close() }
      if let doubt = server.clockDoubt {
        Line("loyalhub-server: \(doubt)").write(to: STDERR_FILENO)
      }
      do {
        return try post(to: server)
      } catch let problem as Problem {
        throw Refusal(description: words(for: problem))
      }
    }
    for line in lines { Output.print(line) }
  }

  /// - Returns: the slip.
  private func post(to server: LoyaltyServer) throws -> [String] {
    let currency = try server.currency()
    let lines = goods.compactMap { TillGoods($0)?.line }
    let made = lines.isEmpty ? nil : lines.reduce(Int64(0)) { $0.adding(saturating: $1.sum) }
    let money = try (amount.flatMap(TillCommand.hundredths) ?? made).map { hundredths in
      try limited(hundredths, currency)
    }
    let key = key ?? UUID().uuidString
    switch deed {
    case .sell:
      guard let card, let money else { return [] }
      let categories = category.isEmpty ? ["coffee"] : category
      let purchase = TillPurchase(
        card: card, amount: money, categories: categories, goods: lines, number: number,
        store: store.map { .init($0) })
      return try server.slip(of: try server.sell(purchase, key: key))
    case .takeBack:
      guard let sale else { return [] }
      let wanted = TillReturn(
        sale: sale, amount: money, categories: category, card: card, goods: lines, number: number)
      return try server.slip(of: try server.takeBack(wanted, key: key))
    }
  }

  private func limited(_ hundredths: Int64, _ currency: String) throws -> Money {
    let limits = LoyaltyServer.saleAmounts
    guard limits.contains(hundredths) else {
      let range = [limits.lowerBound, limits.upperBound].map(TillCommand.text)
      throw Refusal(
        description:
          "--amount takes \(range.joined(separator: "–")) \(currency), not: \(amount ?? TillCommand.text(hundredths))"
      )
    }
    return Money(amount: hundredths, currency: currency)
  }

  private func words(for problem: Problem) -> String {
    let named = cleaned(key ?? "", limit: 80)
    switch problem.code {
    case .notFound:
      switch deed {
      case .sell:
        return "nobody has the card '\(cleaned(card ?? "", limit: 80))'; nothing was sold"
      case .takeBack:
        let words = problem.detail ?? problem.title
        return "--sale '\(cleaned(sale ?? "", limit: 80))': \(words) Nothing was taken back."
      }
    case .idempotencyMismatch:
      let nothing = deed == .sell ? "nothing was sold" : "nothing was taken back"
      if let detail = problem.detail { return "the key '\(named)': \(detail) \(nothing)" }
      return deed == .sell
        ? """
        the key '\(named)' belongs to another sale: the card, the amount or the category was \
        another one; \(nothing)
        """
        : """
        the key '\(named)' belongs to another return: the sale, the amount or the category was \
        another one; \(nothing)
        """
    default: return problem.errors.first?.message ?? problem.title
    }
  }

  /// `350`, `350.5`, `350,50` in hundredths; more than any limit when they are too many to count.
  static func hundredths(_ text: String) -> Int64? {
    let parts = text.replacing(",", with: ".").split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isPlain, let whole = parts.first else { return nil }
    let rest = parts.count == 2 ? parts[1] : "0"
    guard rest.count <= 2, let hundredths = Int64(rest.count == 1 ? rest + "0" : rest) else {
      return nil
    }
    guard let units = Int64(whole), units < Int64.max / 100 else { return .max }
    return units * 100 + hundredths
  }

  /// In the notation that the option takes.
  private static func text(_ hundredths: Int64) -> String {
    "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}
