public import Loyalty
import SQLite

extension LocalStore {
  /// The body of a small resource as the server sent it; `nil` when there is none yet.
  public func document(_ resource: Resource) throws(LocalStoreError) -> [UInt8]? {
    try read {
      try $0.first("SELECT body FROM document WHERE name = ?", [.text(resource.rawValue)]) {
        $0.blob(0)
      }
    }
  }

  /// When the server last confirmed what is stored.
  public func confirmed(_ resource: Resource) throws(LocalStoreError) -> Instant? {
    try read {
      try $0.first("SELECT fetched_at FROM resource WHERE name = ?", [.text(resource.rawValue)]) {
        Instant(milliseconds: $0.int(0))
      }
    }
  }

  /// Keeps a body, which has been found to make sense.
  public func save(
    document body: [UInt8], of resource: Resource, at now: Instant
  ) throws(LocalStoreError) {
    try write { connection in
      try connection.execute(
        """
        INSERT INTO document (name, body)
        VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body
        """,
        [.text(resource.rawValue), .blob(body)])
      // A pull confirms what it brings, and nothing else.
      if resource.isPulled { try note(resource, now, connection) }
    }
  }
}
