import ArgumentParser
import Foundation
import Output
import Server

/// Makes a text the terms of the program.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms", abstract: "Publish a newer version of the terms that members agree to.",
    discussion: """
      The file is like terms.yaml of a brand: a version, and the text in each language of the program. \
      Each member is asked for it once, at the next start of the app.
      """)

  @Argument(help: ArgumentHelp("A YAML file with version and text.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The server's SQLite file.", valueName: "path"))
  var database: String

  /// Bytes; a longer file is none.
  private static let longest = 1 << 20

  func run() throws {
    guard FileManager.default.fileExists(atPath: database) else {
      throw StartFailure("no such database: \(database)")
    }
    guard let bytes = FileManager.default.contents(atPath: file), bytes.count <= Self.longest else {
      throw StartFailure("no such file, or one that is too long: \(file)")
    }
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(database: database, phoneKey: .none, patience: 5000),
      sms: TextMessages.none, clock: SystemClock.now, steady: SystemClock.steady)
    defer { server.close() }
    let publication = try DatabaseRefusal.telling(database) {
      try server.publishTerms(Array(bytes), file: file)
    }
    switch publication {
    case .published(let version):
      Output.print("the terms are \(version) now; each member is asked for them once")
    case .unchanged(let version): Output.print("the terms are \(version) already")
    case .versionTaken(let version):
      throw StartFailure("version \(version) is another text already: give this one a new version")
    }
  }
}
