import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import TestSupport
import Testing
import Transport

@testable import Sync

struct FollowTests {
  /// Streams by number, from 1; the one after the last is of a server that has no events.
  private func bench(_ streams: [Line.Answer]) async throws -> Bench {
    let bench = try await Bench.synced()
    let count = Mutex(0)
    bench.line.answer(.events) { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number <= streams.count
        ? streams[number - 1] : .response(Response(status: .notFound))
    }
    return bench
  }

  /// Waits without time, but for a silence, which never comes.
  private func engine(_ bench: Bench, isSilent: Bool = false) -> SyncEngine {
    SyncEngine(
      transport: bench.line, store: bench.store, sessions: bench.sessions,
      environment: SyncEnvironment(
        now: { bench.clock.now },
        wait: { duration in
          guard duration == Following.patience, !isSilent else {
            return await bench.waits.wait(duration)
          }
          let gate = Gate()
          await withTaskCancellationHandler {
            await gate.wait()
          } onCancel: {
            gate.open()
          }
        }, random: { 0.5 }))
  }

  @Test func `whoever has to know is told where a stream stands, and marks after the news`()
    async throws
  {
    let bench = try await bench([stream("data: a\n\n: mark 4\n\n")])
    let told = Mutex<[String]>([])
    let note: @Sendable (String) -> Void = { words in told.withLock { $0.append(words) } }
    var environment = SyncEnvironment(
      now: { bench.clock.now }, wait: { await bench.waits.wait($0) }, random: { 0.5 })
    environment.witness = Witness(note: note)
    environment.rest = { duration in note("rest \(duration)") }
    let engine = SyncEngine(
      transport: bench.line, store: bench.store, sessions: bench.sessions,
      environment: environment)
    try await engine.follow(language: .english) { note("news") }
    let first = told.withLock { Array($0.prefix(6)) }
    #expect(
      first == [
        "connecting", "open", "news", "mark 4", "connecting", "rest \(Duration.seconds(1))",
      ])
  }

  private struct Witness: StreamWitness {
    let note: @Sendable (String) -> Void

    func streamChanged(to state: StreamState) { note("\(state)") }

    func streamReached(mark: Int64) { note("mark \(mark)") }
  }

  private func stream(_ text: String) -> Line.Answer {
    .response(
      Response(
        status: .ok, fields: [.contentType: "text/event-stream; charset=utf-8"],
        body: Array(text.utf8)))
  }

  private func follow(_ engine: SyncEngine) async throws(SyncFailure) -> Int {
    let news = Atomic(0)
    try await engine.follow(language: .english) { news.add(1, ordering: .relaxed) }
    return news.load(ordering: .relaxed)
  }

  @Test func `a cut stream is taken up where it ended, after longer and longer pauses`()
    async throws
  {
    let bench = try await bench([
      stream("retry: 200\nid: 5\ndata: {}\n\nid: 6\ndata: {}\n\nid: 7\n"), stream(":\n\n"),
      .failure(.truncated), stream("id: 8\n\n"),
    ])
    let engine = engine(bench)
    try await engine.pull(language: .english)
    let place = engine.followed.withLock(\.lastID)
    let start = try #require(place)
    _ = bench.line.take()
    // The third is a failure without a byte: that is for the one who pulls to tell.
    #expect(await failure { _ = try await follow(engine) } != nil)
    #expect(try await follow(engine) == 0)
    let asked = bench.line.take().filter { $0.path == Route.events.template }
    #expect(asked.map { $0.request.fields[.lastEventID] } == [start, "6", "6", "6", "8"])
    #expect(asked.allSatisfy { $0.request.fields[.authorization] != nil })
    #expect(
      bench.waits.take() == [200, 400, 800, 1600].map { Duration.milliseconds($0) })
  }

  @Test func `many events at once are one piece of news`() async throws {
    let bench = try await bench([
      stream("data: 1\n\ndata: 2\n\n"), stream(":\n\n"), stream("data: 3\n\n"),
    ])
    #expect(try await follow(engine(bench)) == 2)
  }

  @Test(arguments: [404, 405, 501])
  func `a server without events is left in peace`(status: Int) async throws {
    let bench = try await bench([.response(Response(status: .init(code: status)))])
    #expect(try await follow(engine(bench)) == 0)
    #expect(bench.line.take().count(of: .events) == 1)
  }

  @Test func `an answer that is no stream is no stream`() async throws {
    let page = Response(status: .ok, fields: [.contentType: "text/html"], body: Array("<p>".utf8))
    let bench = try await bench([.response(page)])
    #expect(try await follow(engine(bench)) == 0)
    #expect(bench.line.take().count(of: .events) == 1)
  }

  @Test func `a server that is not reached is told, after a pause`() async throws {
    let bench = try await bench([.failure(.offline(.refused))])
    let failure = await failure { _ = try await follow(engine(bench)) }
    guard case .offline = failure else { return #expect(failure == .offline(.refused, "")) }
    #expect(bench.waits.take() == [.seconds(1)])
  }

  @Test func `an old token is renewed, an ended session is told`() async throws {
    let bench = try await Bench.synced()
    let count = Atomic(0)
    bench.line.answer(.events) { request in
      let isFirst = count.add(1, ordering: .relaxed).oldValue == 0
      return isFirst
        ? .response(Response(Problem(.unauthenticated, in: .english), to: request))
        : .response(Response(status: .notFound))
    }
    #expect(try await follow(engine(bench)) == 0)
    #expect(bench.line.take().count(of: .refreshSession) == 1)
    bench.line.answer(by: nil)
    let session = try #require(try bench.session())
    _ = await bench.backend.respond(
      to: Route.endSession.request(fields: [.authorization: "Bearer \(session.accessToken)"]))
    #expect(await failure { _ = try await follow(engine(bench)) } == .signedOut)
  }

  @Test func `a stream that is silent for too long is left`() async throws {
    let bench = try await Bench.synced()
    let count = Atomic(0)
    bench.line.answer(.events) { _ in
      guard count.add(1, ordering: .relaxed).oldValue == 0 else {
        return .response(Response(status: .notFound))
      }
      let gate = Gate()
      await withTaskCancellationHandler {
        await gate.wait()
      } onCancel: {
        gate.open()
      }
      return .failure(.cancelled)
    }
    // Here every wait is over at once, so that the second stream may be found silent as well.
    let engine = engine(bench, isSilent: true)
    let task = Task { try await follow(engine) }
    bench.waits.onWait { if $0 > 100 { task.cancel() } }
    _ = await task.result
    #expect(count.load(ordering: .relaxed) >= 2)
  }

  @Test func `what was bought between the pull and the stream is told`() async throws {
    let bench = try await Bench.synced()
    let engine = engine(bench)
    try await engine.pull(language: .english)
    let card = try #require(try bench.store.home(latest: 0).card)
    try bench.backend.sell(to: card)
    let streams = Atomic(0)
    bench.line.answer(.events) { _ in
      let isFirst = streams.add(1, ordering: .relaxed).oldValue == 0
      return isFirst ? nil : .response(Response(status: .notFound))
    }
    #expect(try await follow(engine) == 1)
  }
}
