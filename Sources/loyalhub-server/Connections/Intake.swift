import NIOCore

/// Bytes of a connection that the decoder has not got yet.
///
/// The decoder would make requests of all that it is given, and of a client that sends without end
/// hundreds at once: it gets one, and the next one when that is answered.
struct Intake {
  private var waiting = ByteBuffer()

  var isEmpty: Bool { waiting.readableBytes == 0 }

  mutating func add(_ bytes: ByteBuffer) {
    if isEmpty { waiting = bytes } else { waiting.writeImmutableBuffer(bytes) }
  }

  /// Bytes that go no further than a request: one of unknown length ends with a line.
  ///
  /// - Parameter rest: bytes that are still to come of a body, where its length was told.
  mutating func next(rest: Int?) -> ByteBuffer? {
    guard !isEmpty else { return nil }
    let bytes = waiting.readableBytesView
    let line = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 - bytes.startIndex + 1 }
    return waiting.readSlice(length: min(max(1, rest ?? line ?? bytes.count), bytes.count))
  }

  mutating func removeAll() {
    waiting = ByteBuffer()
  }
}
