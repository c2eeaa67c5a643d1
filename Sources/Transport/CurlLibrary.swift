import CCurl

/// A loaded libcurl.
struct CurlLibrary {
  static let name = "libcurl.so.4"

  let calls: OpaquePointer

  /// Takes about 10 ms: libcurl brings some forty libraries.
  static func load(_ name: String) throws(TransportError) -> CurlLibrary {
    var reason = [CChar](repeating: 0, count: 512)
    guard let calls = cc_load(name, &reason, reason.count) else {
      throw TransportError(
        .unsupported,
        log: "libcurl is needed to reach a server (Debian: apt install libcurl4): "
          + text(reason))
    }
    return CurlLibrary(calls: calls)
  }

  /// libcurl's own words, which may quote what a server has sent, or the address of a proxy with its
  /// password: printable ASCII, not long, nothing before an `@`.
  static func text(_ characters: UnsafePointer<CChar>) -> String {
    let words = String(cString: characters).unicodeScalars.prefix(300)
    let plain = String(
      String.UnicodeScalarView(words.map { (" "..."~").contains($0) ? $0 : "?" }))
    return plain.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.lastIndex(of: "@").map { "…\(word[$0...])" } ?? String(word)
    }.joined(separator: " ")
  }
}
