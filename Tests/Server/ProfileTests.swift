import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

struct ProfileTests {
  private func patch(
    _ bench: Bench, _ token: String, _ body: String, language: String = "en",
    key: String = Bench.key()
  ) async -> Response {
    await bench.send(
      .changeProfile, body: Array(body.utf8), token: token, key: key,
      fields: [.acceptLanguage: language])
  }

  private func member(_ bench: Bench, _ token: String) async throws -> Member {
    try Wire.decode(Member.self, from: await bench.send(.member, token: token).body)
  }

  @Test func `what is not named stays, null takes away, and the name follows`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try await member(bench, token)
    #expect(before.firstName == "Анна" && before.lastName == "Соколова")
    #expect(before.email == nil)
    let all =
      #"{"email":" anna@mail.example ","birthday":"1990-05-17","language":"ru","city":"Нижний  Новгород","unheard":[1]}"#
    let changed = try Wire.decode(Member.self, from: await patch(bench, token, all).body)
    #expect(changed.email == "anna@mail.example" && changed.city == "Нижний Новгород")
    #expect(changed.birthday == Day(year: 1990, month: 5, day: 17))
    #expect(changed.name == before.name && changed.phone == before.phone)
    #expect(try await member(bench, token) == changed)
    _ = await patch(bench, token, #"{"last_name":null,"email":null}"#)
    let last = try await member(bench, token)
    #expect(last.name == "Анна" && last.lastName == nil && last.email == nil)
    #expect(last.city == "Нижний Новгород")
    _ = await patch(bench, token, #"{"first_name":null}"#)
    #expect(try await member(bench, token).name == "+7 916 •••-••-67")
    #expect(await patch(bench, token, "{}").status == .ok)
  }

  @Test func `absent values are null on the wire`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn("+79990009988").accessToken
    let text = String(decoding: await bench.send(.member, token: token).body, as: UTF8.self)
    for name in ["first_name", "last_name", "email", "birthday", "language", "city"] {
      #expect(text.contains("\"\(name)\":null"))
    }
  }

  @Test func `a changed member comes with the changes`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let first = try Changes(await bench.send(.changes(since: nil), token: token).body)
    _ = await patch(bench, token, #"{"city":"Москва"}"#)
    let next = try Changes(await bench.send(.changes(since: first.next), token: token).body)
    #expect(Set(next.data.keys) == [.member])
  }

  static let bad: [(body: String, pointer: String, code: String)] = [
    (#"{"first_name":""}"#, "/first_name", "empty"),
    (#"{"first_name":" \u0007\u202e\u200b "}"#, "/first_name", "empty"),
    (#"{"first_name":"\#(String(repeating: "я", count: 61))"}"#, "/first_name", "too_long"),
    (#"{"last_name":"\#(String(repeating: "a", count: 16_000))"}"#, "/last_name", "too_long"),
    (#"{"last_name":"12345"}"#, "/last_name", "invalid"),
    (#"{"last_name":"<b>Anna</b>"}"#, "/last_name", "invalid"),
    (#"{"last_name":5}"#, "/last_name", "wrong_type"),
    (#"{"email":"анна@почта.рф"}"#, "/email", "invalid"),
    (#"{"email":"anna@mail"}"#, "/email", "invalid"),
    (#"{"email":"a@b@c.de"}"#, "/email", "invalid"),
    (#"{"email":"a b@c.de"}"#, "/email", "invalid"),
    (#"{"email":"\#(String(repeating: "a", count: 250))@c.de"}"#, "/email", "too_long"),
    (#"{"birthday":"2026-02-30"}"#, "/birthday", "invalid"),
    (#"{"birthday":"1899-12-31"}"#, "/birthday", "out_of_range"),
    (#"{"birthday":"2026-11-24"}"#, "/birthday", "out_of_range"),
    (#"{"language":"fr"}"#, "/language", "invalid"),
    (#"{"city":"!!!"}"#, "/city", "invalid"),
    (#"{"city":{"a":1}}"#, "/city", "wrong_type"),
    (#"{"phone":"+79990000000"}"#, "/phone", "read_only"),
    (#"{"roles":["admin"]}"#, "/roles", "read_only"),
  ]

  @Test(arguments: bad)
  func `what cannot be taken is named, and nothing else is changed`(
    body: String, pointer: String, code: String
  ) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try await member(bench, token)
    // The good part of a bad change is not taken either.
    let mixed = body.dropLast() + (pointer == "/city" ? "}" : #","city":"Тверь"}"#)
    let answer = await patch(bench, token, String(mixed))
    #expect(answer.status.code == 422)
    #expect(answer.problem?.errors.map(\.pointer) == [pointer])
    #expect(answer.problem?.errors.map(\.code) == [code])
    #expect(try await member(bench, token) == before)
    let russian = await patch(bench, token, body, language: "ru").problem
    #expect(russian?.errors.first?.message != answer.problem?.errors.first?.message)
  }

  @Test func `all that is wrong is said at once`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let answer = await patch(bench, token, #"{"first_name":"","email":"x","city":7}"#)
    #expect(answer.problem?.errors.map(\.pointer) == ["/first_name", "/email", "/city"])
  }

  @Test(arguments: ["", "[]", "5", "null", "{"])
  func `a body that is no object is refused`(body: String) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    #expect(await patch(bench, token, body).status.code == 422)
  }

  @Test func `invisible characters do not get into a name`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    _ = await patch(bench, token, #"{"first_name":"\u202eAn\u0007na\u200f"}"#)
    #expect(try await member(bench, token).firstName == "Anna")
  }

  @Test func `the same key changes once`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let first = await patch(bench, token, #"{"city":"Тверь"}"#, key: "one")
    _ = await patch(bench, token, #"{"city":"Тула"}"#)
    #expect(await patch(bench, token, #"{"city":"Тверь"}"#, key: "one").body == first.body)
    #expect(try await member(bench, token).city == "Тула")
  }
}
