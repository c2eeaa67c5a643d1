import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import TestSupport
import Testing
import Transport

@testable import Sync

/// Several programs on one machine: engines that share nothing but the folder.
struct ProcessesTests {
  @Test(arguments: [true, false])
  func `twenty across an expiry refresh once`(knowsExpiry: Bool) async throws {
    let bench = try await Bench.synced(hasOwnClock: !knowsExpiry)
    let engines = try (0..<20).map { _ in try bench.process().engine }
    bench.clock.pass(seconds: 901)
    let failures = await withTaskGroup(of: SyncFailure?.self) { group in
      for engine in engines {
        group.addTask {
          do throws(SyncFailure) {
            try await engine.pull(language: .english)
            return nil
          } catch {
            return error
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(failures == Array(repeating: nil, count: 20))
    #expect(bench.line.take().count(of: .refreshSession) == 1)
    #expect(bench.engine.isSignedIn)
  }

  @Test func `who comes during another's refresh waits and takes its tokens`() async throws {
    let bench = try await Bench.synced()
    let (first, second) = (try bench.process().engine, try bench.process().engine)
    bench.clock.pass(seconds: 901)
    let isRefreshing = Gate()
    let isWaiting = Gate()
    bench.line.answer(.refreshSession) { _ in
      isRefreshing.open()
      await isWaiting.wait()
      return nil
    }
    bench.waits.onWait { _ in isWaiting.open() }
    async let one = first.pull(language: .english)
    await isRefreshing.wait()
    async let other = second.pull(language: .english)
    _ = try await (one, other)
    #expect(bench.line.take().count(of: .refreshSession) == 1)
    #expect(!bench.waits.take().isEmpty)
  }

  @Test func `a process that never lets go is not waited for without end`() async throws {
    let bench = try await Bench.synced()
    bench.clock.pass(seconds: 901)
    let lock = try #require(try bench.sessions.tryLock())
    bench.waits.onWait { _ in bench.clock.pass(seconds: 1) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    guard case .store = failure else {
      Issue.record("not of the store: \(String(describing: failure))")
      return
    }
    #expect(bench.waits.take().count == 60)
    #expect(bench.line.take().isEmpty)
    withExtendedLifetime(lock) {}
  }

  @Test func `whoever gives up does not wait on`() async throws {
    let bench = try await Bench.synced()
    let lock = try #require(try bench.sessions.tryLock())
    let task = Task {
      bench.waits.onWait { _ in
        withUnsafeCurrentTask { $0?.cancel() }
        bench.clock.pass(seconds: 20)
      }
      await #expect(throws: SyncFailure.cancelled) {
        try await bench.engine.logOut(language: .english)
      }
    }
    await task.value
    #expect(bench.waits.take().count == 1)
    #expect(withExtendedLifetime(lock) { bench.engine.isSignedIn })
  }

  @Test func `one who signs out signs all out`() async throws {
    let bench = try await Bench.synced()
    let (other, store) = try bench.process()
    try await other.logOut(language: .english)
    #expect(!bench.engine.isSignedIn)
    _ = bench.line.take()
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == PullSummary(updated: Set(Resource.published)))
    #expect(try store.home(latest: 1).member == nil)
  }

  /// The other process signs out after this one has looked at the session, before it writes.
  @Test func `what another process wipes does not come back`() async throws {
    let bench = try await Bench.synced()
    let (_, other) = try bench.process()
    let isAnswered = Atomic(false)
    let isWiped = Atomic(false)
    let engine = SyncEngine(
      transport: bench.line, store: bench.store, sessions: bench.sessions,
      environment: SyncEnvironment(
        now: { [sessions = bench.sessions, clock = bench.clock] in
          // Once the answer is there, only writing asks what time it is.
          if isAnswered.load(ordering: .relaxed), !isWiped.exchange(true, ordering: .relaxed) {
            do {
              try sessions.tryLock()?.remove()
              try other.forget()
            } catch {
              Issue.record(error)
            }
          }
          return clock.now
        }, wait: { _ in Issue.record("nothing here has to be waited for") }))
    bench.line.answer(.changes(since: nil)) { [backend = bench.backend] request in
      var request = request
      request.target = Route.changes(since: nil).template
      isAnswered.store(true, ordering: .relaxed)
      return .response(await backend.respond(to: request))
    }
    let family = try bench.session()?.family
    let pull = Pull(engine: engine, family: family, language: .english)
    let failure = await failure { _ = try await pull.changes(isNew: false) }
    #expect(failure == .signedOut)
    let hasWiped = isWiped.load(ordering: .relaxed)
    #expect(hasWiped)
    #expect(try bench.stored() == [.program])
    #expect(try bench.contents().home.balance == nil)
  }
}
