import Glibc
public import Loyalty
import SQLite

/// How far the store follows the server: the token of the changes that are in it.
extension LocalStore {
  private static let name = "changes"

  /// `nil` when the next request has to bring everything.
  public func changesToken() throws(LocalStoreError) -> String? {
    try read {
      try $0.first("SELECT etag FROM resource WHERE name = ?", [.text(LocalStore.name)]) {
        $0.optionalText(0)
      } ?? nil
    }
  }

  /// All that is stored is as the server had it when it gave this token.
  public func save(changesToken token: String, at now: Instant) throws(LocalStoreError) {
    try write { connection in
      _ = try connection.execute("UPDATE resource SET fetched_at = ?", [.integer(now.rawValue)])
      try connection.execute(
        """
        INSERT INTO resource (name, etag, fetched_at) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET etag = excluded.etag, fetched_at = excluded.fetched_at
        """, [.text(LocalStore.name), .text(token), .integer(now.rawValue)])
    }
  }

  /// The next request brings everything: what is stored may not be what the server has.
  public func dropChangesToken() throws(LocalStoreError) {
    try write { connection in
      _ = try connection.execute(
        "DELETE FROM resource WHERE name = ?", [.text(LocalStore.name)])
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
