import Content
import Contract
import HTTPTypes
import Loyalty
import TestSupport
import Testing

@Suite struct RoutingTests {
  @Test func `every route is in the list of all, once`() {
    #expect(casesLeftOut(of: Route.all) { $0 == Route.self } == [])
    #expect(Route.all.allSatisfy { route in Route.all.count { $0 == route } == 1 })
    #expect(Set(Route.all.map { "\($0.method) \($0.template)" }).count == Route.all.count)
  }

  @Test(
    arguments: Route.all + [
      .ledger(PageQuery(limit: 1, cursor: "abc-_")),
      .tier(whatIf: Points(0)), .tier(whatIf: Points(1_000_000_000)),
      .ledger(PageQuery(limit: 100, cursor: "a b+c&limit=5#%\u{E9}?/😀")),
      .redemption(Reward.ID("a b+c/../%2F?é#😀")), .redemption(Reward.ID("redemptions")),
      .changes(since: "a+b/c="), .enrollment(Promotion.ID("a b/é")),
      .leaving(Promotion.ID("enrollment")),
      .cardCode(Card.ID("a b+c/../%2F?é#😀")),
      .endNamedSession(LoginSession.ID("a b+c/../%2F?é#😀")),
      .screen(slug: "a b+c/../%2F?é#😀"), .saveDraft(Screen.ID("a b+c/../%2F?é#😀")),
      .revision(ScreenRevision.ID("publication")), .publish(Screen.ID("publication")),
      .picture(sha256: "a b+c/../%2F?é#😀"), .putPicture(sha256: "screens"),
    ])
  func `a route becomes a request and the same route again`(route: Route) throws {
    #expect(try Route(route.request()) == route)
  }

  @Test func `a body brings its content type, and given fields stay`() {
    let request = Route.requestCode.request(
      body: Wire.encode(CodeRequest(phone: "+79161234567")), fields: [.idempotencyKey: "k1"])
    #expect(request.method == .post)
    #expect(request.target == "/v1/auth/otp")
    #expect(request.fields[.contentType] == "application/json")
    #expect(request.fields[.idempotencyKey] == "k1")
    #expect(Route.health.request().fields[.contentType] == nil)
    let patch = Route.changeProfile.request(body: Wire.encode(ProfilePatch([.city: nil])))
    #expect(patch.fields[.contentType] == "application/merge-patch+json")
  }

  @Test func `the session that asks is no session of that name`() throws {
    let request = Request(method: .delete, target: "/v1/me/sessions/current")
    #expect(try Route(request) == .endSession)
  }

  @Test(arguments: [
    "/v1/rewards//redemptions", "/v1/rewards/redemptions", "/v1/rewards/a/b/redemptions",
    "/v1/rewards/a", "/v1/rewards/%zz/redemptions", "/v1/rewards/%FF/redemptions",
    "/v1/rewards/" + String(repeating: "a", count: 101) + "/redemptions",
    "/", "", "*", "/v1", "/v1/me/", "/v1/ME", "/v2/me", "/v1/me/%6cedger", "//v1/me",
  ])
  func `an unknown path is not found`(target: String) {
    let problem = #expect(throws: Problem.self) { try Route(Request(target: target)) }
    #expect(problem?.code == .notFound)
    #expect(problem?.status == 404)
  }

  @Test func `a known path with another method says what is allowed`() {
    let request = Request(method: .delete, target: "/v1/me/cards?x=1")
    let problem = #expect(throws: Problem.self) { try Route(request) }
    #expect(problem?.code == .methodNotAllowed)
    #expect(problem.map { Response($0, to: request).fields[.allow] } == "GET, HEAD")
    #expect(Route.methods(at: "/v1/auth/otp") == [.post])
    #expect(throws: Problem.self) { try Route(Request(method: .head, target: "/v1/auth/otp")) }
  }

  @Test func `HEAD asks for the same as GET`() throws {
    #expect(try Route(Request(method: .head, target: "/v1/me")) == .member)
  }

  @Test(arguments: [
    ("limit=0", "limit"), ("limit=101", "limit"), ("limit=-1", "limit"), ("limit=", "limit"),
    ("limit=1e2", "limit"), ("limit=007", "limit"), ("limit=99999999999999999999", "limit"),
    ("cursor=", "cursor"), ("cursor=" + String(repeating: "a", count: 513), "cursor"),
    ("cursor=%FF", "query"), ("cursor=%4", "query"), ("cursor=%zz", "query"),
  ])
  func `a query that is out of range names its parameter`(query: String, name: String) {
    let problem = #expect(throws: Problem.self) {
      try Route(Request(target: "/v1/me/ledger?\(query)"))
    }
    #expect(problem?.code == .validationFailed)
    #expect(problem?.errors.map(\.pointer) == [name])
  }

  @Test(arguments: ["", "-1", "1000000001", "1e3", "007", "99999999999999999999"])
  func `what is supposed has limits`(points: String) {
    let problem = #expect(throws: Problem.self) {
      try Route(Request(target: "/v1/me/tier?what_if_points=\(points)"))
    }
    #expect(problem?.errors.map(\.pointer) == ["what_if_points"])
  }

  @Test func `parameters that nobody knows are passed over`() throws {
    let request = Request(target: "/v1/me/ledger?utm=1&limit=7&&=x&limit=9#top")
    #expect(try Route(request) == .ledger(PageQuery(limit: 7)))
  }

  @Test func `a problem speaks the reader's language`() {
    let request = Request(
      target: "/v1/me/ledger?limit=0", fields: [.acceptLanguage: "ru-RU,ru;q=0.9,en;q=0.8"])
    let problem = #expect(throws: Problem.self) { try Route(request) }
    #expect(problem?.title == Problem.Code.validationFailed.title(in: .russian))
    #expect(problem?.errors.map(\.message) == ["Значение вне пределов."])
  }
}
