import Contract
import HTTPTypes
import LocalStore
import Loyalty

extension Resource {
  var route: Route {
    switch self {
    case .program: .bootstrap
    case .member: .member
    case .cards: .cards
    case .balance: .balance
    case .ledger: .ledger(PageQuery())
    case .rewards: .rewards
    case .coupons: .coupons
    case .explanation: .explanation
    case .tier: .tier(whatIf: nil)
    case .notifications: .notifications
    case .preferences: .preferences
    case .shops: .shops
    case .referral: .referral
    case .promotions: .promotions
    case .stamps: .stamps
    case .consents: .consents
    case .screens: .screens
    case .sessions: .sessions
    case .drafts: .drafts
    case .contentChoices: .contentChoices
    }
  }
}

extension Bench {
  /// From now on answers for one resource, among the changes and when it is asked for alone.
  func answer(_ resource: Resource, _ answer: @escaping @Sendable (Request) -> Response?) {
    line.answer { [backend] request in
      if request.target.hasPrefix(resource.route.template) {
        return answer(request).map { .response($0) }
      }
      guard request.target.hasPrefix(Route.changes(since: nil).template),
        let body = answer(resource.route.request())?.body
      else { return nil }
      var response = await backend.respond(to: request)
      guard var changes = try? Changes(response.body) else { return .response(response) }
      changes.data[resource] = body
      response.body = changes.encoded
      return .response(response)
    }
  }

  func stored() throws -> Set<Resource> {
    try Set(Resource.allCases.filter { try store.confirmed($0) != nil })
  }
}
