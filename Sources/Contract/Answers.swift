public import HTTPTypes

extension Response {
  /// An answer with a JSON body.
  public static func json(
    _ body: some Encodable, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:]
  ) -> Response {
    var fields = fields
    fields[.contentType] = "application/json"
    return Response(status: status, fields: fields, body: Wire.encode(body))
  }

  /// An answer that the client may keep and ask about again: with an entity tag, and without the
  /// body (304) when the request already names it.
  public static func revalidated(_ body: some Encodable, for request: Request) -> Response {
    revalidated(encoded: Wire.encode(body), for: request)
  }

  /// The same for a body that is JSON already.
  public static func revalidated(encoded body: [UInt8], for request: Request) -> Response {
    var response = Response(status: .ok, fields: [.contentType: "application/json"], body: body)
    let tag = EntityTag(of: response.body)
    response.fields[.eTag] = tag.description
    response.fields[.cacheControl] = "private, no-cache"
    response.fields[.vary] = "Authorization, Accept-Language"
    guard let known = request.fields[.ifNoneMatch], tag.isNamed(by: known) else { return response }
    response.status = .notModified
    response.fields[.contentType] = nil
    response.body = []
    return response
  }

  /// The problem as an answer, with the fields that go with its code.
  public init(_ problem: Problem, to request: Request) {
    var fields: HTTPFields = [
      .contentType: "application/problem+json", .cacheControl: "no-store",
    ]
    if let seconds = problem.retryAfter { fields[.retryAfter] = String(seconds) }
    switch problem.code {
    case .methodNotAllowed:
      fields[.allow] = Route.methods(at: request.target).map(\.rawValue).joined(separator: ", ")
    case .unauthenticated: fields[.wwwAuthenticate] = "Bearer"
    default: break
    }
    self.init(
      status: HTTPResponse.Status(code: problem.status), fields: fields, body: Wire.encode(problem))
  }

  /// What the server says went wrong; `nil` when it did not say it as a problem.
  public var problem: Problem? {
    guard fields[.contentType]?.hasPrefix("application/problem+json") == true else { return nil }
    // An unreadable problem is no problem of the contract: the caller then goes by the status.
    return try? Wire.decode(Problem.self, from: body)
  }
}
