import Contract
import HTTPTypes
import Loyalty

/// What belongs to the member who asks.
struct MemberController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    let id = try context.member()
    switch route {
    case .cards:
      let cards = Page(
        data: try server.store.cards(of: id), page: PageInfo(nextCursor: nil, hasMore: false))
      return .revalidated(cards, for: context.request)
    case .balance: return try balance(id, context)
    case .ledger(let query): return try ledger(id, query, context)
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
    default:
      guard let member = try server.store.member(id) else {
        throw Problem(.unauthenticated, in: context.language)
      }
      return .revalidated(member, for: context.request)
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

  /// The ledger, in which time has done what it does up to now.
  private func settled(_ id: Member.ID, _ context: RequestContext) throws -> Ledger {
    let ledger = Ledger(server.store, try server.store.zone())
    try ledger.settle(id, now: context.now)
    return ledger
  }

  /// NB: the tag leaves `as_of` out, since the same balance a second later is the same balance.
  private func balance(_ id: Member.ID, _ context: RequestContext) throws -> Response {
    let ledger = Ledger(server.store, try server.store.zone())
    try ledger.settle(id, now: context.now)
    let balance = try ledger.balance(of: id, now: context.now)
    var timeless = balance
    timeless.asOf = Instant(milliseconds: 0)
    var response = Response.revalidated(timeless, for: context.request)
    if !response.body.isEmpty { response.body = Wire.encode(balance) }
    return response
  }

  private func ledger(
    _ id: Member.ID, _ query: PageQuery, _ context: RequestContext
  ) throws -> Response {
    var cursor: Cursor?
    if let text = query.cursor {
      cursor = Cursor(text)
      guard cursor != nil else {
        throw Problem.invalid(
          "cursor", "invalid", "not a cursor of this server", in: context.language)
      }
    }
    let ledger = Ledger(server.store, try server.store.zone())
    try ledger.settle(id, now: context.now)
    var entries = try ledger.entries(of: id, after: cursor, limit: query.limit + 1)
    let hasMore = entries.count > query.limit
    if hasMore { entries.removeLast() }
    let next =
      hasMore
      ? entries.last.map { Cursor(createdAt: $0.createdAt, id: $0.id.rawValue).text } : nil
    return .revalidated(
      Page(data: entries, page: PageInfo(nextCursor: next, hasMore: hasMore)),
      for: context.request)
  }
}
