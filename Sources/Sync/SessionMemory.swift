import Synchronization

/// A session that is on no disk.
final class SessionMemory: Sendable {
  private struct Contents {
    var session: Session?
    var isLocked = false
  }

  private let contents = Mutex(Contents())

  var session: Session? {
    get { contents.withLock(\.session) }
    set { contents.withLock { $0.session = newValue } }
  }

  /// - Returns: `false` while another holds the lock.
  func tryLock() -> Bool {
    contents.withLock { contents in
      defer { contents.isLocked = true }
      return !contents.isLocked
    }
  }

  func unlock() {
    contents.withLock { $0.isLocked = false }
  }
}
