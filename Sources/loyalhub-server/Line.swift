import Glibc

/// One whole line for whoever reads an output, by a single write, so that lines never mix.
struct Line: Sendable {
  let bytes: [UInt8]

  /// A pipe takes as many bytes whole or not at all.
  private static let longest = Int(PIPE_BUF)

  /// A line that is longer than a pipe takes at once is cut.
  init(_ text: String) {
    var bytes = Array(text.utf8.prefix(Line.longest))
    if bytes.count >= Line.longest {
      bytes.removeLast(4)
      // Not in the middle of a character.
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
      bytes += Array("…".utf8)
    }
    self.bytes = bytes + [UInt8(ascii: "\n")]
  }

  /// Written at once, without a buffer; whoever calls it waits until somebody reads.
  ///
  /// - Returns: `errno`, 0 when all is written.
  @discardableResult
  func write(to descriptor: Int32) -> Int32 {
    var isCut = false
    return write(to: descriptor, afterCut: &isCut)
  }

  /// - Parameter isCut: whether the output ends in the middle of a line, as a disk had no more room;
  ///   that line is ended first.
  func write(to descriptor: Int32, afterCut isCut: inout Bool) -> Int32 {
    let end = isCut ? 1 : 0
    var rest = (isCut ? [UInt8(ascii: "\n")] : [])[...] + bytes
    defer {
      let written = bytes.count + end - rest.count
      if written > 0 { isCut = !rest.isEmpty && written > end }
    }
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        // Who started us has made it so.
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&polled, 1, -1)
      } else if count == 0 || errno != EINTR {
        return count == 0 ? ENOSPC : errno
      }
    }
    return 0
  }
}
