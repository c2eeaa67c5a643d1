import Contract
import HTTPTypes
import Loyalty

/// What points are spent on, and what came of it.
struct RewardController {
  let server: LoyaltyServer

  func list(_ context: RequestContext) throws -> Response {
    .revalidated(try rewards(context), for: context.request)
  }

  func redeem(_ id: Reward.ID, _ context: RequestContext) throws -> Response {
    let member = try context.member()
    let body = try context.body(Redemption.self)
    guard let key = context.request.fields[.idempotencyKey] else {
      throw Problem(.idempotencyRequired, in: context.language)
    }
    let order = RewardShelf.Order(
      reward: id, member: member, expectedCost: body.expectedCost, key: key, at: context.now)
    return .json(try shelf(context).redeem(order), status: .created)
  }

  func coupons(_ context: RequestContext) throws -> Response {
    .revalidated(try coupons(of: try context.member(), context), for: context.request)
  }
}

/// What other answers are made of too.
extension RewardController {
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

  private func page<Element>(_ data: [Element]) -> Page<Element> {
    Page(data: data, page: PageInfo(nextCursor: nil, hasMore: false))
  }
}
