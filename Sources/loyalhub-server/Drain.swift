import Glibc
import Synchronization

/// How the server leaves: what is under way has a time to be answered, then it is cut.
final class Drain: Sendable {
  /// Seconds.
  private let time: Double
  private let connections: Connections
  private let state = Mutex(State())
  /// What remains to be done when the process must end while something holds it up.
  private let abandon: @Sendable () -> Void

  private struct State {
    var hasBegun = false
    var readiness: Readiness?
    /// Ends those who serve; `nil` while the server starts.
    var leave: (@Sendable () -> Void)?
  }

  /// Seconds in which the database is to be closed when nobody waits for an answer any more.
  private static let timeToClose = 3.0
  private static let timeToCloseInHaste = 1.0

  init(seconds: Int, _ connections: Connections, abandon: @escaping @Sendable () -> Void) {
    time = Double(seconds)
    self.connections = connections
    self.abandon = abandon
  }

  /// The server has started.
  ///
  /// - Parameter leave: ends those who serve.
  /// - Returns: `false` when it was told to leave meanwhile, and is not to serve.
  func start(_ readiness: Readiness?, leave: @escaping @Sendable () -> Void) -> Bool {
    state.withLock { state in
      state.readiness = readiness
      state.leave = leave
      return !state.hasBegun
    }
  }

  /// Says that the server is not ready, and sees to it that it ends in time.
  func begin() {
    let (isFirst, readiness, leave) = state.withLock { state in
      defer { state.hasBegun = true }
      return (!state.hasBegun, state.readiness, state.leave)
    }
    guard isFirst else { return }
    readiness?.drain()
    end(after: time, within: Drain.timeToClose)
    leave?()
  }

  /// Cuts what is under way.
  func hurry() {
    end(after: 0, within: Drain.timeToCloseInHaste)
  }

  /// NB: on a thread of its own: what holds up the others must not hold up the end.
  private func end(after seconds: Double, within rest: Double) {
    let work: @Sendable () -> Void = { [self] in
      Drain.wait(seconds)
      connections.cut()
      Drain.wait(rest)
      // Whatever still works on the database is rolled back by whoever opens it next.
      Lines.error.write("loyalhub-server: what did not end in time is left", isLast: true)
      abandon()
      Lines.finish()
      EndingSignals.obey()
      _exit(0)
    }
    if !OwnThread.start(work) { work() }
  }

  private static func wait(_ seconds: Double) {
    let end = Elapsed.now() + seconds
    while true {
      let left = end - Elapsed.now()
      guard left > 0 else { return }
      // A signal wakes it early.
      _ = poll(nil, 0, Int32(min(left, 3600) * 1000) + 1)
    }
  }
}
