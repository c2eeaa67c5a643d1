import Contract
import HTTPTypes
import Loyalty

/// Where the member is signed in.
struct SessionController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    guard let session = context.session else {
      throw Problem(.unauthenticated, in: context.language)
    }
    switch route {
    case .endNamedSession(let id): try server.store.end(id, of: session.member)
    case .endOtherSessions: try server.store.endOthers(than: session)
    default:
      let page = Page(
        data: try server.store.sessions(beside: session),
        page: PageInfo(nextCursor: nil, hasMore: false))
      return .json(page, fields: [.cacheControl: "no-store"])
    }
    return Response(status: .noContent)
  }
}

extension RequestContext {
  /// What the program says of itself; `nil` when that is nothing that can be shown.
  var device: String? {
    let text = cleaned(request.fields[.userAgent] ?? "", limit: 120)
    return text.contains { !$0.isWhitespace } ? text : nil
  }
}
