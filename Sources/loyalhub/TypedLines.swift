import Client
@preconcurrency import Glibc
import Loyalty
import Synchronization

/// The lines of standard input, read on a thread of its own so that the app goes on meanwhile.
final class TypedLines: Sendable {
  struct Line: Sendable {
    /// `nil` is the end of the input.
    var text: String?
    /// The number of the screen that it was typed below; `nil` for a line that a script wrote before
    /// it could see one, which is for the screen that comes.
    var screen: Int?
  }

  private struct Contents: Sendable {
    var lines: [Line] = []
    var screen: Int?
  }

  /// Bytes of a line that are kept; nothing that is asked for is as long.
  private static let longest = 1 << 16
  /// Lines that wait; a script is read no further until they are taken.
  private static let most = 64

  private let contents = Mutex(Contents())
  let isTerminal = isatty(STDIN_FILENO) == 1
  /// Rung when lines are taken.
  private let room = Bell()
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called on the reading thread for each line.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func start() {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    guard pthread_create(&thread, nil, readTyped, context) == 0 else {
      Unmanaged<TypedLines>.fromOpaque(context).release()
      return add(nil)
    }
    pthread_detach(thread)
  }

  /// The number of the screen that is on the terminal from now on.
  func noteShown(_ screen: Int) {
    contents.withLock { $0.screen = screen }
  }

  var first: Line? { contents.withLock(\.lines.first) }

  func takeFirst() -> Line? {
    defer { room.ring() }
    return contents.withLock { $0.lines.isEmpty ? nil : $0.lines.removeFirst() }
  }

  private func add(_ text: String?) {
    contents.withLock { contents in
      // A person reads before typing; what lies behind another line was written without a look, and
      // so was the end of a script.
      let hasSeen = isTerminal || (contents.lines.isEmpty && text != nil)
      contents.lines.append(Line(text: text, screen: hasSeen ? contents.screen : nil))
    }
    wake()
  }

  private func waitForRoom() {
    while contents.withLock({ $0.lines.count >= TypedLines.most }) { room.wait(until: nil) }
  }

  fileprivate func read() {
    var line: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in chunk[..<count] {
        if byte != UInt8(ascii: "\n") {
          if line.count < TypedLines.longest { line.append(byte) }
          continue
        }
        add(TypedLines.text(line))
        line = []
        waitForRoom()
      }
    }
    if !line.isEmpty { add(TypedLines.text(line)) }
    add(nil)
  }

  private static func text(_ line: [UInt8]) -> String {
    let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    return String(decoding: bytes.withoutByteOrderMark, as: UTF8.self)
  }
}

// NB: callbacks from C stand at file scope: one that is isolated to an actor traps at run time.
private func readTyped(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<TypedLines>.fromOpaque(context).takeRetainedValue().read()
  return nil
}
