import Contract
import NIOCore
import NIOPosix
import Server
import Synchronization

/// Where requests wait and are answered: on threads of our own, some that read and one that writes.
///
/// Swift's own threads are as many as there are cores: whoever waits for a lock there makes all others
/// wait, and the connections too. A request waits for its turn for 2 s at most, a queue has an end, in
/// it addresses take turns, and who has to write never stands in the way of those who only read.
struct Desk: Sendable {
  let server: LoyaltyServer

  private static let admission = Admission()
  private static let reading = WorkThreads(ServerThreads.readers)
  private static let writing = WorkThreads(1)
  /// For what the server does by itself.
  private static let beside = WorkThreads(1)
  private static let longestWait = Duration.seconds(2)

  private static let health = Route.health.request().target
  private static let late = NoTurn("its turn did not come within 2 s")
  private static let full = NoTurn("too many requests wait")

  /// - Parameter loop: carries the answer away.
  func answer(to request: Contract.Request, on loop: any EventLoop) async -> Answer {
    let arrived = ContinuousClock.now
    // Whether the server is alive does not depend on how much it has to do.
    if request.target == Desk.health, case .answered(let answer) = server.look(at: request) {
      return answer
    }
    guard await Desk.admission.enter(request.address) else {
      return server.refuse(request, Desk.full)
    }
    let (look, work) = await look(at: request, arrived)
    // Once the loop has got through what it had to do before.
    loop.execute { Desk.admission.leave(request.address) }
    switch look {
    case .answered(let answer): return answer
    case .waits(let waiting):
      // What was done for it, such as reading a large body, is no waiting.
      return waiting.canBeRead ? await writeOrRead(waiting) : await write(waiting, arrived + work)
    }
  }

  /// The answer to whoever sends a body that is not taken, before it is read.
  ///
  /// - Parameter length: bytes, where the request says so.
  func refusal(of request: Contract.Request, length: Int?) async -> Contract.Response? {
    // Who sends it is looked up for large ones alone.
    guard length ?? .max > Route.usualBody else {
      return server.refusal(of: request, length: length)
    }
    return await withCheckedContinuation { continuation in
      Desk.reading.submit(for: request.address) { [server] in
        continuation.resume(returning: server.refusal(of: request, length: length))
      } orElse: { [server] in
        continuation.resume(returning: server.refuse(request, Desk.full).response)
      }
    }
  }

  /// Does something that may wait for the database, unless the same is still being done.
  ///
  /// - Returns: whether it will be done.
  func beside(_ turn: Turn, _ body: @escaping @Sendable () -> Void) -> Bool {
    guard turn.claim() else { return false }
    return Desk.beside.submit(for: nil) {
      body()
      turn.giveBack()
    } orElse: {
      turn.giveBack()
    }
  }

  /// - Returns: what comes of it, and how long that took when its turn had come.
  private func look(
    at request: Contract.Request, _ arrived: ContinuousClock.Instant
  ) async -> (FirstLook, work: Duration) {
    await withCheckedContinuation { continuation in
      Desk.reading.submit(for: request.address) { [server] in
        let begun = ContinuousClock.now
        let look: FirstLook =
          begun - arrived > Desk.longestWait
          ? .answered(server.refuse(request, Desk.late)) : server.look(at: request)
        continuation.resume(returning: (look, work: ContinuousClock.now - begun))
      } orElse: { [server] in
        continuation.resume(
          returning: (.answered(server.refuse(request, Desk.full)), work: .zero))
      }
    }
  }

  private func write(
    _ waiting: WaitingRequest, _ arrived: ContinuousClock.Instant
  ) async -> Answer {
    await withCheckedContinuation { continuation in
      Desk.writing.submit(for: waiting.address) { [server] in
        let waited = ContinuousClock.now - arrived
        guard waited <= Desk.longestWait else {
          return continuation.resume(returning: server.refuse(waiting, Desk.late))
        }
        let rest = max(1, waiting.patience - Int(waited / .milliseconds(1)))
        continuation.resume(returning: server.write(waiting, within: rest))
      } orElse: { [server] in
        continuation.resume(returning: server.refuse(waiting, Desk.full))
      }
    }
  }

  /// What can be answered by reading does not wait long for its turn to write.
  private func writeOrRead(_ waiting: WaitingRequest) async -> Answer {
    let turn = Turn()
    return await withCheckedContinuation { continuation in
      let read: @Sendable () -> Void = { [server] in
        Desk.reading.submit(for: waiting.address) {
          continuation.resume(returning: server.readAlone(waiting))
        } orElse: {
          continuation.resume(returning: server.refuse(waiting, Desk.full))
        }
      }
      let isTaken = Desk.writing.submit(for: waiting.address) { [server] in
        guard turn.claim() else { return }
        continuation.resume(returning: server.write(waiting, within: waiting.patience))
      } orElse: {
        if turn.claim() { read() }
      }
      guard isTaken else { return }
      MultiThreadedEventLoopGroup.singleton.any()
        .scheduleTask(in: .milliseconds(Int64(waiting.patience))) { if turn.claim() { read() } }
    }
  }
}

/// Something that one of several does.
final class Turn: Sendable {
  private let isTaken = Atomic<Bool>(false)

  /// - Returns: `false` when somebody has it.
  func claim() -> Bool {
    !isTaken.exchange(true, ordering: .acquiringAndReleasing)
  }

  func giveBack() {
    isTaken.store(false, ordering: .releasing)
  }
}

/// Threads that work through one queue.
struct WorkThreads: Sendable {
  private let pool: NIOThreadPool
  private let queue = Queue()

  private struct Job: Sendable {
    var body: @Sendable () -> Void
    var otherwise: @Sendable () -> Void
  }

  private final class Queue: Sendable {
    let jobs = Mutex(TurnQueue<Job>(most: 1024))
  }

  /// NB: they end with the process.
  init(_ count: Int) {
    pool = NIOThreadPool(numberOfThreads: count)
    pool.start()
  }

  /// - Parameter otherwise: is done instead when there is no room, now or later.
  /// - Returns: `false` when there is none now.
  @discardableResult
  func submit(
    for address: ClientAddress?, _ body: @escaping @Sendable () -> Void,
    orElse otherwise: @escaping @Sendable () -> Void
  ) -> Bool {
    let job = Job(body: body, otherwise: otherwise)
    switch queue.jobs.withLock({ $0.add(job, for: address) }) {
    case .taken:
      pool.submit { [queue] _ in queue.jobs.withLock { $0.next() }?.body() }
      return true
    case .takenInstead(let loser):
      loser.otherwise()
      return true
    case .refused:
      otherwise()
      return false
    }
  }
}
