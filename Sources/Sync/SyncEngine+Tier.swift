import Contract
public import Loyalty

extension SyncEngine {
  /// The tier as it would be after earning so many points more now; nothing is stored.
  public func tier(
    supposing points: Points, language: Language
  ) async throws(SyncFailure) -> TierStatus {
    try await client.get(TierStatus.self, .tier(whatIf: points), language)
  }
}
