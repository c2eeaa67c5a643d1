import Contract
import HTTPTypes
import Loyalty
import SQLite

/// The member's own code, and the code by which the member came.
struct ReferralController {
  let server: LoyaltyServer

  func referral(_ context: RequestContext) throws -> Response {
    let referrals = Referrals(server.store, try server.store.zone())
    return .revalidated(
      try referrals.referral(of: try context.member()), for: context.request)
  }

  func claim(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    let referrals = Referrals(server.store, try server.store.zone())
    let claim = try context.body(ReferralClaim.self)
    guard claim.code.utf8.count <= ReferralClaim.longest, !claim.code.isEmpty else {
      throw Problem.invalid(
        "/code", "invalid",
        context.language == .russian ? "Это не код." : "This is no code.", in: context.language)
    }
    try server.store.database.write(locking: []) { connection in
      try referrals.claim(
        claim.code, by: member, at: context.now, in: context.language, connection)
    }
    return Response(status: .noContent)
  }
}
