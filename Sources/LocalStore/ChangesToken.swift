import Glibc
public import Loyalty
import SQLite

/// How far the store follows the server: the token of the changes that are in it.
extension LocalStore {
  /// `nil` when the next request has to bring everything.
  public func changesToken() throws(LocalStoreError) -> String? {
    try read { try $0.first("SELECT token FROM changes") { $0.text(0) } }
  }

  /// All that is stored is as the server had it when it gave this token.
  public func save(changesToken token: String, at now: Instant) throws(LocalStoreError) {
    try write { connection in
      try connection.execute("UPDATE resource SET fetched_at = ?", [.integer(now.rawValue)])
      try connection.execute("DELETE FROM changes")
      try connection.execute("INSERT INTO changes (token) VALUES (?)", [.text(token)])
    }
  }

  /// Taken while changes are written.
  ///
  /// Of two processes that asked at the same time, the one that comes second finds another token
  /// than it asked with, and drops its answer, which may be the older one.
  public func changesLock() throws(LocalStoreError) -> ChangesLock {
    ChangesLock(descriptor: try file.lock(".changes", LOCK_EX))
  }
}

/// The right to write changes, given back when nobody refers to it any more.
public final class ChangesLock: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
