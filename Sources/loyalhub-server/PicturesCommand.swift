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
    return try DatabaseRefusal.telling(database) {
      let server = try LoyaltyServer(
        configuration: ServerConfiguration(database: database, phoneKey: .none, patience: 5000),
        sms: TextMessages.none, clock: SystemClock.now, steady: SystemClock.steady)
      defer { server.close() }
      return try body(server)
    }
  }
}

struct ListPictures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pictures, the oldest first.")

  @Flag(help: "Only those that no screen, no kept revision and nothing of the program names.")
  var unused = false

  @OptionGroup var place: DatabaseOption

  func run() throws {
    let pictures = try place.withServer { try $0.pictures() }.filter { !unused || !$0.isUsed }
    for picture in pictures { Output.print(picture.line) }
    // Beside the lines, which a script reads.
    let words = unused ? "no picture is unused\n" : "there are no pictures\n"
    if pictures.isEmpty { FileHandle.standardError.write(Data(words.utf8)) }
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
    let (pictures, young) = try place.withServer { server in
      let gone = yes ? try server.purgePictures() : try server.outdatedPictures()
      let unused = try server.pictures().filter { !$0.isUsed }
      return (gone, unused.count - (yes ? 0 : gone.count))
    }
    for picture in pictures { Output.print(picture.line) }
    if pictures.isEmpty {
      Output.print("there is nothing to remove")
    } else {
      let bytes = pictures.reduce(0) { $0 + $1.bytes }
      let what = "\(counted(pictures.count)) of \(bytes) bytes"
      Output.print(yes ? "removed \(what)" : "\(what) would be removed; --yes does it")
    }
    if young > 0 { Output.print("\(counted(young)) that nothing names came within a day: kept") }
  }

  private func counted(_ number: Int) -> String {
    number == 1 ? "1 picture" : "\(number) pictures"
  }
}

extension ListedPicture {
  /// As a script reads it: digest, kind, pixels, bytes, since when, whether it is used.
  fileprivate var line: String {
    "\(sha256) \(kind) \(width)x\(height) \(bytes) \(createdAt.rfc3339) "
      + (isUsed ? "used" : "unused")
  }
}
