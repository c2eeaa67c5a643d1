import App
import Foundation
import Glibc
import Testing

@testable import Client

struct ExportFileTests {
  private let folder = TemporaryFolder()

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
  }

  private var file: ExportFile { ExportFile(folder: folder.path, name: "export.json") }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(arguments: ["a.json", ".", "./b c", "Ж.json"])
  func `the file is whole and its owner's alone`(path: String) throws {
    let bytes = Array("{\"a\":1}".utf8)
    let whole = try file.write(bytes, to: path)
    #expect(whole.hasPrefix("/"))
    #expect(FileManager.default.contents(atPath: whole) == Data(bytes))
    var status = stat()
    #expect(stat(whole, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(whole.hasSuffix("export.json") == (path == "."))
  }

  @Test func `what stands there stays, a link too`() throws {
    let old = folder.path + "/old.json"
    try Data("mine".utf8).write(to: URL(filePath: old))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.json", withDestinationPath: folder.path + "/new.json")
    for path in ["old.json", "link.json"] {
      #expect(throws: ExportFailure.exists) { try file.write([1], to: path) }
    }
    #expect(FileManager.default.contents(atPath: old) == Data("mine".utf8))
    #expect(try names() == ["link.json", "old.json"])
  }

  @Test func `a path that leads nowhere makes nothing`() throws {
    #expect(throws: ExportFailure.noFolder) { try file.write([1], to: "no/such/a.json") }
    #expect(throws: ExportFailure.noFolder) {
      try ExportFile(folder: folder.path + "/none", name: "n").write([1], to: "a.json")
    }
    #expect(try names().isEmpty)
  }

  @Test(arguments: [(ENOSPC, ExportFailure.full), (EDQUOT, .full), (EACCES, .denied)])
  func `a disk that fills up leaves no half file`(code: Int32, failure: ExportFailure) throws {
    var file = file
    // Some bytes go in, then no more.
    file.put = { descriptor, bytes in
      guard lseek(descriptor, 0, SEEK_CUR) == 0 else {
        errno = code
        return -1
      }
      return write(descriptor, bytes.baseAddress, 3)
    }
    #expect(throws: failure) { try file.write(Array("0123456789".utf8), to: "a.json") }
    #expect(try names().isEmpty)
  }

  @Test func `a write that is cut short goes on`() throws {
    var file = file
    file.put = { write($0, $1.baseAddress, min(3, $1.count)) }
    let path = try file.write(Array("0123456789".utf8), to: "a.json")
    #expect(FileManager.default.contents(atPath: path) == Data("0123456789".utf8))
  }
}
