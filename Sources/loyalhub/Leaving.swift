import Client
@preconcurrency import Glibc
import Output
import Synchronization

/// The way out of a command that a signal ends: what is open is closed first.
enum Leaving {
  /// What ends a program that does not expect it, see signal(7), beside what says where it crashed.
  private static let numbers = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
  ]

  /// Lets a thread of its own take the signals; to be called before any other thread exists, and
  /// not where the screen takes them.
  ///
  /// NB: a handler could not do it, as it may not wait for what is being written.
  static func watch() {
    var signals = set
    guard pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    var thread = pthread_t()
    guard pthread_create(&thread, nil, leaveOnSignal, nil) == 0 else {
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      return
    }
    pthread_detach(thread)
  }

  private static let last = Mutex<(@Sendable () -> Void)?>(nil)

  /// Has something done, on another thread, before a signal ends the program.
  static func before(_ work: @escaping @Sendable () -> Void) {
    last.withLock { $0 = work }
  }

  fileprivate static func doLast() { last.withLock(\.self)?() }

  /// Without the ignored ones: a blocked one would come all the same.
  fileprivate static var set: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers where !isIgnored(number) { sigaddset(&signals, number) }
    return signals
  }
}

// NB: callbacks from C stand at file scope: one that is isolated to an actor traps at run time.
private func leaveOnSignal(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  var signals = Leaving.set
  var number: Int32 = 0
  guard sigwait(&signals, &number) == 0 else { return nil }
  Leaving.doLast()
  closeStores()
  // Whoever started us is to see what ended us.
  signal(number, SIG_DFL)
  pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  raise(number)
  _exit(128 + number)
}
