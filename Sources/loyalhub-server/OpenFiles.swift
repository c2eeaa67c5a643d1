import Glibc
import NIOCore

/// How many files a process may have open.
enum OpenFiles {
  /// Three of each loop; the standard ones, the pipes of signals, the listener, the connections to the
  /// database with its log, a few clients, and those who are told that there is no room for them.
  private static var needed: Int { 3 * System.coreCount + 34 }
  /// More of them: more connections to the database, the health's listener with those who ask it.
  private static let spare = 46

  /// Raises the limit as far as this process may; refuses one below which the event loops cannot be
  /// made, which ends the process.
  ///
  /// - Returns: how many of them connections may be.
  static func forConnections() throws(StartFailure) -> Int {
    var limit = rlimit()
    let kind = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
    if getrlimit(kind, &limit) == 0, limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = limit.rlim_max
      setrlimit(kind, &limit)
    }
    let allowed = sysconf(Int32(_SC_OPEN_MAX))
    // Without a limit.
    guard allowed >= 0 else { return .max }
    guard allowed >= needed else {
      throw StartFailure(
        "at most \(allowed) open files are allowed, and \(needed) are needed: raise `ulimit -n`")
    }
    // With few, there is at least a connection or two; what is refused takes a place too.
    return max(2, (allowed - needed - spare) * 15 / 16)
  }
}
