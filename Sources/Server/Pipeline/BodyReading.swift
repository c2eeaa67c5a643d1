import Content
public import Contract
import HTTPTypes
import Loyalty
import SQLite

extension RequestContext {
  /// Looks through the body before anything is locked for what it asks.
  ///
  /// What is no JSON, ambiguous or holds too much ends here, so that no request costs more than its
  /// route allows, and nothing is stored of it.
  mutating func read(bodyOf route: Route) {
    if case .putPicture(let digest) = route {
      do throws(Problem) {
        picture = .success(try SentPicture(request, digest, language))
      } catch {
        picture = .failure(error)
      }
      return
    }
    guard route.takesBody, !request.body.isEmpty else { return }
    do throws(Problem) {
      screen = .success(try screen(in: try value(route.bodyLimits), route))
    } catch {
      screen = .failure(error)
    }
  }

  private func value(_ limits: JSONLimits) throws(Problem) -> JSONValue {
    do throws(JSONFault) {
      return try JSONValue(json: request.body, limits: limits)
    } catch {
      throw Problem(error, limits, in: language)
    }
  }

  /// What is to be stored: well formed, cleaned, in the canonical form.
  private func screen(in value: JSONValue, _ route: Route) throws(Problem) -> WrittenScreen? {
    guard route.takesScreen else { return nil }
    guard let screen = Screen(value) else {
      throw Problem(WireError(reason: .invalid, pointer: ""), in: language)
    }
    try ContentRules(language: language).check(screen)
    return WrittenScreen(screen.content.cleaned.canonical)
  }
}

extension LoyaltyServer {
  /// The answer to a request whose body is not worth reading; `nil` when it is to be read, up to the
  /// route's `largestBody`.
  ///
  /// What is larger than usual is read only of somebody who may send it, which is looked up.
  ///
  /// - Parameter length: bytes, where the request says so.
  public func refusal(of request: Request, length: Int?) -> Response? {
    var context = RequestContext(request, clock)
    do {
      try request.checkLength(in: context.language)
      let route = try Route(request)
      context.route = route
      if let length, length > route.largestBody {
        throw Problem.tooLarge(route.largestBody, in: context.language)
      }
      if route.largestBody > Route.usualBody, length.map({ $0 > Route.usualBody }) ?? true {
        try checkSender(route, context)
      }
      return nil
    } catch {
      return refused(error, context).response
    }
  }

  /// The answer to a request whose body has turned out to be longer than its route takes.
  public func refusal(ofBodyOver limit: Int, in request: Request) -> Response {
    let context = RequestContext(request, clock)
    return refused(Problem.tooLarge(limit, in: context.language), context).response
  }

  /// Refuses who may not ask for what is asked for, without writing anything.
  func checkSender(_ route: Route, _ context: RequestContext) throws {
    var asking = context
    asking.mayWrite = false
    try store.database.read { _ in try admit(route, &asking) }
  }
}

extension Request {
  /// Bytes of the path with its query.
  static let longestTarget = 8192
  /// Bytes of all fields, their names too; less than the program reads, which has no words for more.
  static let largestFields = 12_288

  /// Refuses what is longer than any client of ours could have reason to send.
  func checkLength(in language: Language) throws(Problem) {
    guard target.utf8.count <= Request.longestTarget else {
      throw Problem(.targetTooLong, in: language)
    }
    let size = fields.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
    guard size <= Request.largestFields else { throw Problem(.fieldsTooLarge, in: language) }
  }
}
