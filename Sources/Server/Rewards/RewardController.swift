import Contract
import HTTPTypes
import Loyalty

/// What points are spent on, and what came of it.
struct RewardController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    if route == .rewards {
      return .revalidated(try rewards(context), for: context.request)
    }
    let member = try context.member()
    switch route {
    case .redemption(let id): return try redeem(id, member, context)
    default: return .revalidated(try coupons(of: member, context), for: context.request)
    }
  }

  func coupons(of member: Member.ID, _ context: RequestContext) throws -> Page<Coupon> {
    page(try shelf(context).coupons(of: member, now: context.now))
  }

  /// The catalogue as the member sees it, with what time has done to the balance, or as a guest does.
  func rewards(_ context: RequestContext) throws -> Page<Reward> {
    let shelf = try shelf(context)
    guard let member = context.session?.member else { return page(try shelf.published()) }
    try shelf.ledger.settle(member, now: context.now)
    return page(try shelf.rewards(for: member, now: context.now))
  }

  private func shelf(_ context: RequestContext) throws -> RewardShelf {
    RewardShelf(server.store, try server.store.zone(), context.language)
  }

  private func redeem(
    _ id: Reward.ID, _ member: Member.ID, _ context: RequestContext
  ) throws -> Response {
    let body = try context.body(Redemption.self)
    guard let key = context.request.fields[.idempotencyKey] else {
      throw Problem(.idempotencyRequired, in: context.language)
    }
    let order = RewardShelf.Order(
      reward: id, member: member, expectedCost: body.expectedCost, key: key, at: context.now)
    return .json(try shelf(context).redeem(order), status: .created)
  }

  private func page<Element>(_ data: [Element]) -> Page<Element> {
    Page(data: data, page: PageInfo(nextCursor: nil, hasMore: false))
  }
}
