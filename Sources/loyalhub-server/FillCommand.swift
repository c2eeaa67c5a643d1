import ArgumentParser
import Foundation
import Loyalty
import Output
import Server

/// Makes a member with a very long history, to measure with.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Give a member a very long history, to measure with.")

  @Option(help: ArgumentHelp("The server's SQLite file.", valueName: "path"))
  var database: String

  @Option(help: "Lines of the ledger to make, at least.")
  var entries = 100_000

  @Option(help: "Whose; a member who is not there joins.")
  var phone = "+79990100000"

  func validate() throws {
    guard (1...1_000_000).contains(entries) else {
      throw ValidationError("as many as 1 to 1000000 lines")
    }
    guard PhoneNumber(phone) != nil else { throw ValidationError("no phone number: \(phone)") }
  }

  func run() throws {
    guard FileManager.default.fileExists(atPath: database) else {
      throw StartFailure("no such database: \(database)")
    }
    guard let phone = PhoneNumber(phone) else { return }
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(
        database: database, phoneKey: .none, patience: 5000),
      sms: TextMessages.none, clock: SystemClock.now, steady: SystemClock.steady)
    defer { server.close() }
    let count = try DatabaseRefusal.telling(database) {
      try server.fillHistory(of: phone, count: entries)
    }
    Output.print("\(phone.e164) has \(count) lines")
  }
}
