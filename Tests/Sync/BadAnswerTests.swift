import Contract
import HTTPTypes
import LocalStore
import Loyalty
import TestSupport
import Testing
import Transport

@testable import Sync

/// What a server may answer instead of what was asked for; what is stored stays.
struct BadAnswerTests {
  enum Wrong: CaseIterable {
    case malformed
    case truncated
    case empty
    case wrongTypes
    case nothingRequired
    case deeplyNested
    case page
    case huge
    case endless
    case cutOff
    case bareError
    case unreadableProblem
    case unasked

    var answer: Line.Answer {
      switch self {
      case .malformed: json("{\"data\": [1, 2,, ]}")
      case .truncated: json("{\"data\": [{\"id\": \"a\", \"tit")
      case .empty: json("")
      case .wrongTypes:
        json(
          """
          {"id": 5, "name": [], "available": "7", "data": {"id": "a"}, "page": 0, "program": "x"}
          """)
      case .nothingRequired: json("{}")
      case .deeplyNested: json(String(repeating: "[", count: 200_000))
      case .page:
        .response(
          Response(
            status: .ok, fields: [.contentType: "text/html"], body: Array("<html>".utf8)))
      case .huge: json(String(repeating: " ", count: 10 << 20))
      case .endless: .failure(.tooLarge(limit: 8 << 20))
      case .cutOff: .failure(.truncated)
      case .bareError: .response(Response(status: .internalServerError))
      case .unreadableProblem:
        .response(
          Response(
            status: .internalServerError, fields: [.contentType: "application/problem+json"],
            body: Array("{\"title\": \"".utf8)))
      case .unasked: .response(Response(status: .found, fields: [.location: "/elsewhere"]))
      }
    }

    private func json(_ text: String) -> Line.Answer {
      .response(
        Response(
          status: .ok, fields: [.contentType: "application/json", .eTag: "\"bad\""],
          body: Array(text.utf8)))
    }
  }

  @Test(arguments: Wrong.allCases)
  func `what makes no sense is named and changes nothing`(wrong: Wrong) async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    let token = try bench.store.changesToken()
    bench.line.answer { _ in wrong.answer }
    let whole = await failure { try await bench.engine.pull(language: .english) }
    switch wrong {
    case .huge, .endless: #expect(whole == .tooLarge)
    case .page, .unasked, .bareError, .unreadableProblem, .nothingRequired, .wrongTypes:
      #expect(whole?.isOffline == true, "\(String(describing: whole))")
    default: #expect(whole?.isGarbled == true, "\(String(describing: whole))")
    }
    let offset = Wrong.allCases.firstIndex(of: wrong) ?? 0
    for resource in Effort.sample(Array(Resource.pulled), every: 6, from: offset) {
      guard case .response(let response) = wrong.answer, response.status == .ok, wrong != .huge
      else { continue }
      bench.answer(resource) { _ in response }
      let failure = await failure { try await bench.engine.pull(language: .english) }
      #expect(failure?.isGarbled == true, "\(String(describing: failure))")
    }
    #expect(try bench.store.changesToken() == token)
    #expect(try bench.contents() == before)
    bench.line.answer(by: nil)
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary.confirmed == Set(Resource.pulled))
  }

  @Test func `a confirmation that nobody asked for is garbled`() async throws {
    let bench = try Bench()
    bench.line.answer { _ in .response(Response(status: .notModified)) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure?.isGarbled == true)
    #expect(try bench.stored().isEmpty)
  }

  @Test func `what does not say that it is JSON is not read as such`() async throws {
    let bench = try Bench()
    bench.line.answer { [backend = bench.backend] request in
      var response = await backend.respond(to: request)
      response.fields[.contentType] = "text/html"
      return .response(response)
    }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure == .offline(.otherPage, "a page in place of an answer"))
    #expect(try bench.stored().isEmpty)
  }

  @Test(
    arguments: [
      (Response(status: .ok, fields: [.contentType: "text/html; charset=utf-8"]), .otherPage),
      (Response(status: .ok, body: Array("\n <!DOCTYPE html><p>".utf8)), .otherPage),
      (Response(status: .init(code: 511)), .networkLogin),
      (
        Response(status: .found, fields: [.location: "http://anna:pw@login.hotel.example:80/x"]),
        .redirected(to: "login.hotel.example:80")
      ),
      (Response(status: .notFound, fields: [.contentType: "text/html"]), .otherPage),
      (
        Response(
          status: .serviceUnavailable, fields: [.contentType: "text/plain"],
          body: Array("Back at noon\u{1B}[2J\nmore".utf8)), .unavailable(words: "Back at noon[2J")
      ),
      (
        Response(
          status: .serviceUnavailable, fields: [.contentType: "application/problem+json"],
          body: Array("{\"title\": \"Down\", \"detail\": \"Until 18:00.\"}".utf8)),
        .unavailable(words: "Until 18:00.")
      ),
      (Response(status: .badGateway), .unavailable(words: nil)),
      (
        Response(
          status: .serviceUnavailable,
          fields: [.contentType: "application/problem+json", .retryAfter: "600"],
          body: Wire.encode(
            Problem(status: 503, code: .maintenance, title: "Repairs", detail: "Until noon."))),
        .unavailable(words: "Until noon.", seconds: 600)
      ),
      (
        Response(Problem(.busy, in: .english, retryAfter: 60), to: Request(target: "/")),
        .unavailable(words: Problem.Code.busy.title(in: .english), seconds: 60)
      ),
      (
        Response(status: .serviceUnavailable, fields: [.retryAfter: "600"]),
        .unavailable(words: nil, seconds: 600)
      ),
      (
        Response(
          status: .internalServerError, fields: [.contentType: "text/plain"],
          body: Array("upstream".utf8)), .status(500)
      ),
      (
        Response(status: .internalServerError, fields: [.contentType: "text/html"]), .status(500)
      ),
      (Response(status: .tooManyRequests, fields: [.retryAfter: "30"]), .busy(seconds: 30)),
      (Response(status: .tooManyRequests), .busy(seconds: nil)),
      (Response(status: .init(code: 451), fields: [.contentType: "text/html"]), .status(451)),
      (Response(status: .noContent), .foreign),
      (Response(status: .ok, fields: [.contentType: "text/plain"]), .foreign),
      (
        Response(
          status: .ok, fields: [.contentType: "application/json"],
          body: Array("{\"login\": \"required\"}".utf8)), .foreign
      ),
      (
        Response(
          status: .ok, fields: [.contentType: "application/json"], body: Array("[1]".utf8)),
        .foreign
      ),
      (
        Response(
          status: .ok, fields: [.contentType: "application/json"],
          body: Array("<html><body>Log in".utf8)), .otherPage
      ),
      (
        Response(
          status: .badRequest, fields: [.contentType: "text/html"],
          body: Array("<p>The plain HTTP request was sent to HTTPS port".utf8)), .needsTLS
      ),
    ] as [(Response, Unreached)])
  func `what answers in place of the server is named`(
    response: Response, cause: Unreached
  ) async throws {
    let bench = try Bench()
    bench.line.answer { _ in .response(response) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    guard case .offline(let found, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(found == cause)
  }

  @Test func `a server that is too new says so, with a problem or without`() async throws {
    let bench = try Bench()
    bench.line.answer { _ in .response(Response(status: .init(code: 426))) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    guard case .problem(let problem) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(problem.code == .clientTooOld)
  }

  @Test func `a failure tells the log where, and never what`() async throws {
    let bench = try await Bench.synced()
    bench.answer(.member) { _ in
      .json(["id": "mem_secret", "name": "Secret", "joined_at": "secret"])
    }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    guard case .garbled(let cause) = failure else {
      Issue.record("not garbled: \(String(describing: failure))")
      return
    }
    #expect(cause.contains("/phone") || cause.contains("/joined_at"))
    #expect(!cause.lowercased().contains("secret"))
  }
}

extension SyncFailure {
  var isGarbled: Bool {
    if case .garbled = self { true } else { false }
  }

  var isOffline: Bool {
    if case .offline = self { true } else { false }
  }
}
