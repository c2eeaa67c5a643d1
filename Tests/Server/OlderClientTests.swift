import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

/// What a client sends that was made before anybody was asked for the terms, byte by byte, and what it
/// reads.
struct OlderClientTests {
  /// As it knows a consent: without the document, and nobody has to agree before all else.
  private struct OldConsent: Decodable {
    var id: String
    var title: [String: String]
    var text: [String: String]
    var version: String
    var isRequired: Bool
    var givenAt: String?
    var givenVersion: String?

    enum CodingKeys: String, CodingKey {
      case id
      case title
      case text
      case version
      case isRequired = "is_required"
      case givenAt = "given_at"
      case givenVersion = "given_version"
    }
  }

  private struct OldConsents: Decodable {
    var consents: [OldConsent]
  }

  private func send(
    _ bench: Bench, _ method: HTTPRequest.Method, _ target: String, _ body: String = "",
    token: String? = nil
  ) async -> Response {
    var fields: HTTPFields = [.accept: "application/json, application/problem+json"]
    if !body.isEmpty { fields[.contentType] = "application/json" }
    fields.bearerToken = token
    if method != .get { fields[.idempotencyKey] = Bench.key() }
    return await bench.server.respond(
      to: Request(method: method, target: target, fields: fields, body: Array(body.utf8)))
  }

  /// - Returns: the token of somebody who joins just now.
  private func join(_ bench: Bench) async throws -> String {
    let sent = await send(
      bench, .post, "/v1/auth/otp", #"{"phone":"+79990009988","channel":"sms"}"#)
    #expect(sent.status.code / 100 == 2)
    let challenge = try Wire.decode(CodeChallenge.self, from: sent.body)
    let code = try #require(bench.codes.last)
    let verified = await send(
      bench, .post, "/v1/auth/otp/verify",
      #"{"challenge_id":"\#(challenge.id.rawValue)","code":"\#(code)"}"#)
    #expect(verified.status.code / 100 == 2)
    return try Wire.decode(SessionTokens.self, from: verified.body).accessToken
  }

  @Test func `it joins without a word about the terms, and uses all that a member has`()
    async throws
  {
    let bench = try Bench()
    let token = try await join(bench)
    for target in [
      "/v1/me", "/v1/me/cards", "/v1/me/balance", "/v1/me/ledger", "/v1/me/coupons",
      "/v1/me/consents", "/v1/rewards",
    ] {
      #expect(await send(bench, .get, target, token: token).status == .ok, "\(target)")
    }
    let named = await send(bench, .patch, "/v1/me", #"{"first_name":"Вера"}"#, token: token)
    #expect(named.status == .ok)
  }

  @Test func `its change of a consent counts, and says nothing of the terms`() async throws {
    let bench = try Bench()
    let token = try await join(bench)
    let read = await send(bench, .get, "/v1/me/consents", token: token)
    let before = try Wire.decode(OldConsents.self, from: read.body).consents
    let marketing = try #require(before.first { $0.id == "marketing" })
    #expect(marketing.givenAt == nil && !marketing.title.isEmpty && !marketing.text.isEmpty)
    let changed = await send(
      bench, .patch, "/v1/me/consents",
      #"{"changes":[{"id":"marketing","is_given":true,"version":"\#(marketing.version)"}]}"#,
      token: token)
    #expect(changed.status == .ok)
    let after = try Wire.decode(OldConsents.self, from: changed.body).consents
    #expect(after.first { $0.id == "marketing" }?.givenVersion == marketing.version)
    let terms = try #require(after.first { $0.id == "terms" })
    #expect(terms.isRequired && terms.givenAt == nil)
  }

  @Test func `newer terms take nothing from it`() async throws {
    let bench = try Bench()
    let token = try await join(bench)
    let newer = Array("version: 2027-01\ntext: {ru: Новое, en: New}\n".utf8)
    _ = try bench.server.publishTerms(newer, file: "t.yaml")
    #expect(await send(bench, .get, "/v1/me/balance", token: token).status == .ok)
    #expect(await send(bench, .get, "/v1/me/cards", token: token).status == .ok)
  }
}
