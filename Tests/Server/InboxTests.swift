import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

struct InboxTests {
  private func inbox(_ bench: Bench, _ token: String) async throws -> [Notification] {
    let body = await bench.send(.notifications, token: token).body
    return try Wire.decode(Page<Notification>.self, from: body).data
  }

  private func mark(_ bench: Bench, _ token: String, _ ids: [Notification.ID]) async -> Response {
    await bench.send(
      .readNotifications, body: Wire.encode(ReadMarks(ids: ids)), token: token, key: Bench.key())
  }

  private func patch(_ bench: Bench, _ token: String, _ body: String) async -> Response {
    await bench.send(.setPreferences, body: Array(body.utf8), token: token, key: Bench.key())
  }

  @Test func `what is marked twice keeps the time of the first`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let first = try #require(try await inbox(bench, token).first)
    #expect(first.readAt == nil)
    let at = bench.now
    #expect(await mark(bench, token, [first.id, first.id]).status == .noContent)
    bench.pass(seconds: 60)
    #expect(await mark(bench, token, [first.id]).status == .noContent)
    #expect(try await inbox(bench, token).first?.readAt == at)
  }

  @Test func `ids that are not the member's own do nothing`() async throws {
    let bench = try Bench()
    let anna = try await bench.signIn().accessToken
    let other = try await bench.signIn("+79990000001").accessToken
    let before = try await inbox(bench, anna)
    #expect(await mark(bench, other, before.map(\.id) + [.init("ntf_none")]).status == .noContent)
    #expect(try await inbox(bench, anna) == before)
  }

  @Test(arguments: [0, 201])
  func `too few or too many marks are refused`(count: Int) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let ids = (0..<count).map { Notification.ID("ntf_\($0)") }
    #expect(await mark(bench, token, ids).status.code == 422)
    #expect(await mark(bench, token, [Notification.ID("")]).status.code == 422)
  }

  @Test(arguments: [("weather", "push"), ("offers", "pigeon")])
  func `an unknown switch is refused, and none of the others is set`(
    category: String, channel: String
  ) async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = await bench.send(.preferences, token: token).body
    let good = #"{"category":"offers","channel":"sms","is_enabled":true}"#
    let bad = #"{"category":"\#(category)","channel":"\#(channel)","is_enabled":true}"#
    let answer = await patch(bench, token, #"{"changes":[\#(good),\#(bad)]}"#)
    #expect((400..<500).contains(answer.status.code))
    #expect(await bench.send(.preferences, token: token).body == before)
    let done = await patch(bench, token, #"{"changes":[\#(good)]}"#)
    let set = try Wire.decode(Preferences.self, from: done.body)
    #expect(set.categories.first { $0.category == .offers }?.sms == true)
  }

  @Test func `the inbox lists the newest two hundred`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    try bench.server.store.database.transaction { connection in
      for number in 0..<250 {
        try bench.server.store.notify(
          .init("mem_anna"), .offers, title: [.english: "\(number)"], body: [.english: "b"],
          at: bench.now.adding(seconds: Int64(number)), connection)
      }
    }
    let listed = try await inbox(bench, token)
    #expect(listed.count == 200)
    #expect(listed.first?.title == [.english: "249"])
    #expect(listed.last?.title == [.english: "50"])
  }
}
