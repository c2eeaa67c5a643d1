import Dispatch
import Glibc
import Synchronization

/// The lines of a standard output of a running server, written by a thread of their own: whoever
/// reads them may stop to read, and nobody who asks the server for something waits for that.
///
/// What waits has an end. A line that has no room is lost, and how many are is said as soon as there
/// is some; after the start, a reader that has gone is none of the server's trouble.
final class Lines: Sendable {
  static let output = Lines(STDOUT_FILENO, "standard output")
  static let error = Lines(STDERR_FILENO, "standard error")

  /// Bytes that wait: some ten thousand lines.
  private static let most = 1 << 20

  private let descriptor: Int32
  private let name: String
  private let state = Mutex(State())
  /// Counts the lines for the thread that writes.
  private let bell = DispatchSemaphore(value: 0)
  /// Rung by it when nothing waits any more, while `isEnding`.
  private let rest = DispatchSemaphore(value: 0)

  private struct State {
    var waiting: [Waiting] = []
    /// Of lines that are not yet written.
    var bytes = 0
    var lost = 0
    /// Lines that the file or its disk did not take, and why not the last one: `errno`.
    var refused = (count: 0, code: Int32(0))
    /// Whether the output ends in the middle of a line.
    var isCut = false
    var hasThread = false
    var isEnding = false
  }

  private struct Waiting {
    var line: Line
    var done: (@Sendable (Int32) -> Void)?
  }

  init(_ descriptor: Int32, _ name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Takes a line and returns at once.
  ///
  /// - Parameter isLast: there is room for it in any case.
  /// - Parameter done: gets `errno`, 0 when all is written; called on the thread that writes, and
  ///   never for a line that is lost.
  func write(
    _ text: String, isLast: Bool = false, done: (@Sendable (Int32) -> Void)? = nil
  ) {
    let waiting = Waiting(line: Line(text), done: done)
    let (isTaken, begins) = state.withLock { state -> (Bool, Bool) in
      // After a loss there is room again only when it is worth while: no line between two losses.
      let most = state.lost > 0 ? Lines.most / 2 : Lines.most
      guard isLast || state.bytes + waiting.line.bytes.count <= most else {
        state.lost += 1
        return (false, false)
      }
      state.bytes += waiting.line.bytes.count
      state.waiting.append(waiting)
      defer { state.hasThread = true }
      return (true, !state.hasThread)
    }
    if begins, !OwnThread.start({ [self] in while true { work() } }) {
      // Without a thread, it is as it would be without any of this.
      state.withLock { $0.hasThread = false }
      return writeWaiting()
    }
    if isTaken { bell.signal() }
  }

  /// Waits until all is written, as long as somebody reads, and for a second at most.
  static func finish() {
    let deadline = DispatchTime.now() + 1
    for lines in [output, error] { lines.finish(by: deadline) }
  }

  private func finish(by deadline: DispatchTime) {
    let isIdle = state.withLock { state in
      state.isEnding = true
      return state.bytes == 0
    }
    if !isIdle { _ = rest.wait(timeout: deadline) }
  }

  private func work() {
    bell.wait()
    writeWaiting()
  }

  private func writeWaiting() {
    while true {
      let waiting = state.withLock { state in
        defer { state.waiting = [] }
        return state.waiting
      }
      guard !waiting.isEmpty else { return }
      for next in waiting {
        var isCut = state.withLock(\.isCut)
        let code = next.line.write(to: descriptor, afterCut: &isCut)
        note(code, isCut)
        next.done?(code)
        finish(next.line)
      }
    }
  }

  /// Says how many lines a full disk did not take, when it takes one again.
  private func note(_ code: Int32, _ isCut: Bool) {
    let refused = state.withLock { state -> (count: Int, code: Int32)? in
      state.isCut = isCut
      // Whoever has gone comes back no more.
      guard code == 0 || code == EPIPE else {
        state.refused = (state.refused.count + 1, code)
        return nil
      }
      defer { if code == 0 { state.refused.count = 0 } }
      return code == 0 && state.refused.count > 0 ? state.refused : nil
    }
    guard let refused else { return }
    let words = String(cString: strerror(refused.code))
    Lines.error.write(
      "loyalhub-server: \(name): \(words); lines lost: \(refused.count)", isLast: true)
  }

  /// Says what was lost before the room that it leaves is taken.
  private func finish(_ line: Line) {
    let lost = state.withLock { state -> Int in
      guard state.lost > 0, state.bytes - line.bytes.count <= Lines.most / 2 else { return 0 }
      defer { state.lost = 0 }
      return state.lost
    }
    if lost > 0 {
      Lines.error.write(
        "loyalhub-server: nobody read \(name) for a while; lines lost: \(lost)", isLast: true)
    }
    let isIdle = state.withLock { state in
      state.bytes -= line.bytes.count
      return state.bytes == 0 && state.isEnding
    }
    if isIdle { rest.signal() }
  }
}
