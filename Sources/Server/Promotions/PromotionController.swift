import Contract
import HTTPTypes
import Loyalty

/// Promotions, stamp cards and promo codes of the member who asks.
struct PromotionController {
  let server: LoyaltyServer

  func list(_ context: RequestContext) throws -> Response {
    .revalidated(try promotions(of: context.session?.member, context), for: context.request)
  }

  func join(_ id: Promotion.ID, _ context: RequestContext) throws -> Response {
    let member = try context.member()
    let promotion = try promotions(context).join(id, member, at: context.now)
    return .json(promotion, status: .created)
  }

  func leave(_ id: Promotion.ID, _ context: RequestContext) throws -> Response {
    let member = try context.member()
    return .json(try promotions(context).leave(id, member, at: context.now))
  }

  func stamps(_ context: RequestContext) throws -> Response {
    .revalidated(try stamps(of: try context.member(), context), for: context.request)
  }

  func enterCode(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    let body = try context.body(PromoCodeEntry.self)
    guard let key = context.request.fields[.idempotencyKey] else {
      throw Problem(.idempotencyRequired, in: context.language)
    }
    let codes = PromoCodes(try ledger(), context.language)
    return .json(
      try codes.enter(body.code, by: member, key: key, at: context.now), status: .created)
  }
}

/// What other answers are made of too.
extension PromotionController {
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
