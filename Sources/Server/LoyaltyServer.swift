public import Contract
import HTTPTypes
public import Loyalty
import SQLite
import Synchronization

/// The reference server without sockets: a request in, an answer out.
///
/// It keeps nothing in memory that another instance on the same database would need.
public final class LoyaltyServer: Sendable {
  let store: ServerStore
  let clock: CalendarClock
  let sms: any SMSGateway
  /// Open streams of events.
  let hub: EventHub
  private let onFailure: @Sendable (String) -> Void
  /// The database's file.
  private let path: String
  /// Why events could not be looked for, until they can.
  let toldOfEvents = Mutex<String?>(nil)
  private let isClosed = Atomic<Bool>(false)

  /// Opens or makes the database, and fills an empty one with the seed.
  ///
  /// Throws `ClockRefused` when the calendar is to be moved of a database that no demo has filled,
  /// and makes none for it; `DatabaseRefusal` when the database cannot be used.
  ///
  /// - Parameter clock: the machine's; the calendar is where the database has it.
  /// - Parameter onFailure: gets a line for the operator when the server is to blame; it names no
  ///   person.
  public init(
    configuration: ServerConfiguration, sms: any SMSGateway,
    clock: @escaping @Sendable () -> Instant,
    onFailure: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    let path = configuration.database
    try DatabaseRefusal.check(path)
    if configuration.clock != nil, configuration.seed == nil, !DatabaseRefusal.isThere(path) {
      throw ClockRefused()
    }
    let opened = try DatabaseRefusal.telling(path) {
      let store = try ServerStore(path: path)
      let calendar = try store.open(clock, configuration)
      try store.purge(now: calendar.machine)
      return (store: store, calendar: calendar)
    }
    store = opened.store
    self.clock = opened.calendar
    self.onFailure = onFailure
    self.path = path
    self.sms = sms
    hub = EventHub(store)
  }

  /// Finishes with the database; whatever is asked of the server later fails.
  public func close() {
    isClosed.store(true, ordering: .relaxed)
    store.database.close()
  }

  /// Tells the operator that the server is to blame.
  func tell(_ what: String, _ error: any Error) {
    guard !isClosed.load(ordering: .relaxed) else { return }
    onFailure("\(what) failed: \(DatabaseRefusal.told(error, path))")
  }

  /// The answer to any request; bad input is a problem, never a trap.
  ///
  /// Of a stream of events this is the beginning.
  public func respond(to request: Request) async -> Response {
    let answer = await answer(to: request)
    answer.stream?.end()
    return answer.response
  }

  /// The answer to any request, with what follows its body when it is a stream.
  public func answer(to request: Request) async -> Answer {
    let context = RequestContext(request, clock)
    var answer: Answer
    do {
      answer = try self.answer(Route(request), context)
    } catch let problem as Problem {
      answer = Answer(Response(problem.with(requestID: context.id), to: request))
    } catch {
      tell("request \(context.id)", error)
      let isStorage = (error as? DatabaseError)?.isOfStorage == true
      let code: Problem.Code = isStorage ? .storageUnavailable : .internalError
      let problem = Problem(code, in: context.language)
      answer = Answer(Response(problem.with(requestID: context.id), to: request))
    }
    answer.response.fields[.date] = context.machine.httpDate
    answer.response.fields[.requestID] = context.id
    if let origin = context.originID { answer.response.fields[.originRequestID] = origin }
    return answer
  }

  private func answer(_ route: Route, _ context: RequestContext) throws -> Answer {
    var context = context
    if route.needsSession
      || route.acceptsSession && context.request.fields[.authorization] != nil
    {
      context.session = try store.session(for: context)
    }
    if let role = route.role { try store.check(role, context) }
    if let feature = route.feature, try !store.program().offers(feature) {
      throw Problem(.notFound, in: context.language)
    }
    if route == .events { return try EventController(server: self).open(context) }
    defer { if route.method != .get { tellNews() } }
    guard route.needsIdempotencyKey else { return Answer(try perform(route, context)) }
    return Answer(try store.once(route, context) { try perform(route, context) })
  }

  private func perform(_ route: Route, _ context: RequestContext) throws -> Response {
    switch route {
    case .health, .bootstrap: try ProgramController(server: self).respond(to: route, context)
    case .requestCode, .verifyCode, .refreshSession, .endSession:
      try AuthController(server: self).respond(to: route, context)
    case .member, .cards, .balance, .ledger, .explanation, .tier, .cardCode:
      try MemberController(server: self).respond(to: route, context)
    case .purchases: try TillController(server: self).sell(context)
    // Was answered before: it is no response alone.
    case .events: throw Problem(.internalError, in: context.language)
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
    case .screens, .screen, .drafts, .contentChoices, .createScreen, .draft, .saveDraft,
      .deleteScreen, .publish, .unpublish, .cancelPlan, .revisions, .revision, .revert,
      .announceEditor, .dismissEditor:
      try ContentController(server: self).respond(to: route, context)
    case .consents, .setConsents:
      try ConsentController(server: self).respond(to: route, context)
    case .sessions, .endOtherSessions, .endNamedSession:
      try SessionController(server: self).respond(to: route, context)
    }
  }
}

/// An answer and, of a stream, what follows its body.
public struct Answer: Sendable {
  public var response: Response
  public var stream: EventStream?

  init(_ response: Response, stream: EventStream? = nil) {
    self.response = response
    self.stream = stream
  }
}

/// What a server is started with.
public struct ServerConfiguration: Hashable, Sendable {
  /// Path of the SQLite file.
  public var database: String
  /// What an empty database is filled with.
  public var seed: Seed?
  /// What a demo's calendar is to show from now on; `nil` leaves it where it is.
  public var clock: Instant?

  public init(database: String, seed: Seed? = nil, clock: Instant? = nil) {
    self.database = database
    self.seed = seed
    self.clock = clock
  }
}

extension Problem {
  func with(requestID: String) -> Problem {
    var problem = self
    problem.requestID = requestID
    return problem
  }
}
