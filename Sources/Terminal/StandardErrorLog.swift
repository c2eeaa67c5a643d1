import CTerminal
import Glibc

/// Keeps what is written to stderr off the screen while the screen is ours.
///
/// A stderr that the user has sent to a file already is left alone.
struct StandardErrorLog {
  private let given: Int32?
  private var redirection: Redirection?

  private struct Redirection {
    /// In memory.
    var held: Int32
    var realErrors: Int32
  }

  init(_ log: Int32?) {
    given = log
  }

  mutating func begin() {
    guard redirection == nil, isatty(STDERR_FILENO) == 1 else { return }
    let held = ct_log_open()
    let real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard held >= 0, real >= 0 else {
      if held >= 0 { close(held) }
      if real >= 0 { close(real) }
      return
    }
    dup2(held, STDERR_FILENO)
    redirection = Redirection(held: held, realErrors: real)
    ct_guard_set_log(held, real, given ?? -1)
  }

  /// Brings stderr back, shows the end of what was written and keeps it in the log.
  mutating func end() {
    guard let past = redirection else { return }
    redirection = nil
    ct_guard_set_log(-1, -1, -1)
    dup2(past.realErrors, STDERR_FILENO)
    for place in [past.realErrors] + (given.map { [$0] } ?? []) {
      ct_write_tail(past.held, place, 4096)
    }
    close(past.held)
    close(past.realErrors)
  }
}
