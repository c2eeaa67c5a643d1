import ArgumentParser
import Foundation
import Loyalty
import Output
import Server

/// `loyalhub-server pictures`: what the server keeps of them.
struct PicturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pictures", abstract: "List the pictures, and remove those that nothing names.",
    subcommands: [ListPictures.self, PurgePictures.self])
}

struct DatabaseOption: ParsableArguments {
  @Option(help: ArgumentHelp("The server's SQLite file.", valueName: "path"))
  var database: String

  func withServer<Result>(_ body: (LoyaltyServer) throws -> Result) throws -> Result {
    guard FileManager.default.fileExists(atPath: database) else {
      throw StartFailure("no such database: \(database)")
    }
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(database: database, phoneKey: .none, patience: 5000),
      sms: TextMessages.none, clock: SystemClock.now, steady: SystemClock.steady)
    defer { server.close() }
    return try DatabaseRefusal.telling(database) { try body(server) }
  }
}

struct ListPictures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pictures, the oldest first.")

  @Flag(help: "Only those that no screen, no kept revision and nothing of the program names.")
  var unused = false

  @OptionGroup var place: DatabaseOption

  func run() throws {
    let pictures = try place.withServer { try $0.pictures() }
    for picture in pictures where !unused || !picture.isUsed {
      Output.print(picture.line)
    }
  }
}

struct PurgePictures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Remove the pictures that nothing names.",
    discussion: """
      What came within the last day stays: a screen that names it may not be saved yet. Without \
      --yes nothing is removed, and what would be is listed.
      """)

  @Flag(help: "Remove them.")
  var yes = false

  @OptionGroup var place: DatabaseOption

  func run() throws {
    let pictures = try place.withServer {
      yes ? try $0.purgePictures() : try $0.outdatedPictures()
    }
    for picture in pictures { Output.print(picture.line) }
    let bytes = pictures.reduce(0) { $0 + $1.bytes }
    let what = "\(pictures.count) pictures of \(bytes) bytes"
    Output.print(yes ? "\(what) are removed" : "\(what) would be removed; --yes removes them")
  }
}

extension ListedPicture {
  /// As a script reads it: digest, kind, pixels, bytes, since when, whether it is used.
  fileprivate var line: String {
    "\(sha256) \(kind) \(width)x\(height) \(bytes) \(createdAt.rfc3339) "
      + (isUsed ? "used" : "unused")
  }
}
