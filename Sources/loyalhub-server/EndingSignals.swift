@preconcurrency import Glibc
import Output
import Synchronization

/// Signals that end the server in good order.
///
/// What is under way is answered, and the database is closed. SIGTERM and SIGINT ask for that; after
/// any other the process then ends by the signal. A second one ends what is still under way. SIGHUP
/// asks a daemon to open its log again: there is none but standard error, so it changes nothing.
///
/// NB: one way for all of them, a handler that wakes a thread: the group of services could be told of
/// the others only by a second signal out of a handler.
enum EndingSignals {
  private static let numbers = [SIGTERM, SIGINT, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2]
  /// The first one that came.
  private static let came = Atomic<Int32>(0)
  private static let hasHungUp = Atomic<Bool>(false)
  /// Where the handler writes to the thread that waits, and where that reads.
  private static let bell = Atomic<Int32>(-1)
  private static let listening = Atomic<Int32>(-1)

  enum Wish {
    /// What is under way is answered first.
    case leave
    /// Nothing is waited for.
    case leaveAtOnce
  }

  /// Notes what comes, for `watch`; to be called first of all.
  ///
  /// A signal in the first moments would end the process as it is.
  ///
  /// NB: masks would not hold them, as a thread of Dispatch's takes all signals.
  static func hold() {
    // NB: made here, as a handler may not.
    came.store(0, ordering: .relaxed)
    hasHungUp.store(false, ordering: .relaxed)
    var ends: [Int32] = [-1, -1]
    // A handler must not wait: what does not go into the pipe any more was said often enough.
    guard pipe(&ends) == 0, fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    bell.store(ends[1], ordering: .relaxed)
    listening.store(ends[0], ordering: .relaxed)
    for number in numbers + [SIGHUP] where !isIgnored(number) {
      signal(number) { EndingSignals.note($0) }
    }
  }

  /// From now on signals do what they do to any program, and so does the one that has come.
  static func release() {
    for number in numbers + [SIGHUP] where !isIgnored(number) { signal(number, SIG_DFL) }
    let first = came.load(ordering: .relaxed)
    if first != 0 {
      end(by: first)
    } else if hasHungUp.load(ordering: .relaxed) {
      end(by: SIGHUP)
    }
  }

  /// What the server was told to ignore (`nohup`) it goes on ignoring, but for the two that ask.
  ///
  /// - Parameter obey: called on a thread of its own, for each signal since `hold`.
  static func watch(_ obey: @escaping @Sendable (Wish) -> Void) {
    let end = listening.load(ordering: .relaxed)
    guard end >= 0 else { return }
    guard OwnThread.start({ wait(at: end, obey) }) else { return release() }
    for number in [SIGTERM, SIGINT] { signal(number) { EndingSignals.note($0) } }
  }

  /// In a handler.
  private static func note(_ number: Int32) {
    let code = errno
    defer { errno = code }
    if number == SIGHUP {
      hasHungUp.store(true, ordering: .relaxed)
    } else {
      _ = came.compareExchange(expected: 0, desired: number, ordering: .relaxed)
    }
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(bell.load(ordering: .relaxed), &byte, 1)
  }

  private static func wait(at end: Int32, _ obey: (Wish) -> Void) {
    var isLeaving = false
    while true {
      var byte: UInt8 = 0
      guard read(end, &byte, 1) == 1 else { continue }
      if Int32(byte) == SIGHUP {
        Lines.error.write(
          "loyalhub-server: SIGHUP: there is nothing to open again, the log is standard error")
      } else {
        obey(isLeaving ? .leaveAtOnce : .leave)
        isLeaving = true
      }
    }
  }

  /// Ends by the signal, if one has come that is no request: whoever started the server is to see
  /// it.
  static func obey() {
    let number = came.load(ordering: .relaxed)
    guard number != 0, number != SIGTERM, number != SIGINT else { return }
    end(by: number)
  }

  private static func end(by number: Int32) {
    signal(number, SIG_DFL)
    // The threads of a pool do not take signals.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }
}
