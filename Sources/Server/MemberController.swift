import Contract
import HTTPTypes
import Loyalty

/// What belongs to the member who asks.
struct MemberController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    let id = try context.member()
    switch route {
    case .cards: return .revalidated(try cards(id), for: context.request)
    case .balance: return try balance(id, context)
    case .ledger(let query):
      return .revalidated(try page(id, query, context), for: context.request)
    case .explanation:
      let ledger = try settled(id, context)
      return .revalidated(try ledger.explanation(of: id), for: context.request)
    case .tier(let points):
      let ledger = try settled(id, context)
      return .revalidated(
        try ledger.tier(of: id, now: context.now, supposing: points), for: context.request)
    case .cardCode(let card):
      return .json(
        try code(of: card, id, context), fields: [.cacheControl: "no-store"])
    default: return .revalidated(try member(id, context), for: context.request)
    }
  }

  /// A fresh code of a card of the member's own.
  private func code(
    of card: Card.ID, _ member: Member.ID, _ context: RequestContext
  ) throws -> CardCode {
    guard try server.store.cards(of: member).contains(where: { $0.id == card }) else {
      throw Problem(.notFound, in: context.language)
    }
    return try server.store.rotatingCodes().code(for: card, now: context.now)
  }

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

  /// NB: the tag leaves `as_of` out, since the same balance a second later is the same balance.
  private func balance(_ id: Member.ID, _ context: RequestContext) throws -> Response {
    let balance = try settled(id, context).balance(of: id, now: context.now)
    var response = Response.revalidated(balance.timeless, for: context.request)
    if !response.body.isEmpty { response.body = Wire.encode(balance) }
    return response
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
