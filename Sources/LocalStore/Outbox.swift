public import Loyalty
import SQLite

/// Something that the member did and the server has not answered yet.
public struct OutboxItem: Hashable, Sendable {
  /// What it is; what the body means depends on it.
  public var kind: Kind
  /// Its `Idempotency-Key`, however often it is sent.
  public var key: String
  /// As it goes to the server.
  public var body: [UInt8]
  public var createdAt: Instant

  public init(kind: Kind, key: String, body: [UInt8], createdAt: Instant) {
    self.kind = kind
    self.key = key
    self.body = body
    self.createdAt = createdAt
  }

  /// Kept as text, so that an item of a newer version of the program survives an older one.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let readMarks = Kind(rawValue: "read_marks")
    public static let preferences = Kind(rawValue: "preferences")
    public static let profile = Kind(rawValue: "profile")
    public static let consents = Kind(rawValue: "consents")
    public static let wishes = Kind(rawValue: "wishes")
  }
}

extension LocalStore {
  /// Keeps an intent until the server has answered it.
  ///
  /// This is the optimistic change too: whoever reads a document shows it with the intents that
  /// wait, so the two can never be apart, and no pull can undo what is still to be sent.
  public func post(_ item: OutboxItem) throws(LocalStoreError) {
    try write { connection in
      _ = try connection.execute(
        "INSERT INTO outbox (kind, key, body, created_at) VALUES (?, ?, ?, ?)",
        [
          .text(item.kind.rawValue), .text(item.key), .blob(item.body),
          .integer(item.createdAt.rawValue),
        ])
    }
  }

  /// What waits, in the order in which it was done.
  public func outbox() throws(LocalStoreError) -> [OutboxItem] {
    try read { try LocalStore.outbox($0) }
  }

  /// The body of a small resource together with what waits to be sent, in one view.
  public func documentWithOutbox(
    _ resource: Resource
  ) throws(LocalStoreError) -> (body: [UInt8]?, outbox: [OutboxItem]) {
    try read { connection in
      let body = try connection.first(
        "SELECT body FROM document WHERE name = ?", [.text(resource.rawValue)]
      ) { $0.blob(0) }
      return (body, try LocalStore.outbox(connection))
    }
  }

  /// The server has answered: the intent goes, and in the same moment what it said takes its place.
  ///
  /// - Parameter change: makes the new body out of the stored one; `nil` leaves it as it is.
  public func settle(
    _ item: OutboxItem, in resource: Resource?, _ change: ([UInt8]) -> [UInt8]?
  ) throws(LocalStoreError) {
    try write { connection in
      try connection.execute("DELETE FROM outbox WHERE key = ?", [.text(item.key)])
      guard let resource else { return }
      let stored = try connection.first(
        "SELECT body FROM document WHERE name = ?", [.text(resource.rawValue)]
      ) { $0.blob(0) }
      guard let stored, let changed = change(stored) else { return }
      try connection.execute(
        "UPDATE document SET body = ? WHERE name = ?", [.blob(changed), .text(resource.rawValue)])
    }
  }

  private static func outbox(_ connection: Connection) throws -> [OutboxItem] {
    try connection.query("SELECT kind, key, body, created_at FROM outbox ORDER BY id") { row in
      OutboxItem(
        kind: .init(rawValue: row.text(0)), key: row.text(1), body: row.blob(2),
        createdAt: Instant(milliseconds: row.int(3)))
    }
  }
}
