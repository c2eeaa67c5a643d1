import Contract
import HTTPTypes
import Loyalty

/// Changing the profile, taking all of one's data along, and leaving for good.
struct ProfileController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    let id = try context.member()
    switch route {
    case .changeProfile:
      guard let member = try server.store.change(id, by: try patch(context)) else {
        throw Problem(.unauthenticated, in: context.language)
      }
      return .json(member)
    case .deleteMember:
      try MemberErasure(server.store).erase(id)
      return Response(status: .noContent)
    default:
      return try server.exported(id, context)
    }
  }

  private func patch(_ context: RequestContext) throws -> ProfilePatch {
    let program = try server.store.program()
    let today = Zone.named(program.timeZone).local(context.now).day
    let reader = PatchReader(
      rules: ProfileRules(today: today, languages: program.languages), language: context.language)
    return try reader.patch(try context.body(LooseObject.self))
  }
}
