import CArchive
import Loyalty

/// A loaded libarchive.
struct ArchiveLibrary {
  static let name = "libarchive.so.13"

  let calls: OpaquePointer

  static func load(
    _ name: String = ArchiveLibrary.name
  ) throws(WalletFileProblem) -> ArchiveLibrary {
    var reason = [CChar](repeating: 0, count: 512)
    guard let calls = ca_load(name, &reason, reason.count) else {
      throw .noLibrary(text(at: reason))
    }
    return ArchiveLibrary(calls: calls)
  }

  /// The library's own words, which may quote a hostile file: printable ASCII, not long.
  static func text(at characters: UnsafePointer<CChar>) -> String {
    let words = String(cString: characters).unicodeScalars.prefix(200)
    return String(String.UnicodeScalarView(words.map { (" "..."~").contains($0) ? $0 : "?" }))
  }
}
