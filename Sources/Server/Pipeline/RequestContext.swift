import Content
import Contract
import HTTPTypes
import Loyalty

/// What all controllers know about a request.
struct RequestContext {
  let request: Request
  /// By the calendar, which data are about.
  var now: Instant
  /// By the machine's clock, which time limits go by.
  private(set) var machine: Instant
  /// Our own name for it; `originID` is the client's.
  let id: String
  let originID: String?
  let language: Language
  /// What is asked for, once that is known.
  var route: Route?
  /// Whose request it is, once that is known.
  var session: MemberSession?
  /// Whether what can be put off may be written; `false` while nobody can write.
  var mayWrite = true
  /// The content of a screen, in the body of a request that saves one; what is wrong with a body is
  /// told once it is known who sends it.
  var screen = Result<WrittenScreen?, Problem>.success(nil)
  /// The picture in the body of a request that brings one; what is wrong is told as of `screen`.
  var picture = Result<SentPicture?, Problem>.success(nil)
  /// Of the request, when it was made before the unit.
  var fingerprint: String?

  init(_ request: Request, _ clock: CalendarClock) {
    self.request = request
    machine = clock.machine
    now = Instant(milliseconds: machine.rawValue + clock.offset)
    id = Token.id("req")
    let origin = request.fields[.originRequestID].map { cleaned($0, limit: 64) }
    originID = origin.flatMap { text in
      text.isEmpty || !text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? nil : text
    }
    language = request.fields.language()
  }

  /// The same request when its turn has come.
  func begun(_ clock: CalendarClock) -> RequestContext {
    var context = self
    context.machine = clock.machine
    context.now = Instant(milliseconds: context.machine.rawValue + clock.offset)
    return context
  }

  /// The body as a value; a bad one is the client's fault and says where.
  func body<Body: Decodable>(_ type: Body.Type) throws(Problem) -> Body {
    do {
      return try Wire.decode(type, from: request.body)
    } catch {
      throw Problem(error, in: language)
    }
  }

  /// Who asks, after the session was checked.
  func member() throws(Problem) -> Member.ID {
    guard let session else { throw Problem(.unauthenticated, in: language) }
    return session.member
  }

  /// A refusal as an answer: what was written before it stays, unlike before one that is thrown.
  func answer(_ problem: Problem) -> Response {
    Response(problem.with(requestID: id), to: request)
  }
}
