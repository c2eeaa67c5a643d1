import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import Testing

@testable import Sync

/// A server, and a machine with a member before it.
final class Bench: Sendable {
  let backend: Backend
  let line: Line
  /// The server's, and the machine's as long as that has no other.
  let clock = Clock()
  let machineClock: Clock
  let waits = Waits()
  let folder: TemporaryFolder
  let store: LocalStore
  let sessions: SessionFile
  let engine: SyncEngine

  /// - Parameter hasOwnClock: whether the machine's time stands still while the server's passes.
  init(hasOwnClock: Bool = false) throws {
    let server = try Backend(clock: clock)
    backend = server
    line = Line { await server.respond(to: $0) }
    machineClock = hasOwnClock ? Clock() : clock
    folder = try TemporaryFolder()
    store = try LocalStore.open(folder: folder.path).store
    sessions = SessionFile(folder: folder.path)
    engine = Bench.engine(line, store, sessions, machineClock, waits)
  }

  /// What another process on the same machine would make.
  func process() throws -> (engine: SyncEngine, store: LocalStore) {
    let store = try LocalStore.open(folder: folder.path).store
    let sessions = SessionFile(folder: folder.path)
    return (Bench.engine(line, store, sessions, machineClock, waits), store)
  }

  private static func engine(
    _ line: Line, _ store: LocalStore, _ sessions: SessionFile, _ clock: Clock, _ waits: Waits
  ) -> SyncEngine {
    SyncEngine(
      transport: line, store: store, sessions: sessions,
      environment: SyncEnvironment(
        now: { clock.now }, wait: { await waits.wait($0) }, random: { 0.5 }))
  }

  func signIn(_ phone: String = Backend.anna) async throws {
    let challenge = try await engine.requestCode(phone: phone, language: .english)
    try await engine.verify(
      challenge: challenge.id, code: backend.telephone.lastCode, language: .english)
  }

  /// A signed-in machine that has everything, and no exchange noted.
  static func synced(hasOwnClock: Bool = false) async throws -> Bench {
    let bench = try Bench(hasOwnClock: hasOwnClock)
    try await bench.signIn()
    try await bench.engine.pull(language: .english)
    _ = bench.line.take()
    return bench
  }

  func session() throws -> Session? { try sessions.read() }

  /// All that the store shows.
  func contents() throws -> Contents {
    var home = try store.home(latest: 0)
    home.balanceFetchedAt = nil
    let slice = try store.ledgerSlice(limit: .max, matching: LedgerFilter(), lookingAt: .max)
    return Contents(home: home, ledger: slice.entries)
  }

  struct Contents: Equatable {
    var home: HomeSnapshot
    var ledger: [LedgerEntry]
  }

  func path(_ name: String) -> String { "\(folder.path)/\(name)" }
}

/// Waiting without time: it is noted, and others come first.
final class Waits: Sendable {
  private let state = Mutex((all: [Duration](), hook: (@Sendable (Int) -> Void)?.none))

  func wait(_ duration: Duration) async {
    let (count, hook) = state.withLock { state in
      state.all.append(duration)
      return (state.all.count, state.hook)
    }
    hook?(count)
    await Task.yield()
  }

  /// Calls something on each wait, with how many there were.
  func onWait(_ hook: @escaping @Sendable (Int) -> Void) {
    state.withLock { $0.hook = hook }
  }

  func take() -> [Duration] {
    state.withLock { state in
      defer { state.all = [] }
      return state.all
    }
  }
}

/// Expects that syncing fails, and says how.
func failure(
  _ location: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async -> SyncFailure? {
  await #expect(throws: SyncFailure.self, sourceLocation: location) { try await body() }
}

extension SyncFailure {
  var problem: Problem? {
    if case .problem(let problem) = self { problem } else { nil }
  }
}

extension PullSummary {
  /// What was seen as a member is now seen as a guest sees it; the rest is the same for both.
  static let guestAfterMember = PullSummary(
    updated: [.rewards, .promotions, .screens], confirmed: [.program, .shops])
}
