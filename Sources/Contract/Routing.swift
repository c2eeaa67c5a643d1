public import HTTPTypes
import Loyalty

extension Route {
  /// One of each; the parameters are their defaults.
  public static let all: [Route] = Endpoint.all.map(\.example)

  /// The request that asks for this route.
  ///
  /// - Parameter body: with one, the content type is set where the fields do not say it.
  public func request(body: [UInt8] = [], fields: HTTPFields = [:]) -> Request {
    let (endpoint, name, query) = asks
    var fields = fields
    if fields[.accept] == nil {
      fields[.accept] = (endpoint.answer.types + ["application/problem+json"])
        .joined(separator: ", ")
    }
    if !body.isEmpty, fields[.contentType] == nil { fields[.contentType] = bodyType }
    return Request(
      method: endpoint.method, target: endpoint.path(name) + query.text, fields: fields, body: body)
  }

  /// The route that a request asks for; `HEAD` asks for the same as `GET`.
  ///
  /// Throws `not_found`, `method_not_allowed` or `validation_failed` in the reader's language.
  public init(_ request: Request) throws(Problem) {
    let language = request.fields.language()
    let (path, text) = Route.parts(of: request.target)
    let method = request.method == .head ? .get : request.method
    let here = Endpoint.all.filter { $0.parameter(in: path) != nil }
    guard !here.isEmpty else { throw Problem(.notFound, in: language) }
    guard let endpoint = here.first(where: { $0.method == method }) else {
      throw Problem(.methodNotAllowed, in: language)
    }
    guard let query = Query(text) else {
      throw .invalid("query", .invalid, in: language)
    }
    self = try endpoint.route(
      Endpoint.Asked(
        name: endpoint.parameter(in: path) ?? "", query: query, language: language))
  }

  /// Most points that can be supposed.
  static let whatIfLimits = 0...1_000_000_000

  /// What can be done at a request's path, for the `Allow` field.
  public static func methods(at target: String) -> [HTTPRequest.Method] {
    let path = parts(of: target).path
    let methods = Endpoint.all.filter { $0.parameter(in: path) != nil }.map(\.method)
    return methods.contains(.get) ? methods + [.head] : methods
  }

  private static func parts(of target: String) -> (path: Substring, query: Substring) {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    return (path, target.dropFirst(path.count).dropFirst().prefix { $0 != "#" })
  }
}

extension Endpoint.Asked {
  func whatIf() throws(Problem) -> Points? {
    guard let text = query["what_if_points"] else { return nil }
    guard let points = Int(text), Route.whatIfLimits.contains(points), text == String(points)
    else { throw .invalid("what_if_points", .outOfRange, in: language) }
    return Points(Int64(points))
  }
}

extension PageQuery {
  /// Longest cursor that is looked at, in bytes.
  static let longestCursor = 512

  var query: Query {
    var query = Query()
    query.append("limit", String(limit))
    if let cursor { query.append("cursor", cursor) }
    return query
  }

  init(_ query: Query, in language: Language) throws(Problem) {
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
