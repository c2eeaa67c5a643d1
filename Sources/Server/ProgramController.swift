import Contract
import Loyalty

/// What the business shows to everybody.
struct ProgramController {
  let server: LoyaltyServer

  func health() -> Response {
    .json(Health(status: "ok", version: Version.current.description))
  }

  func bootstrap(_ context: RequestContext) throws -> Response {
    .revalidated(try bootstrap(), for: context.request)
  }

  func bootstrap() throws -> Bootstrap {
    Bootstrap(
      program: try server.store.program(), minimum: Version.current.description,
      latest: Version.current.description, intro: try server.store.intro())
  }
}
