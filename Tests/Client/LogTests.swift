import Foundation
import Loyalty
import Testing

@testable import Client

struct LogTests {
  private let folder = TemporaryFolder()
  private let now = Instant(milliseconds: 1_764_140_000_000)
  private var path: String { folder.path + "/state/loyalhub.log" }

  private func log() -> Log {
    let log = Log()
    log.keep(in: folder.path + "/state")
    return log
  }

  private func lines() throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func `a line has the time, stays one line, and the same words are not repeated`() throws {
    let log = log()
    #expect(!FileManager.default.fileExists(atPath: path))
    for words in ["one\ntwo\u{1B}[2J", "one\ntwo\u{1B}[2J", "three", "one"] {
      log.write(words, at: now)
    }
    #expect(
      try lines() == [
        "2025-11-26T06:53:20.000Z one two[2J", "2025-11-26T06:53:20.000Z three",
        "2025-11-26T06:53:20.000Z one",
      ])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a log that has grown makes room for a new one`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/state", withIntermediateDirectories: true)
    try Data(repeating: 0x61, count: (1 << 20) + 1).write(to: URL(filePath: path))
    log().write("new", at: now)
    #expect(try lines().count == 1)
    #expect(FileManager.default.fileExists(atPath: path + ".1"))
  }

  @Test func `what is no file is not written into`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/state", withIntermediateDirectories: true)
    let other = folder.path + "/other"
    try Data("mine".utf8).write(to: URL(filePath: other))
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    let log = log()
    log.write("x", at: now)
    #expect(log.openFile() == nil)
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "mine")
  }
}
