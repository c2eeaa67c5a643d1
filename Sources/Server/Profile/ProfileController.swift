import Contract
import HTTPTypes
import Loyalty

/// Changing the profile, taking all of one's data along, and leaving for good.
struct ProfileController {
  let server: LoyaltyServer

  func change(_ context: RequestContext) throws -> Response {
    let id = try context.member()
    guard let member = try server.store.change(id, by: try patch(context)) else {
      throw Problem(.unauthenticated, in: context.language)
    }
    return .json(member)
  }

  func deleteMember(_ context: RequestContext) throws -> Response {
    try MemberErasure(server.store).erase(try context.member())
    return Response(status: .noContent)
  }

  func export(_ context: RequestContext) throws -> Response {
    try server.exported(try context.member(), context)
  }

  private func patch(_ context: RequestContext) throws -> ProfilePatch {
    let program = try server.store.program()
    let today = Zone.named(program.timeZone).local(context.now).day
    let reader = PatchReader(
      rules: ProfileRules(today: today, languages: program.languages), language: context.language)
    return try reader.patch(try context.body(LooseObject.self))
  }
}
