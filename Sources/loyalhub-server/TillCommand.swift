import ArgumentParser
import Contract
import Foundation
import Glibc
import Loyalty
import Output
import Server

/// Sells something to a member, as a till does.
struct TillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "till", abstract: "Post a purchase to a server's database, as a till does.")

  @Option(help: ArgumentHelp("The server's SQLite file.", valueName: "path"))
  var database: String

  @Option(
    help: ArgumentHelp(
      "What the till has read from the member's card, or the number below it.", valueName: "code"))
  var card: String

  @Option(help: ArgumentHelp("Money, with or without hundredths.", valueName: "money"))
  var amount: String

  @Option(help: ArgumentHelp("A sort of goods; can be repeated.", valueName: "name"))
  var category: [String] = ["coffee"]

  @Option(help: ArgumentHelp("Names the sale: the same key again sells nothing.", valueName: "key"))
  var key: String?

  /// Why nothing was sold, where the command line itself is right.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  func validate() throws {
    guard TillCommand.hundredths(amount) != nil else {
      throw ValidationError("no amount of money: \(amount)")
    }
    // As for the Idempotency-Key of the API.
    guard key.map({ (1...255).contains($0.utf8.count) }) ?? true else {
      throw ValidationError("a key has 1 to 255 bytes")
    }
  }

  func run() throws {
    guard let hundredths = TillCommand.hundredths(amount) else { return }
    guard FileManager.default.fileExists(atPath: database) else {
      throw StartFailure("no such database: \(database)")
    }
    try DatabaseRefusal.telling(database) { try sell(hundredths) }
  }

  private func sell(_ hundredths: Int64) throws {
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(database: database, patience: 5000),
      sms: TextMessages.log, clock: SystemClock.now, steady: SystemClock.steady)
    defer { server.close() }
    if let doubt = server.clockDoubt { Line("loyalhub-server: \(doubt)").write(to: STDERR_FILENO) }
    let currency = try server.currency()
    let limits = LoyaltyServer.saleAmounts
    guard limits.contains(hundredths) else {
      let range = [limits.lowerBound, limits.upperBound].map(TillCommand.text)
      throw Refusal(
        description: "--amount takes \(range.joined(separator: "–")) \(currency), not: \(amount)")
    }
    let purchase = TillPurchase(
      card: card, amount: Money(amount: hundredths, currency: currency), categories: category)
    do {
      let sale = try server.sell(purchase, key: key ?? UUID().uuidString)
      for line in try server.slip(of: sale) { Output.print(line) }
    } catch let problem as Problem {
      throw Refusal(description: words(for: problem))
    }
  }

  private func words(for problem: Problem) -> String {
    switch problem.code {
    case .notFound: "nobody has the card '\(cleaned(card, limit: 80))'; nothing was sold"
    case .idempotencyMismatch:
      """
      the key '\(cleaned(key ?? "", limit: 80))' belongs to another sale: the card, the amount or \
      the category was another one; nothing was sold
      """
    default: problem.errors.first?.message ?? problem.title
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
