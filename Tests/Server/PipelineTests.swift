import Content
import Contract
import HTTPTypes
import Loyalty
import Server
import Testing

struct PipelineTests {
  @Test func `fifty parallel posts with one key send one message`() async throws {
    let bench = try Bench()
    let key = Bench.key()
    let answers = await withTaskGroup(of: Response.self) { group in
      for _ in 0..<50 { group.addTask { await bench.requestCode(key: key) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(bench.codes.count == 1)
    // Who comes meanwhile waits for the first one, and gets its answer.
    #expect(answers.allSatisfy { $0.status == .accepted })
    let accepted = Set(answers.map(\.body))
    #expect(accepted.count == 1)
    // Whoever asks again gets the first answer, byte for byte.
    #expect(await bench.requestCode(key: key).body == accepted.first)
    #expect(bench.codes.count == 1)
  }

  @Test(arguments: [
    (1_795_431_905_000, "Mon, 23 Nov 2026 11:05:05 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
  ])
  func `an answer tells its date as the server's clock has it`(at: Int64, date: String) async throws
  {
    let bench = try Bench()
    bench.pass(seconds: (at - bench.now.rawValue) / 1000 - (at < 0 ? 1 : 0))
    #expect(await bench.send(.health).fields[.date] == date)
  }

  @Test func `a key is needed, and good for one request`() async throws {
    let bench = try Bench()
    let body = Wire.encode(CodeRequest(phone: Bench.anna))
    #expect(await bench.send(.requestCode, body: body).problem?.code == .idempotencyRequired)
    let key = Bench.key()
    #expect(await bench.requestCode(key: key).status == .accepted)
    let other = await bench.requestCode("+79031112233", key: key)
    #expect(other.problem?.code == .idempotencyMismatch)
  }

  @Test func `an answer that invites another try is not kept`() async throws {
    let bench = try Bench()
    for _ in 0..<3 { _ = await bench.requestCode() }
    let key = Bench.key()
    #expect(await bench.requestCode(key: key).status == .tooManyRequests)
    bench.pass(seconds: 61)
    #expect(await bench.requestCode(key: key).status == .accepted)
  }

  @Test func `what has not changed is not sent again`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    // What is never kept has no tag.
    let others: [Route] = [
      .health, .changes(since: nil), .events, .cardCode(Card.ID("id")),
      .sessions, .export, .screen(slug: "slug"), .draft(Screen.ID("id")),
      .revisions(Screen.ID("id")), .revision(ScreenRevision.ID("id")),
      .picture(sha256: "sha256"),
    ]
    let vera = try await bench.signIn(Bench.vera).accessToken
    let all = Route.all.filter { $0.method == .get && !others.contains($0) }
    for route in all + [.screen(slug: "about"), .draft(.news)] {
      let token = route.role == nil ? token : vera
      let first = await bench.send(route, token: token)
      let tag = try #require(first.fields[.eTag])
      bench.pass(seconds: 5)
      let second = await bench.send(route, token: token, fields: [.ifNoneMatch: tag])
      #expect(second.status == .notModified, "\(route)")
      #expect(second.body.isEmpty)
      let other = await bench.send(route, token: token, fields: [.ifNoneMatch: "\"other\""])
      #expect(other.status == .ok)
      #expect(other.fields[.vary] == "Authorization, Accept-Language")
    }
  }

  @Test func `each answer names the request, by our name and the client's`() async throws {
    let bench = try Bench()
    let response = await bench.send(.health, fields: [.originRequestID: "abc-1"])
    #expect(response.fields[.originRequestID] == "abc-1")
    #expect(response.fields[.requestID]?.hasPrefix("req_") == true)
    let hostile = await bench.send(.health, fields: [.originRequestID: "a b<script>"])
    #expect(hostile.fields[.originRequestID] == nil)
  }

  @Test func `problems speak the reader's language`() async throws {
    let bench = try Bench()
    let russian = await bench.send(.member, fields: [.acceptLanguage: "ru-RU, en;q=0.5"])
    #expect(russian.problem?.title == "Войдите, пожалуйста.")
    #expect(await bench.send(.member).problem?.title == "Please sign in.")
  }

  @Test(arguments: [
    ("/v1/nothing", 404), ("/", 404), ("", 404), ("/v1/%zz", 404),
  ])
  func `a strange place is no place`(target: String, status: Int) async throws {
    let response = await (try Bench()).server.respond(to: Request(target: target))
    #expect(response.status.code == status)
    #expect(response.problem != nil)
  }

  @Test func `a wrong method says which are right`() async throws {
    let request = Request(method: .put, target: "/v1/bootstrap")
    let response = await (try Bench()).server.respond(to: request)
    #expect(response.status == .methodNotAllowed)
    #expect(response.fields[.allow] == "GET, HEAD")
  }
}
