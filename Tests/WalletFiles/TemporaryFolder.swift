import Glibc
import Loyalty
import TestSupport

@testable import WalletFiles

/// A folder that is gone when its owner is.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = try makeFolder("wallet")
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// What is in it, in the order of the names.
  var names: [String] {
    guard let listing = opendir(path) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// A file of those bytes; returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = self(name)
    guard let file = fopen(path, "w") else { throw NotWritten() }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw NotWritten() }
    return path
  }

  func bytes(_ name: String) throws -> [UInt8] {
    guard let file = fopen(self(name), "r") else { throw NotWritten() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&block, 1, block.count, file), count > 0 {
      bytes += block.prefix(count)
    }
    return bytes
  }

  /// A zip with these files, as our own writer makes it.
  func zip(
    _ files: [(name: String, text: String)], password: String? = nil
  ) throws -> String {
    let path = self("zip-\(names.count).zip")
    try ZipWriter(path: path, password: password).write(
      files.map { .init(name: $0.name, bytes: Array($0.text.utf8)) })
    return path
  }

  struct NotWritten: Error {}
}

/// The problem with which a body fails.
func problem(
  _ body: () throws(WalletFileProblem) -> Void
) -> WalletFileProblem? {
  do throws(WalletFileProblem) {
    try body()
    return nil
  } catch {
    return error
  }
}
