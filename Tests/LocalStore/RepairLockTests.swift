import Glibc
import LocalStore
import Synchronization
import TestSupport
import Testing

struct RepairLockTests {
  @Test(arguments: [false, true])
  func `whoever opens while another process repairs waits for it`(isDamaged: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.onceOpen { try Samples.fill($0) }
    if isDamaged { try overwrite(folder.file, with: [UInt8](repeating: 7, count: 5000)) }
    let lock = open(folder.file + ".lock", O_RDWR | O_CLOEXEC)
    try #require(flock(lock, LOCK_EX) == 0)
    let isOpened = Atomic(false)
    try onThreads(2) { number in
      if number == 0 {
        defer { isOpened.store(true, ordering: .releasing) }
        try check((LocalStore.open(folder: folder.store).notice != nil) == isDamaged)
      } else {
        defer { close(lock) }
        while try !isAwaited(lock) {
          try check(!isOpened.load(ordering: .acquiring))
          sched_yield()
        }
      }
    }
  }

  /// Whether somebody waits for the lock (proc_locks(5)).
  private func isAwaited(_ lock: Int32) throws -> Bool {
    var status = stat()
    try #require(fstat(lock, &status) == 0)
    let inode = ":\(status.st_ino) "
    return String(decoding: try contents(of: "/proc/locks"), as: UTF8.self)
      .split(separator: "\n").contains { $0.contains("-> FLOCK") && $0.contains(inode) }
  }
}
