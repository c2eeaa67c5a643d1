@preconcurrency import Glibc
import Synchronization

/// Signals beside SIGTERM and SIGINT that end the server: it leaves in the same good order, with
/// the database closed, and then ends by the signal that came.
enum EndingSignals {
  private static let numbers = [SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2]
  private static let came = Atomic<Int32>(0)

  /// What the server was told to ignore (`nohup`) it goes on ignoring.
  static func watch() {
    // NB: made here, as a handler may not.
    came.store(0, ordering: .relaxed)
    for number in numbers {
      var before = sigaction()
      guard sigaction(number, nil, &before) == 0 else { continue }
      let handler = unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
      guard handler != unsafeBitCast(SIG_IGN, to: Int.self) else { continue }
      signal(number) { number in
        EndingSignals.came.store(number, ordering: .relaxed)
        kill(getpid(), SIGTERM)
      }
    }
  }

  /// Ends by the signal, if one has come: whoever started the server is to see it.
  static func obey() {
    let number = came.load(ordering: .relaxed)
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    // The threads of a pool do not take signals.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }
}
