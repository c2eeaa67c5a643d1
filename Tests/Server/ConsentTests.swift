import Contract
import HTTPTypes
import Loyalty
import Testing
import YAML

@testable import Server

struct ConsentTests {
  private func consents(_ bench: Bench, _ token: String) async throws -> [String: Consent] {
    let body = await bench.send(.consents, token: token).body
    let consents = try Wire.decode(Consents.self, from: body).consents
    return Dictionary(uniqueKeysWithValues: consents.map { ($0.id.rawValue, $0) })
  }

  private func set(
    _ bench: Bench, _ token: String, _ changes: [Consent.Change]
  ) async -> Response {
    await bench.send(
      .setConsents, body: Wire.encode(ConsentChanges(changes: changes)), token: token,
      key: Bench.key())
  }

  @Test func `a consent has the time when it was given first, and goes when taken back`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try await consents(bench, token)
    let marketing = try #require(before["marketing"])
    #expect(!marketing.isGiven)
    let give = Consent.Change(id: marketing.id, isGiven: true, version: marketing.version)
    let at = bench.now
    #expect(await set(bench, token, [give]).status == .ok)
    bench.pass(seconds: 60)
    #expect(await set(bench, token, [give]).status == .ok)
    let given = try await consents(bench, token)["marketing"]
    #expect(given?.givenAt == at && given?.givenVersion == marketing.version)
    let back = Consent.Change(id: marketing.id, isGiven: false, version: "any")
    #expect(await set(bench, token, [back]).status == .ok)
    #expect(try await consents(bench, token) == before)
  }

  @Test func `who joins has agreed to nothing before they say so, and then keeps the terms`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn("+79990009988").accessToken
    let terms = try #require(try await consents(bench, token)["terms"])
    #expect(terms.isRequired && !terms.isGiven)
    #expect(terms.document?.value(in: .russian)?.contains("Участие") == true)
    #expect(terms.document?.value(in: .english)?.contains("Membership") == true)
    #expect(try bench.server.store.consentHistory(of: try await id(bench, token)) == [])
    let give = Consent.Change(id: terms.id, isGiven: true, version: terms.version)
    #expect(await set(bench, token, [give]).status == .ok)
    let given = try #require(try await consents(bench, token)["terms"])
    #expect(given.givenAt == bench.now && given.isCurrent)
    let answer = await set(
      bench, token, [.init(id: terms.id, isGiven: false, version: terms.version)])
    #expect(answer.problem?.errors.map(\.code) == ["required"])
    #expect(try await consents(bench, token)["terms"] == given)
  }

  @Test func `whoever has agreed to nothing is refused nothing: older clients do not ask`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn("+79990009988").accessToken
    for route in [Route.member, .cards, .balance, .rewards, .coupons] {
      #expect(await bench.send(route, token: token).status == .ok)
    }
  }

  @Test func `newer terms are to be agreed to, and what was agreed to before is kept`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try #require(try await consents(bench, token)["terms"])
    #expect(before.isCurrent)
    let newer = Array("version: 2027-01\ntext: {ru: Новое, en: New}\n".utf8)
    #expect(
      try bench.server.publishTerms(newer, file: "t.yaml") == .published(version: "2027-01"))
    #expect(
      try bench.server.publishTerms(newer, file: "t.yaml") == .unchanged(version: "2027-01"))
    let terms = try #require(try await consents(bench, token)["terms"])
    #expect(terms.isGiven && !terms.isCurrent && terms.givenVersion == before.version)
    #expect(terms.document == [.russian: "Новое", .english: "New"])
    // The text of before cannot be agreed to any more.
    let old = Consent.Change(id: terms.id, isGiven: true, version: before.version)
    #expect(await set(bench, token, [old]).problem?.errors.map(\.code) == ["outdated"])
    bench.pass(seconds: 60)
    let give = Consent.Change(id: terms.id, isGiven: true, version: terms.version)
    #expect(await set(bench, token, [give]).status == .ok)
    let history = try bench.server.store.consentHistory(of: try await id(bench, token))
    #expect(history.map(\.version) == [before.version, "2027-01"])
    #expect(history.last?.at == bench.now)
  }

  @Test func `a version is one text: what somebody has agreed to does not change`() throws {
    let bench = try Bench()
    let other = Array("version: 2026-06\ntext: {ru: Иное, en: Other}\n".utf8)
    #expect(try bench.server.publishTerms(other, file: "t.yaml") == .versionTaken("2026-06"))
    #expect(throws: YAMLError.self) {
      try bench.server.publishTerms(Array("text: {ru: Иное}".utf8), file: "t.yaml")
    }
  }

  private func id(_ bench: Bench, _ token: String) async throws -> Member.ID {
    try Wire.decode(Member.self, from: await bench.send(.member, token: token).body).id
  }

  @Test(arguments: [
    ("marketing", "1999-01", "/changes/1/version"), ("cookies", "1", "/changes/1/id"),
  ])
  func `a text of before and an unknown consent are refused, with all beside them`(
    id: String, version: String, pointer: String
  ) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try await consents(bench, token)
    let profiling = try #require(before["profiling"])
    let answer = await set(
      bench, token,
      [
        .init(id: profiling.id, isGiven: true, version: profiling.version),
        .init(id: .init(id), isGiven: true, version: version),
      ])
    #expect(answer.status.code == 422)
    #expect(answer.problem?.errors.map(\.pointer) == [pointer])
    #expect(try await consents(bench, token) == before)
  }

  @Test(arguments: [0, 21])
  func `too few or too many changes are refused`(count: Int) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let change = Consent.Change(id: .init("marketing"), isGiven: false, version: "1")
    #expect(await set(bench, token, Array(repeating: change, count: count)).status.code == 422)
  }
}
