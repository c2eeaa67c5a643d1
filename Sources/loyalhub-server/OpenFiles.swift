import Glibc
import NIOCore

/// How many files a process may have open.
enum OpenFiles {
  /// Refuses a limit below which the event loops cannot be made, which ends the process.
  static func check() throws(StartFailure) {
    let limit = sysconf(Int32(_SC_OPEN_MAX))
    // Three of each loop; the database with its log, the listener, the standard ones, and some air.
    let needed = 3 * System.coreCount + 10
    guard (0..<needed).contains(limit) else { return }
    throw StartFailure(
      "at most \(limit) open files are allowed, and \(needed) are needed: raise `ulimit -n`")
  }
}
