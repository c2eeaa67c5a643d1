public import Contract
import HTTPTypes
public import Loyalty
import SQLite

/// The reference server without sockets: a request in, an answer out.
///
/// It keeps nothing in memory that another instance on the same database would need.
public final class LoyaltyServer: Sendable {
  let store: ServerStore
  let clock: @Sendable () -> Instant
  let sms: any SMSGateway
  private let onFailure: @Sendable (String) -> Void

  /// Opens or makes the database, and fills an empty one with the seed.
  ///
  /// - Parameter onFailure: gets a line for the operator when the server is to blame; it names no
  ///   person.
  public init(
    configuration: ServerConfiguration, sms: any SMSGateway,
    clock: @escaping @Sendable () -> Instant,
    onFailure: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    self.onFailure = onFailure
    store = try ServerStore(path: configuration.database)
    self.sms = sms
    self.clock = clock
    if let seed = configuration.seed { try store.fill(with: seed, now: clock()) }
    try store.purge(now: clock())
  }

  /// The answer to any request; bad input is a problem, never a trap.
  public func respond(to request: Request) async -> Response {
    let context = RequestContext(request, clock())
    var response: Response
    do {
      response = try answer(Route(request), context)
    } catch let problem as Problem {
      response = Response(problem.with(requestID: context.id), to: request)
    } catch {
      onFailure("request \(context.id) failed: \(error)")
      let problem = Problem(.internalError, in: context.language)
      response = Response(problem.with(requestID: context.id), to: request)
    }
    response.fields[.requestID] = context.id
    if let origin = context.originID { response.fields[.originRequestID] = origin }
    return response
  }

  private func answer(_ route: Route, _ context: RequestContext) throws -> Response {
    var context = context
    if route.needsSession
      || route.acceptsSession && context.request.fields[.authorization] != nil
    {
      context.session = try store.session(for: context)
    }
    guard route.needsIdempotencyKey else { return try perform(route, context) }
    return try store.once(route, context) { try perform(route, context) }
  }

  private func perform(_ route: Route, _ context: RequestContext) throws -> Response {
    switch route {
    case .health, .bootstrap: try ProgramController(server: self).respond(to: route, context)
    case .requestCode, .verifyCode, .refreshSession, .endSession:
      try AuthController(server: self).respond(to: route, context)
    case .member, .cards, .balance, .ledger, .explanation, .tier, .cardCode:
      try MemberController(server: self).respond(to: route, context)
    case .purchases: try TillController(server: self).sell(context)
    case .changes(let token):
      try ChangesController(server: self).respond(since: token, context)
    case .rewards, .redemption, .coupons:
      try RewardController(server: self).respond(to: route, context)
    case .notifications, .readNotifications, .preferences, .setPreferences:
      try InboxController(server: self).respond(to: route, context)
    case .stores: try StoreController(server: self).respond(to: route, context)
    case .referral, .claimReferral:
      try ReferralController(server: self).respond(to: route, context)
    case .promotions, .enrollment, .leaving, .stamps, .promoCode:
      try PromotionController(server: self).respond(to: route, context)
    case .changeProfile, .deleteMember, .export:
      try ProfileController(server: self).respond(to: route, context)
    case .consents, .setConsents:
      try ConsentController(server: self).respond(to: route, context)
    case .sessions, .endOtherSessions, .endNamedSession:
      try SessionController(server: self).respond(to: route, context)
    }
  }
}

/// What a server is started with.
public struct ServerConfiguration: Hashable, Sendable {
  /// Path of the SQLite file.
  public var database: String
  /// What an empty database is filled with.
  public var seed: Seed?

  public init(database: String, seed: Seed? = nil) {
    self.database = database
    self.seed = seed
  }
}

extension Problem {
  func with(requestID: String) -> Problem {
    var problem = self
    problem.requestID = requestID
    return problem
  }
}
