import Content
import Contract
import HTTPTypes
import Loyalty
import SQLite

/// Content screens: what everybody reads, and what editors and publishers do to them.
struct ContentController {
  let server: LoyaltyServer

  func list(_ context: RequestContext) throws -> Response {
    .revalidated(encoded: try screens(context), for: context.request)
  }

  func screen(_ slug: String, _ context: RequestContext) throws -> Response {
    let screen = try published(context).first { $0.slug == slug }
    guard let screen else { throw Problem(.notFound, in: context.language) }
    return .revalidated(screen, for: context.request)
  }

  func drafts(_ context: RequestContext) throws -> Response {
    .revalidated(page(try desk(context).drafts()), for: context.request)
  }

  func choices(_ context: RequestContext) throws -> Response {
    .revalidated(try server.store.contentChoices(at: context.now), for: context.request)
  }

  func create(_ context: RequestContext) throws -> Response {
    .edited(try desk(context).create(try written(context)), status: .created)
  }

  func draft(_ id: Screen.ID, _ context: RequestContext) throws -> Response {
    let screen = try desk(context).draft(id)
    var response = Response.edited(screen)
    if let known = context.request.fields[.ifNoneMatch], let tag = screen.etag,
      IfMatch(known).names(tag)
    {
      response.status = .notModified
      response.fields[.contentType] = nil
      response.body = []
    }
    return response
  }

  func save(_ id: Screen.ID, _ context: RequestContext) throws -> Response {
    .edited(try desk(context).save(try written(context), as: id))
  }

  func delete(_ id: Screen.ID, _ context: RequestContext) throws -> Response {
    try desk(context).delete(id)
    return Response(status: .noContent)
  }

  func publish(_ id: Screen.ID, _ context: RequestContext) throws -> Response {
    .edited(try desk(context).publish(id, try context.body(Publication.self)))
  }

  func unpublish(_ id: Screen.ID, _ context: RequestContext) throws -> Response {
    .edited(try desk(context).unpublish(id))
  }

  func cancelPlan(_ id: Screen.ID, _ context: RequestContext) throws -> Response {
    .edited(try desk(context).cancelPlan(id))
  }

  func revisions(of id: Screen.ID, _ context: RequestContext) throws -> Response {
    .json(page(try desk(context).revisions(of: id)))
  }

  func revision(_ id: ScreenRevision.ID, _ context: RequestContext) throws -> Response {
    .json(try desk(context).revision(id))
  }

  func revert(_ id: Screen.ID, _ context: RequestContext) throws -> Response {
    .edited(try desk(context).revert(id, try context.body(Revert.self)))
  }

  func announceEditor(of id: Screen.ID, _ context: RequestContext) throws -> Response {
    let presence = try context.body(Presence.self)
    return .json(try desk(context).announce(presence, in: id))
  }

  func dismissEditor(of id: Screen.ID, _ context: RequestContext) throws -> Response {
    try desk(context).dismiss(from: id)
    return Response(status: .noContent)
  }

  /// What is to be stored, as `RequestContext.read` has found it in the body.
  private func written(_ context: RequestContext) throws(Problem) -> WrittenScreen {
    guard let screen = try context.screen.get() else {
      throw Problem(WireError(reason: .notJSON, pointer: ""), in: context.language)
    }
    return screen
  }

  private func desk(_ context: RequestContext) throws -> ContentDesk {
    guard let session = context.session, let member = try server.store.member(session.member)
    else { throw Problem(.unauthenticated, in: context.language) }
    return ContentDesk(
      store: server.store, session: session,
      author: Screen.Author(id: member.id, name: member.name), now: context.now,
      language: context.language,
      ifMatch: context.request.fields[.ifMatch].map { IfMatch($0) })
  }

  private func page<Element>(_ data: [Element]) -> Page<Element> {
    Page(data: data, page: PageInfo(nextCursor: nil, hasMore: false))
  }
}

/// The published screens, as somebody gets them.
extension ContentController {
  /// A page of them as JSON; the same bytes for all when no block is for some only.
  func screens(_ context: RequestContext) throws -> [UInt8] {
    let published = try server.store.published()
    guard published.isForSome else { return published.encoded }
    let audience = try audience(context)
    return published.page(for: audience) { Wire.encode(page(visible(published, audience))) }
  }

  private func published(_ context: RequestContext) throws -> [Screen] {
    let published = try server.store.published()
    guard published.isForSome else { return published.screens }
    return visible(published, try audience(context))
  }

  /// Without the blocks that are for others; languages and times are the client's to look at, which
  /// keeps what it gets.
  private func visible(_ published: Published, _ audience: Audience) -> [Screen] {
    published.screens.map { screen in
      var screen = screen
      screen.blocks.removeAll { !$0.visibility.admitsMember(of: audience) }
      return screen
    }
  }

  private func audience(_ context: RequestContext) throws -> Audience {
    var audience = Audience(segments: [], language: context.language, now: context.now)
    guard let member = context.session?.member else { return audience }
    let ledger = Ledger(server.store, try server.store.zone())
    let offersTiers = try server.store.program().offers(.tiers)
    try server.store.database.read { connection in
      if offersTiers {
        audience.tier = try ledger.tier(of: member, now: context.now, connection).tier?.id
      }
      audience.segments = try Segments.of(member, at: context.now, connection)
    }
    return audience
  }
}

extension Response {
  /// A screen as it is edited; what is saved next says on which version it builds.
  fileprivate static func edited(
    _ screen: Screen, status: HTTPResponse.Status = .ok
  ) -> Response {
    var response = Response.json(screen, status: status)
    response.fields[.eTag] = screen.etag
    response.fields[.cacheControl] = "private, no-cache"
    response.fields[.vary] = "Authorization, Accept-Language"
    return response
  }
}
