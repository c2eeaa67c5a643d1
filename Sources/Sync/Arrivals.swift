public import Loyalty
import Synchronization

/// What came into the local store since somebody asked for it, and how far it followed the server.
struct Arrivals: Sendable {
  private var resources: Set<Resource> = []
  /// The token of the changes that are known to be in the store; `nil` before the first answer.
  private var token: String??

  /// - Parameter token: what the store has before an answer comes into it. When it is another one
  ///   than was left there, another process has written: anything may be new.
  mutating func begin(at token: String?) {
    if let known = self.token, known != token { resources = Set(Resource.pulled) }
    self.token = .some(token)
  }

  mutating func add(_ resources: Set<Resource>) { self.resources.formUnion(resources) }

  mutating func end(at token: String) { self.token = .some(token) }

  mutating func takeAll() -> Set<Resource> {
    defer { resources = [] }
    return resources
  }
}

extension SyncEngine {
  /// What came into the local store since the last call, be it before a pull has failed, or by
  /// another process.
  public func takeArrived() -> Set<Resource> { arrivals.withLock { $0.takeAll() } }
}
