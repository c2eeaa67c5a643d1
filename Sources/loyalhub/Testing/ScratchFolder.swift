import Client
import FoundationEssentials
import Glibc
import LocalStore
import Loyalty

/// A folder of its own for as long as a run takes.
struct ScratchFolder: Sendable {
  let path: String

  init() throws(StorageProblem) {
    var template = Array("\(Folders.temporary)/loyalhub-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StorageProblem(Folders.temporary, code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Servers that are on their way out may still write into it.
  func remove() {
    for _ in 0..<20 {
      try? FileManager.default.removeItem(atPath: path)
      guard NamedFile.exists(path) else { return }
      poll(nil, 0, 50)
    }
  }
}
