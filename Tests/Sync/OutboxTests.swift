import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Testing
import Transport

@testable import Sync

/// What the member did without a connection, or while a process was killed.
struct OutboxTests {
  private static let change = Preference.Change(
    category: .offers, channel: .sms, isEnabled: true)

  private func unread(_ store: LocalStore) throws -> [Notification.ID] {
    let body = try #require(try store.document(.notifications))
    return try Wire.decode(Page<Notification>.self, from: body).data
      .filter { $0.readAt == nil }.map(\.id)
  }

  private func sendsSMS(_ store: LocalStore) throws -> Bool? {
    let body = try #require(try store.document(.preferences))
    return try Wire.decode(Preferences.self, from: body).categories
      .first { $0.category == .offers }?.sms
  }

  private func writes(_ bench: Bench) -> [Line.Exchange] {
    let paths = [Route.readNotifications.template, Route.setPreferences.template]
    return bench.line.take().filter { paths.contains($0.path) && $0.request.method != .get }
  }

  private func keys(_ exchanges: [Line.Exchange]) -> [String?] {
    exchanges.map { $0.request.fields[.idempotencyKey] }
  }

  @Test func `what was done offline is sent once, in order, with its first key`() async throws {
    let bench = try await Bench.synced()
    let ids = try unread(bench.store)
    let first = try #require(ids.first)
    bench.line.answer { _ in .failure(.offline(.dropped)) }
    try bench.engine.markRead([first])
    try bench.engine.set(Self.change)
    let keys = try bench.store.outbox().map(\.key)
    #expect(Set(keys).count == 2)
    #expect(await failure { try await bench.engine.pull(language: .english) }?.isOffline == true)
    #expect(try bench.store.outbox().map(\.key) == keys)
    let failed = writes(bench)
    #expect(!failed.isEmpty && Set(self.keys(failed)) == [keys[0]])
    bench.line.answer(by: nil)
    try await bench.engine.pull(language: .english)
    #expect(self.keys(writes(bench)) == keys)
    #expect(try bench.store.outbox().isEmpty)
    #expect(try unread(bench.store) == Array(ids.dropFirst()))
    #expect(try sendsSMS(bench.store) == true)
    try await bench.engine.pull(language: .english)
    #expect(writes(bench).isEmpty)
  }

  @Test func `who comes after a killed process sends the rest with the same keys`() async throws {
    let bench = try await Bench.synced()
    let first = try #require(try unread(bench.store).first)
    try bench.engine.markRead([first])
    try bench.engine.set(Self.change)
    let kept = try bench.store.outbox().map(\.key)
    // The server has acted, and nobody is left to hear of it.
    bench.line.answer { [backend = bench.backend] request in
      if request.target.hasPrefix(Route.readNotifications.template) {
        _ = await backend.respond(to: request)
      }
      return .failure(.offline(.dropped))
    }
    _ = await failure { try await bench.engine.pull(language: .english) }
    _ = bench.line.take()
    bench.line.answer(by: nil)
    let next = try bench.process()
    #expect(try next.store.outbox().map(\.key) == kept)
    try await next.engine.pull(language: .english)
    let sent = writes(bench)
    #expect(keys(sent) == kept)
    #expect(sent.allSatisfy { (200..<300).contains($0.status ?? 0) })
    try await bench.engine.pull(language: .english)
    #expect(writes(bench).isEmpty)
    #expect(try !unread(bench.store).contains(first))
  }

  @Test func `a refused change goes, is told, and the server's state stays`() async throws {
    let bench = try await Bench.synced()
    let before = try sendsSMS(bench.store)
    try bench.engine.set(
      Preference.Change(
        category: .init(rawValue: "weather"), channel: .push, isEnabled: true))
    try bench.engine.markRead([try #require(try unread(bench.store).first)])
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary.refusals.last?.problem.status == 422)
    #expect(writes(bench).map(\.status) == [422, 204])
    #expect(try bench.store.outbox().isEmpty)
    #expect(try sendsSMS(bench.store) == before)
    let again = try await bench.engine.pull(language: .english)
    #expect(again.refusals.isEmpty && writes(bench).isEmpty)
  }
}
