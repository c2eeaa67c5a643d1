import Contract
import HTTPTypes
import LocalStore
import Loyalty

extension Pull {
  /// Brings a small resource that is stored as it was sent.
  func document<Body: Decodable & Sendable>(
    _ type: Body.Type, _ route: Route, _ resource: Resource
  ) async throws(SyncFailure) -> PullReport.Outcome {
    let store = engine.store
    let known = try storing { () throws(LocalStoreError) in try store.etag(of: resource) }
    let response = try await engine.client.send(Call(route: route, language: language, tag: known))
    let now = engine.environment.now()
    if response.status == .notModified, known != nil {
      try write { () throws(LocalStoreError) in try store.confirm(resource, at: now) }
      return .confirmed
    }
    // What makes no sense is not stored.
    _ = try response.body(type)
    let tag = APIClient.tag(of: response)
    try write { () throws(LocalStoreError) in
      try store.save(document: response.body, of: resource, etag: tag, at: now)
    }
    return .updated
  }
}
