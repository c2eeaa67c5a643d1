import Contract
import HTTPTypes
import Loyalty

/// What points are spent on, and what came of it.
struct RewardController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    let shelf = RewardShelf(server.store, try server.store.zone(), context.language)
    let member = try context.member()
    switch route {
    case .redemption(let id): return try redeem(id, member, shelf, context)
    case .coupons:
      return .revalidated(
        page(try shelf.coupons(of: member, now: context.now)), for: context.request)
    default:
      try shelf.ledger.settle(member, now: context.now)
      return .revalidated(
        page(try shelf.rewards(for: member, now: context.now)), for: context.request)
    }
  }

  private func redeem(
    _ id: Reward.ID, _ member: Member.ID, _ shelf: RewardShelf, _ context: RequestContext
  ) throws -> Response {
    let body = try context.body(Redemption.self)
    guard let key = context.request.fields[.idempotencyKey] else {
      throw Problem(.idempotencyRequired, in: context.language)
    }
    let order = RewardShelf.Order(
      reward: id, member: member, expectedCost: body.expectedCost, key: key, at: context.now)
    return .json(try shelf.redeem(order), status: .created)
  }

  private func page<Element>(_ data: [Element]) -> Page<Element> {
    Page(data: data, page: PageInfo(nextCursor: nil, hasMore: false))
  }
}
