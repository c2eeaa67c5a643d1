import Contract
import HTTPTypes
import Loyalty

/// What belongs to the member who asks.
struct MemberController {
  let server: LoyaltyServer

  func member(_ context: RequestContext) throws -> Response {
    .revalidated(try member(try context.member(), context), for: context.request)
  }

  func cards(_ context: RequestContext) throws -> Response {
    .revalidated(try cards(try context.member()), for: context.request)
  }

  /// A fresh code of a card of the member's own.
  func code(of card: Card.ID, _ context: RequestContext) throws -> Response {
    let member = try context.member()
    guard try server.store.cards(of: member).contains(where: { $0.id == card }) else {
      throw Problem(.notFound, in: context.language)
    }
    let code = try server.store.rotatingCodes().code(for: card, now: context.now)
    return .json(code, fields: [.cacheControl: "no-store"])
  }

  /// NB: the tag leaves `as_of` out, since the same balance a second later is the same balance.
  func balance(_ context: RequestContext) throws -> Response {
    let id = try context.member()
    let balance = try settled(id, context).balance(of: id, now: context.now)
    var response = Response.revalidated(balance.timeless, for: context.request)
    if !response.body.isEmpty { response.body = Wire.encode(balance) }
    return response
  }

  func ledger(_ query: PageQuery, _ context: RequestContext) throws -> Response {
    .revalidated(try page(try context.member(), query, context), for: context.request)
  }

  func explanation(_ context: RequestContext) throws -> Response {
    let id = try context.member()
    return .revalidated(try settled(id, context).explanation(of: id), for: context.request)
  }

  func tier(supposing points: Points?, _ context: RequestContext) throws -> Response {
    let id = try context.member()
    let tier = try settled(id, context).tier(of: id, now: context.now, supposing: points)
    return .revalidated(tier, for: context.request)
  }
}

/// What other answers are made of too.
extension MemberController {
  func member(_ id: Member.ID, _ context: RequestContext) throws -> Member {
    guard let member = try server.store.member(id) else {
      throw Problem(.unauthenticated, in: context.language)
    }
    return member
  }

  func cards(_ id: Member.ID) throws -> Page<Card> {
    Page(data: try server.store.cards(of: id), page: PageInfo(nextCursor: nil, hasMore: false))
  }

  /// The ledger, in which time has done what it does up to now.
  func settled(_ id: Member.ID, _ context: RequestContext) throws -> Ledger {
    let ledger = Ledger(server.store, try server.store.zone())
    try ledger.settle(id, now: context.now)
    return ledger
  }

  /// A page of the ledger, newest first.
  func page(
    _ id: Member.ID, _ query: PageQuery, _ context: RequestContext
  ) throws -> Page<LedgerEntry> {
    var cursor: Cursor?
    if let text = query.cursor {
      cursor = Cursor(text)
      guard cursor != nil else {
        throw Problem.invalid(
          "cursor", "invalid", "not a cursor of this server", in: context.language)
      }
    }
    let ledger = try settled(id, context)
    var entries = try ledger.entries(of: id, after: cursor, limit: query.limit + 1)
    let hasMore = entries.count > query.limit
    if hasMore { entries.removeLast() }
    let next =
      hasMore
      ? entries.last.map { Cursor(createdAt: $0.createdAt, id: $0.id.rawValue).text } : nil
    return Page(data: entries, page: PageInfo(nextCursor: next, hasMore: hasMore))
  }
}
