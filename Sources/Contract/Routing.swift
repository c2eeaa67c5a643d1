import Content
public import HTTPTypes
import Loyalty

extension Route {
  /// One of each; the parameters are their defaults.
  public static let all: [Route] = [
    .health, .bootstrap, .requestCode, .verifyCode, .refreshSession, .endSession, .member, .cards,
    .balance, .ledger(PageQuery()), .rewards, .redemption(Reward.ID("id")), .coupons,
    .explanation, .tier(whatIf: nil), .changes(since: nil),
    .notifications, .readNotifications, .preferences, .setPreferences, .stores, .referral,
    .claimReferral,
    .promotions,
    .enrollment(Promotion.ID("id")),
    .leaving(Promotion.ID("id")), .stamps, .promoCode,
    .cardCode(Card.ID("id")), .purchases, .returns, .events,
    .changeProfile, .deleteMember, .consents, .setConsents, .sessions, .endOtherSessions,
    .endNamedSession(LoginSession.ID("id")), .export,
    .screens, .screen(slug: "slug"), .drafts, .contentChoices, .createScreen,
    .draft(Screen.ID("id")),
    .saveDraft(Screen.ID("id")), .deleteScreen(Screen.ID("id")), .publish(Screen.ID("id")),
    .unpublish(Screen.ID("id")), .cancelPlan(Screen.ID("id")), .revisions(Screen.ID("id")),
    .revision(ScreenRevision.ID("id")),
    .revert(Screen.ID("id")), .announceEditor(Screen.ID("id")), .dismissEditor(Screen.ID("id")),
  ]

  /// The request that asks for this route.
  ///
  /// - Parameter body: JSON; with one, the content type is set.
  public func request(body: [UInt8] = [], fields: HTTPFields = [:]) -> Request {
    var query = Query()
    switch self {
    case .ledger(let page):
      query.append("limit", String(page.limit))
      if let cursor = page.cursor { query.append("cursor", cursor) }
    case .tier(let points?): query.append("what_if_points", String(points.rawValue))
    case .changes(let token?): query.append("since", token)
    default: break
    }
    var fields = fields
    if fields[.accept] == nil { fields[.accept] = "\(answerType), application/problem+json" }
    if !body.isEmpty { fields[.contentType] = bodyType }
    return Request(method: method, target: path + query.text, fields: fields, body: body)
  }

  /// The route that a request asks for; `HEAD` asks for the same as `GET`.
  ///
  /// Throws `not_found`, `method_not_allowed` or `validation_failed` in the reader's language.
  public init(_ request: Request) throws(Problem) {
    let language = request.fields.language()
    let (path, text) = Route.parts(of: request.target)
    let method = request.method == .head ? .get : request.method
    let here = Route.all.filter { $0.parameter(in: path) != nil }
    guard !here.isEmpty else { throw Problem(.notFound, in: language) }
    guard let route = here.first(where: { $0.method == method }) else {
      throw Problem(.methodNotAllowed, in: language)
    }
    guard let query = Query(text) else {
      throw .invalid("query", .invalid, in: language)
    }
    switch route {
    case .ledger: self = .ledger(try PageQuery(query, in: language))
    case .redemption: self = .redemption(Reward.ID(route.parameter(in: path) ?? ""))
    case .cardCode: self = .cardCode(Card.ID(route.parameter(in: path) ?? ""))
    case .tier: self = .tier(whatIf: try Route.whatIf(query, in: language))
    case .changes: self = .changes(since: query["since"])
    case .enrollment: self = .enrollment(Promotion.ID(route.parameter(in: path) ?? ""))
    case .leaving: self = .leaving(Promotion.ID(route.parameter(in: path) ?? ""))
    case .endNamedSession:
      self = .endNamedSession(LoginSession.ID(route.parameter(in: path) ?? ""))
    default: self = route.naming(route.parameter(in: path) ?? "")
    }
  }

  /// The same route of content with another thing in its path.
  private func naming(_ name: String) -> Route {
    switch self {
    case .screen: .screen(slug: name)
    case .draft: .draft(Screen.ID(name))
    case .saveDraft: .saveDraft(Screen.ID(name))
    case .deleteScreen: .deleteScreen(Screen.ID(name))
    case .publish: .publish(Screen.ID(name))
    case .unpublish: .unpublish(Screen.ID(name))
    case .cancelPlan: .cancelPlan(Screen.ID(name))
    case .revisions: .revisions(Screen.ID(name))
    case .revision: .revision(ScreenRevision.ID(name))
    case .revert: .revert(Screen.ID(name))
    case .announceEditor: .announceEditor(Screen.ID(name))
    case .dismissEditor: .dismissEditor(Screen.ID(name))
    default: self
    }
  }

  /// Most points that can be supposed.
  static let whatIfLimits = 0...1_000_000_000

  private static func whatIf(_ query: Query, in language: Language) throws(Problem) -> Points? {
    guard let text = query["what_if_points"] else { return nil }
    guard let points = Int(text), whatIfLimits.contains(points), text == String(points) else {
      throw .invalid("what_if_points", .outOfRange, in: language)
    }
    return Points(Int64(points))
  }

  /// What can be done at a request's path, for the `Allow` field.
  public static func methods(at target: String) -> [HTTPRequest.Method] {
    let path = parts(of: target).path
    let methods = all.filter { $0.parameter(in: path) != nil }.map(\.method)
    return methods.contains(.get) ? methods + [.head] : methods
  }

  private static func parts(of target: String) -> (path: Substring, query: Substring) {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    return (path, target.dropFirst(path.count).dropFirst().prefix { $0 != "#" })
  }
}

extension PageQuery {
  /// Longest cursor that is looked at, in bytes.
  static let longestCursor = 512

  fileprivate init(_ query: Query, in language: Language) throws(Problem) {
    self.init()
    if let text = query["limit"] {
      guard let limit = Int(text), PageQuery.limits.contains(limit), text == String(limit) else {
        throw .invalid("limit", .outOfRange, in: language)
      }
      self.limit = limit
    }
    if let text = query["cursor"] {
      guard !text.isEmpty, text.utf8.count <= PageQuery.longestCursor else {
        throw .invalid("cursor", .invalid, in: language)
      }
      cursor = text
    }
  }
}
