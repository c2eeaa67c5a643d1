import Content
import HTTPTypes
import Loyalty

/// All that holds for a request by its route alone, and what the document says about it.
///
/// What gives rights has no default: a row that does not name them does not compile.
final class Endpoint: Sendable {
  let method: HTTPRequest.Method
  /// The path with its parameter as OpenAPI writes it.
  let template: String
  let access: Access
  let needs: Needs
  /// The part of the program that it belongs to: without that part it is not found.
  let feature: Feature?
  let body: Body?
  let answer: Answer
  /// Problems beyond those that the rules of the contract bring to every such route.
  let ownProblems: [Problem.Code]
  let id: String
  let summary: String
  /// Names in the document of the parameters of the query, which are described once for all routes.
  let queryParameters: [String]
  /// The same of the one in the path.
  let pathParameter: String?
  /// The route of what a request has in its path and its query.
  let route: @Sendable (Asked) throws(Problem) -> Route
  /// Of the template, around its parameter.
  let parts: (before: Substring, name: Substring, after: Substring)?

  init(
    _ method: HTTPRequest.Method, _ template: String, _ access: Access, needs: Needs,
    feature: Feature?, path: String? = nil, query: [String] = [], body: Body? = nil,
    answer: Answer, problems: [Problem.Code] = [], id: String, summary: String,
    route: @escaping @Sendable (Asked) throws(Problem) -> Route
  ) {
    self.method = method
    self.template = template
    self.access = access
    self.needs = needs
    self.feature = feature
    self.body = body
    self.answer = answer
    ownProblems = problems
    self.id = id
    self.summary = summary
    queryParameters = query
    pathParameter = path
    self.route = route
    parts = Endpoint.parts(of: template)
  }

  /// Who may ask.
  enum Access: Equatable, Sendable {
    /// Everybody, and a session makes no difference.
    case everybody
    /// Everybody; a session, where there is one, makes the answer another.
    case guestOrMember
    case member
    /// Members who have a role.
    case staff(Role)
  }

  /// What the request must carry beside its body.
  struct Needs: OptionSet, Sendable {
    let rawValue: Int

    /// An `Idempotency-Key`.
    static let key = Needs(rawValue: 1)
    /// In `If-Match` what it changes (428 without, 412 when it has changed meanwhile; RFC 6585,
    /// RFC 9110).
    static let ifMatch = Needs(rawValue: 2)
  }

  /// The body of the request.
  struct Body: Equatable, Sendable {
    /// Name in the document; `nil` of bytes that are no JSON.
    let schema: String?
    /// Media types, one of which the request says.
    let types: [String]
    /// Of the largest one that is read.
    let bytes: Int
    /// How much JSON it may hold.
    let limits: JSONLimits

    static func json(_ schema: String) -> Body { small(schema, "application/json") }

    /// Changes some members of what is there (RFC 7396).
    static func patch(_ schema: String) -> Body { small(schema, "application/merge-patch+json") }

    /// The content of a screen.
    static let screen = Body(
      schema: "Screen", types: ["application/json"], bytes: ContentLimits.bytes,
      limits: ContentLimits.values)

    static let picture = Body(
      schema: nil, types: PictureHead.Kind.allCases.map(\.mediaType),
      bytes: Picture.Limit.bytes, limits: Route.usualLimits)

    /// What a till says, with all the lines of its paper in two languages.
    static func paper(_ schema: String) -> Body {
      Body(
        schema: schema, types: ["application/json"], bytes: 512 * 1024,
        limits: JSONLimits(values: 8 * Receipt.mostGoods, depth: 8))
    }

    private static func small(_ schema: String, _ type: String) -> Body {
      Body(schema: schema, types: [type], bytes: Route.usualBody, limits: Route.usualLimits)
    }
  }

  /// A good answer; `schema` is its name in the document, `nil` of one without a body and of bytes
  /// that are no JSON.
  struct Answer: Sendable {
    var status = 200
    /// The status where there was nothing to do; `nil` where there always is.
    var repeated: Int?
    var schema: String?
    var types = ["application/json"]
    /// Fields beside those that all answers have; with `ETag` it can be a 304.
    var fields: [String] = []

    /// Is sent again only when it has changed.
    static func tagged(_ schema: String) -> Answer {
      Answer(schema: schema, fields: ["ETag", "Cache-Control", "Vary"])
    }
    /// Is sent each time.
    static func fresh(_ schema: String) -> Answer { Answer(schema: schema) }
    static func created(_ schema: String) -> Answer { Answer(status: 201, schema: schema) }
    static func accepted(_ schema: String) -> Answer { Answer(status: 202, schema: schema) }
    static func stream(_ schema: String) -> Answer {
      Answer(schema: schema, types: [ServerEvent.contentType])
    }
    static let nothing = Answer(status: 204)
    /// Puts something where it may be already.
    static func put(_ schema: String) -> Answer {
      Answer(status: 201, repeated: 200, schema: schema)
    }
    static let picture = Answer(
      types: PictureHead.Kind.allCases.map(\.mediaType), fields: ["ETag", "Cache-Control"])

    var hasBody: Bool { status != 204 }
    var isStream: Bool { types == [ServerEvent.contentType] }
    var isRevalidated: Bool { fields.contains("ETag") }
  }

  /// What a request has in its path and its query.
  struct Asked {
    var name = ""
    var query = Query()
    var language = Language.english
  }
}

extension Endpoint {
  /// A route of it; the parameters are their defaults.
  var example: Route {
    do throws(Problem) {
      return try route(Asked(name: parts.map { String($0.name) } ?? ""))
    } catch {
      preconditionFailure("\(template) needs a parameter: \(error)")
    }
  }
}
