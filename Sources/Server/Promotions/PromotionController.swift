import Contract
import HTTPTypes
import Loyalty

/// Promotions, stamp cards and promo codes of the member who asks.
struct PromotionController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    if route == .promotions {
      return .revalidated(
        try promotions(of: context.session?.member, context), for: context.request)
    }
    let member = try context.member()
    switch route {
    case .enrollment(let id):
      let promotion = try promotions(context).join(id, member, at: context.now)
      return .json(promotion, status: .created)
    case .leaving(let id):
      return .json(try promotions(context).leave(id, member, at: context.now))
    case .stamps: return .revalidated(try stamps(of: member, context), for: context.request)
    default: return try enter(member, context)
    }
  }

  /// Without a member those that are open to all, as a guest sees them.
  func promotions(of member: Member.ID?, _ context: RequestContext) throws -> Page<Promotion> {
    let promotions = try promotions(context)
    guard let member else { return page(try promotions.published(at: context.now)) }
    try promotions.ledger.settle(member, now: context.now)
    return page(try promotions.promotions(for: member, now: context.now))
  }

  func stamps(of member: Member.ID, _ context: RequestContext) throws -> Page<StampCard> {
    page(try StampCards(ledger()).cards(of: member, now: context.now))
  }

  private func enter(_ member: Member.ID, _ context: RequestContext) throws -> Response {
    let body = try context.body(PromoCodeEntry.self)
    guard let key = context.request.fields[.idempotencyKey] else {
      throw Problem(.idempotencyRequired, in: context.language)
    }
    let codes = PromoCodes(try ledger(), context.language)
    return .json(
      try codes.enter(body.code, by: member, key: key, at: context.now), status: .created)
  }

  private func promotions(_ context: RequestContext) throws -> Promotions {
    Promotions(try ledger(), context.language)
  }

  private func ledger() throws -> Ledger {
    Ledger(server.store, try server.store.zone())
  }

  private func page<Element>(_ data: [Element]) -> Page<Element> {
    Page(data: data, page: PageInfo(nextCursor: nil, hasMore: false))
  }
}
