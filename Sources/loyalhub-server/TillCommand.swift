import ArgumentParser
import Contract
import Foundation
import Loyalty
import Output
import Server

/// Sells something to a member, as a till does.
struct TillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "till", abstract: "Post a purchase to a server's database, as a till does.")

  @Option(help: ArgumentHelp("The server's SQLite file.", valueName: "path"))
  var database: String

  @Option(help: ArgumentHelp("What the till has read from the member's card.", valueName: "code"))
  var card: String

  @Option(help: ArgumentHelp("Money, with or without hundredths.", valueName: "money"))
  var amount: String

  @Option(help: ArgumentHelp("A sort of goods; can be repeated.", valueName: "name"))
  var category: [String] = ["coffee"]

  @Option(help: ArgumentHelp("Names the sale: the same key again sells nothing.", valueName: "key"))
  var key: String?

  func run() throws {
    guard let kopecks = TillCommand.kopecks(amount) else {
      throw ValidationError("no amount of money: \(amount)")
    }
    guard FileManager.default.fileExists(atPath: database) else {
      throw ValidationError("no such database: \(database)")
    }
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(database: database), sms: TextMessages.log,
      clock: SystemClock.now)
    let purchase = TillPurchase(
      card: card, amount: Money(amount: kopecks, currency: try server.currency()),
      categories: category)
    do {
      let receipt = try server.sell(purchase, key: key ?? UUID().uuidString)
      for line in try server.slip(of: receipt) { Output.print(line) }
    } catch let problem as Problem {
      throw ValidationError(problem.errors.first?.message ?? problem.title)
    }
  }

  /// `350`, `350.5`, `350,50` in hundredths.
  static func kopecks(_ text: String) -> Int64? {
    let parts = text.replacing(",", with: ".").split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isPlain, let roubles = Int64(parts[0]), roubles < 10_000_000 else { return nil }
    guard parts.count == 2 else { return roubles * 100 }
    guard (1...2).contains(parts[1].count), let rest = Int64(parts[1]) else { return nil }
    return roubles * 100 + (parts[1].count == 1 ? rest * 10 : rest)
  }
}
