import Contract
import Loyalty

/// What the business shows to everybody.
struct ProgramController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    if route == .health {
      return .json(Health(status: "ok", version: Version.current.description))
    }
    return .revalidated(try bootstrap(), for: context.request)
  }

  func bootstrap() throws -> Bootstrap {
    Bootstrap(
      program: try server.store.program(), minimum: Version.current.description,
      latest: Version.current.description, intro: try server.store.intro())
  }
}
