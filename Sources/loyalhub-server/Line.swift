import Glibc

/// One whole line for whoever reads an output, by a single write, so that lines never mix.
struct Line {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8) + [UInt8(ascii: "\n")]
  }

  /// Written at once, without a buffer; after the start, a reader that has gone is none of the
  /// server's trouble.
  ///
  /// - Returns: `errno`, 0 when all is written.
  @discardableResult
  func write(to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return count == 0 ? ENOSPC : errno
      }
    }
    return 0
  }
}
