import Contract
import HTTPTypes
import Loyalty
import Testing

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

  @Test func `who joins has accepted the terms, which only the end of the account takes back`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn("+79990009988").accessToken
    let terms = try #require(try await consents(bench, token)["terms"])
    #expect(terms.isRequired && terms.givenAt == bench.now)
    let answer = await set(
      bench, token, [.init(id: terms.id, isGiven: false, version: terms.version)])
    #expect(answer.problem?.errors.map(\.code) == ["required"])
    #expect(try await consents(bench, token)["terms"] == terms)
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
