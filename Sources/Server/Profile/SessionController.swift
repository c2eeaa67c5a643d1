import Contract
import HTTPTypes
import Loyalty

/// Where the member is signed in.
struct SessionController {
  let server: LoyaltyServer

  func list(_ context: RequestContext) throws -> Response {
    let page = Page(
      data: try server.store.sessions(beside: try session(context)),
      page: PageInfo(nextCursor: nil, hasMore: false))
    return .json(page, fields: [.cacheControl: "no-store"])
  }

  func endOthers(_ context: RequestContext) throws -> Response {
    try server.store.endOthers(than: try session(context))
    return Response(status: .noContent)
  }

  func end(_ id: LoginSession.ID, _ context: RequestContext) throws -> Response {
    try server.store.endSession(id, of: try session(context).member)
    return Response(status: .noContent)
  }

  private func session(_ context: RequestContext) throws(Problem) -> MemberSession {
    guard let session = context.session else {
      throw Problem(.unauthenticated, in: context.language)
    }
    return session
  }
}

extension RequestContext {
  /// What the program says of itself; `nil` when that is nothing that can be shown.
  var device: String? {
    let text = cleaned(request.fields[.userAgent] ?? "", limit: 120)
    return text.contains { !$0.isWhitespace } ? text : nil
  }
}
