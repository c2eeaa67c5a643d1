public import Contract
public import LocalStore

/// What a pull has done to the local store.
public struct PullSummary: Hashable, Sendable {
  /// Came anew.
  public var updated: Set<Resource> = []
  /// The server said that what is stored still holds.
  public var confirmed: Set<Resource> = []

  /// What the server refused of what had waited in the outbox, the last of it.
  public var refusal: Problem?

  public init(updated: Set<Resource> = [], confirmed: Set<Resource> = []) {
    self.updated = updated
    self.confirmed = confirmed
  }
}
