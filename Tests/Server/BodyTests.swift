import Content
import Contract
import Foundation
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

@Suite struct BodyTests {
  /// A content with this many values beside the few that it needs.
  private static func draft(numbers: Int) -> [UInt8] {
    let numbers = String(repeating: "0,", count: max(0, numbers - 1)) + "0"
    return Array(
      #"{"slug":"x","title":{"en":"X"},"blocks":[],"moon":[\#(numbers)]}"#.utf8)
  }

  private static func profile(of bytes: Int) -> [UInt8] {
    let start = Array(#"{"first_name":""#.utf8)
    return start + [UInt8](repeating: 0x61, count: bytes - start.count - 2) + Array("\"}".utf8)
  }

  @Test func `a body may be as large as its route says and no larger`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Bench.vera).accessToken
    for (route, largest) in [(Route.changeProfile, 16_384), (.createScreen, 1 << 20)] {
      #expect(route.largestBody == largest)
      let fits = await bench.send(
        route, body: BodyTests.profile(of: largest), token: token, key: Bench.key())
      #expect(fits.status.code == 422)
      let more = await bench.send(
        route, body: BodyTests.profile(of: largest + 1), token: token, key: Bench.key())
      #expect(more.status.code == 413)
      #expect(try bench.problem(more).detail == "At most \(largest / 1024) kB are taken here.")
    }
  }

  @Test func `what is too much is refused in words before anything is stored`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Bench.vera).accessToken
    func rows() throws -> Int64? {
      try bench.server.store.database.read { connection in
        try connection.first("SELECT count(*) FROM idempotency") { $0.int(0) }
      }
    }
    let before = try rows()
    let limit = ContentLimits.values.values
    for (body, status, detail) in [
      (BodyTests.draft(numbers: 450_000), 413, "It holds more than \(limit) values."),
      (BodyTests.draft(numbers: limit), 413, "It holds more than \(limit) values."),
      (Array("[1e400]".utf8), 422, nil), (Array(#"{"a":1,"a":2}"#.utf8), 422, nil),
      ([0x7B, 0xFF, 0x7D], 422, nil), ([UInt8](repeating: 0x5B, count: 100_000), 422, nil),
    ] as [([UInt8], Int, String?)] {
      let answer = await bench.send(.createScreen, body: body, token: token, key: Bench.key())
      let problem = try bench.problem(answer)
      #expect(problem.status == status && problem.detail == detail)
      #expect(status == 413 || problem.errors.count == 1)
    }
    #expect(try rows() == before)
    let fits = await bench.send(
      .createScreen, body: BodyTests.draft(numbers: 10_000), token: token, key: Bench.key())
    #expect(fits.status == .created)
  }

  @Test(arguments: Route.all.filter { $0.takesBody && !$0.takesPicture })
  func `a body that is ambiguous or too much is refused by every route`(route: Route) async throws {
    let bench = try Bench()
    let phone = route.role == .admin ? Bench.admin : Bench.vera
    let token = route.needsSession ? try await bench.signIn(phone).accessToken : nil
    let many = "[" + String(repeating: "0,", count: route.bodyLimits.values) + "0]"
    for (body, code) in [
      (#"{"phone":"a","phone":"b"}"#, Problem.Code.validationFailed),
      (#"{"x":1e999}"#, .validationFailed), (many, .bodyTooLarge),
    ] {
      let answer = await bench.send(
        route, body: Array(body.utf8), token: token, key: Bench.key(), fields: [.ifMatch: "*"])
      #expect(answer.problem?.code == code)
    }
  }

  @Test func `only who may send a large body is asked for it`() async throws {
    let bench = try Bench()
    let (anna, vera) = (
      try await bench.signIn().accessToken, try await bench.signIn(Bench.vera).accessToken
    )
    func refusal(_ route: Route, _ token: String?, _ length: Int?) -> Int? {
      var request = route.request()
      request.fields.bearerToken = token
      return bench.server.refusal(of: request, length: length)?.status.code
    }
    #expect(refusal(.createScreen, nil, 20_000) == 401)
    #expect(refusal(.createScreen, nil, nil) == 401)
    #expect(refusal(.createScreen, anna, 20_000) == 403)
    #expect(refusal(.createScreen, vera, 20_000) == nil)
    #expect(refusal(.createScreen, vera, 1 << 21) == 413)
    #expect(refusal(.changeProfile, nil, 20_000) == 413)
    #expect(refusal(.changeProfile, anna, 16_384) == nil)
    #expect(bench.server.refusal(of: Request(target: "/v1/x"), length: 9)?.status.code == 404)
  }

  @Test func `an address or fields that are too long are refused in words`() async throws {
    let bench = try Bench()
    let long = String(repeating: "a", count: 8192)
    let target = await bench.server.respond(to: Request(target: "/v1/changes?since=\(long)"))
    #expect(target.status.code == 414 && target.problem?.code == .targetTooLong)
    let fields = await bench.send(.health, fields: [.userAgent: long, .accept: long])
    #expect(fields.status.code == 431 && fields.problem?.code == .fieldsTooLarge)
  }

  @Test func `a list of screens costs the same whatever their drafts hold`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Bench.vera).accessToken
    let draft = try await bench.screen(.draft(.news), token)
    var heavy = draft.content
    heavy.members["moon"] = .array(
      (0..<15).map { .string("\($0)" + String(repeating: "x", count: 19_000)) })
    let saved = await bench.ask(.saveDraft(.news), token, body: heavy, tag: draft.etag)
    #expect(saved.status == .ok)
    let list = await bench.ask(.drafts, token)
    #expect(list.body.count < 10_000)
    let news = try #require(
      try Wire.decode(Page<Screen>.self, from: list.body).data.first { $0.id == .news })
    let made = try await bench.screen(.draft(.news), token)
    #expect(news.title == draft.title && news.tab == draft.tab && news.blocks.isEmpty)
    #expect(news.etag == made.etag && news.status == .modified)
    for name in ["revision", "published_revision", "published_at", "updated_at", "updated_by"] {
      #expect(news.members[name] == made.members[name])
    }
    // Whoever looks for a content finds it by its key, and no list reads past one.
    let plans = try bench.server.store.database.read { connection in
      try ["\(ScreenRow.query) ORDER BY slug", ContentDesk.revisionList].flatMap { query in
        try connection.query(
          "EXPLAIN QUERY PLAN \(query)", query.contains("?") ? [.text("scr_news")] : []
        ) { $0.text(3) }
      }
    }
    #expect(!plans.contains { $0.contains("screen_revision") && !$0.contains("COVERING") })
  }

  @Test func `lists of a database from before know their titles`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Bench.vera).accessToken
    let before = await bench.ask(.drafts, token).body
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute(
        """
        UPDATE screen SET title = NULL, tab = NULL, author = NULL, author_name = NULL,
          updated_at = NULL, shown_at = NULL
        """)
    }
    let again = try Bench(sharing: bench)
    #expect(await again.ask(.drafts, token).body == before)
  }
}
