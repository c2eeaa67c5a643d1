import Contract
import HTTPTypes
public import Loyalty

extension SyncEngine {
  /// Says whose recommendation brought the member; never queued.
  ///
  /// NB: a code counts once whatever its key, so an attempt whose answer got lost may be repeated
  /// with another one.
  public func claimReferral(_ code: String, language: Language) async throws(SyncFailure) {
    let call = Call(
      route: .claimReferral, language: language, body: Wire.encode(ReferralClaim(code: code)))
    try await client.send(call).checkSuccess()
  }
}
