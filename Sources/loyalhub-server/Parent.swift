import Glibc
import Synchronization

/// The process that holds the other end of standard input.
enum Parent {
  /// Bytes; a longer line is none of a parent's.
  private static let longestLine = 256
  private static let listener = Mutex<(@Sendable (String) -> Void)?>(nil)

  /// Hands over each line that the parent writes, and leaves as if told by SIGTERM when the parent
  /// closes the pipe or dies.
  static func watch(_ obey: @escaping @Sendable (String) -> Void) {
    listener.withLock { $0 = obey }
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { _ in Parent.listen() }, nil) == 0 else { return }
    pthread_detach(thread)
  }

  private static func listen() -> UnsafeMutableRawPointer? {
    let obey = listener.withLock(\.self)
    var line: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in bytes.prefix(count) {
        if byte != UInt8(ascii: "\n") {
          if line.count < longestLine { line.append(byte) }
          continue
        }
        obey?(String(decoding: line, as: UTF8.self))
        line = []
      }
    }
    kill(getpid(), SIGTERM)
    return nil
  }
}
