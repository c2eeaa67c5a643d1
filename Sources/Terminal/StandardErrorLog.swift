import CTerminal
import Glibc

/// Keeps what is written to stderr off the screen while the screen is ours.
///
/// A stderr that the user has sent to a file already is left alone.
struct StandardErrorLog {
  private let given: Int32?
  private var redirection: Redirection?

  private struct Redirection {
    var log: Int32
    var start: off_t
    var realErrors: Int32
  }

  init(_ log: Int32?) {
    given = log
  }

  mutating func begin() {
    guard redirection == nil, isatty(STDERR_FILENO) == 1 else { return }
    let log = given.map { fcntl($0, F_DUPFD_CLOEXEC, 3) } ?? ct_log_open()
    let real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard log >= 0, real >= 0 else {
      if log >= 0 { close(log) }
      if real >= 0 { close(real) }
      return
    }
    let start = lseek(log, 0, SEEK_END)
    dup2(log, STDERR_FILENO)
    redirection = Redirection(log: log, start: max(0, start), realErrors: real)
    ct_guard_set_log(log, max(0, start), real)
  }

  /// Brings stderr back and shows the end of what was written.
  mutating func end() {
    guard let past = redirection else { return }
    redirection = nil
    ct_guard_set_log(-1, 0, -1)
    dup2(past.realErrors, STDERR_FILENO)
    ct_write_tail(past.log, past.start, past.realErrors, 4096)
    close(past.log)
    close(past.realErrors)
  }
}
