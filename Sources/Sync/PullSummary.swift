public import Contract
public import LocalStore
public import Loyalty

/// What a pull has done to the local store.
public struct PullSummary: Equatable, Sendable {
  /// Came anew.
  public var updated: Set<Resource> = []
  /// The server said that what is stored still holds.
  public var confirmed: Set<Resource> = []

  /// What the server refused of what had waited in the outbox.
  public var refusals: [OutboxRefusal] = []

  public init(updated: Set<Resource> = [], confirmed: Set<Resource> = []) {
    self.updated = updated
    self.confirmed = confirmed
  }
}

/// Something from the outbox that the server will never take.
public struct OutboxRefusal: Equatable, Sendable {
  public let item: OutboxItem
  public let problem: Problem
}
