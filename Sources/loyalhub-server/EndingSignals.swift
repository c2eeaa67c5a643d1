@preconcurrency import Glibc
import Output
import Synchronization

/// Signals that end the server in good order.
///
/// What is under way is answered, and the database is closed. SIGTERM and SIGINT ask for that; after
/// any other the process then ends by the signal.
///
/// NB: one way for all of them, a handler that wakes a thread: the group of services could be told of
/// the others only by a second signal out of a handler.
enum EndingSignals {
  private static let numbers = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2,
  ]
  private static let came = Atomic<Int32>(0)
  /// Where the handler writes to the thread that waits.
  private static let bell = Atomic<Int32>(-1)

  /// What the server was told to ignore (`nohup`) it goes on ignoring, but for the two that ask.
  ///
  /// - Parameter leave: called once, on a thread of its own.
  static func watch(_ leave: @escaping @Sendable () -> Void) {
    // NB: made here, as a handler may not.
    came.store(0, ordering: .relaxed)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    bell.store(ends[1], ordering: .relaxed)
    let waiting = Waiting(end: ends[0], leave: leave)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(waiting).toOpaque()
    guard pthread_create(&thread, nil, waitForEnd, context) == 0 else {
      return Unmanaged<Waiting>.fromOpaque(context).release()
    }
    pthread_detach(thread)
    for number in numbers where [SIGTERM, SIGINT].contains(number) || !isIgnored(number) {
      signal(number) { EndingSignals.note($0) }
    }
  }

  /// In a handler: the first counts, whatever comes after it.
  private static func note(_ number: Int32) {
    guard came.exchange(number, ordering: .relaxed) == 0 else { return }
    let code = errno
    defer { errno = code }
    var byte: UInt8 = 0
    _ = write(bell.load(ordering: .relaxed), &byte, 1)
  }

  /// Ends by the signal, if one has come that is no request: whoever started the server is to see
  /// it.
  static func obey() {
    let number = came.load(ordering: .relaxed)
    guard number != 0, number != SIGTERM, number != SIGINT else { return }
    signal(number, SIG_DFL)
    // The threads of a pool do not take signals.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }

  fileprivate final class Waiting: Sendable {
    private let end: Int32
    private let leave: @Sendable () -> Void

    init(end: Int32, leave: @escaping @Sendable () -> Void) {
      self.end = end
      self.leave = leave
    }

    func wait() {
      var byte: UInt8 = 0
      while read(end, &byte, 1) < 0, errno == EINTR {}
      leave()
    }
  }
}

// NB: callbacks from C stand at file scope: one that is isolated to an actor traps at run time.
private func waitForEnd(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<EndingSignals.Waiting>.fromOpaque(context).takeRetainedValue().wait()
  return nil
}
