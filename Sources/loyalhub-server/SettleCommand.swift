import ArgumentParser
import Foundation
import Loyalty
import Output
import Server

/// Does what waits for a clock that is in doubt.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Say that the clock is right, and let points expire by it.",
    discussion: """
      A server whose clock stands far from where it was to be expected takes nothing away: points do \
      not expire until somebody has looked at the clock. Without --yes this says what would be done, and \
      names the sales that a clock has dated later than now.
      """)

  @Option(help: ArgumentHelp("The server's SQLite file.", valueName: "path"))
  var database: String

  @Flag(help: "The clock is right: do it.")
  var yes = false

  func run() throws {
    guard FileManager.default.fileExists(atPath: database) else {
      throw StartFailure("no such database: \(database)")
    }
    try DatabaseRefusal.telling(database) {
      let server = try LoyaltyServer(
        configuration: ServerConfiguration(
          database: database, phoneKey: .none, patience: 5000),
        sms: TextMessages.none, clock: SystemClock.now, steady: SystemClock.steady)
      defer { server.close() }
      let isBelieved = server.clockDoubt == nil
      Output.print(
        server.clockDoubt
          ?? "the clock shows \(server.now.rfc3339), and is believed: nothing waits for a yes"
      )
      let due = try server.due()
      if yes { try server.settle() }
      for line in due.lines(scale: try server.pointsScale(), done: yes) { Output.print(line) }
      if !yes {
        Output.print(
          isBelieved
            ? "nothing was done; what is due is done when somebody asks for it, and by --yes at once"
            : "nothing was done; --yes does it")
      }
    }
  }
}
