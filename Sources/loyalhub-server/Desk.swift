import Contract
import NIOCore
import NIOPosix
import Server
import Synchronization

/// Where requests wait and are answered: on threads of our own, some that read and one that writes.
///
/// Swift's own threads are as many as there are cores: whoever waits for a lock there makes all others
/// wait, and the connections too. A request waits for its turn for 2 s at most, a queue has an end, and
/// who has to write never stands in the way of those who only read.
struct Desk: Sendable {
  let server: LoyaltyServer

  private static let reading = WorkThreads(ServerThreads.readers)
  private static let writing = WorkThreads(1)
  /// For what the server does by itself.
  private static let beside = WorkThreads(1)
  private static let longestWait = Duration.seconds(2)

  private static let health = Route.health.request().target
  private static let late = NoTurn("its turn did not come within 2 s")
  private static let full = NoTurn("too many requests wait")

  func answer(to request: Contract.Request) async -> Answer {
    let arrived = ContinuousClock.now
    // Whether the server is alive does not depend on how much it has to do.
    if request.target == Desk.health, case .answered(let answer) = server.look(at: request) {
      return answer
    }
    let (look, work) = await look(at: request, arrived)
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
      let isTaken = Desk.reading.submit { [server] in
        continuation.resume(returning: server.refusal(of: request, length: length))
      }
      if !isTaken {
        continuation.resume(returning: server.refuse(request, Desk.full).response)
      }
    }
  }

  /// Does something that may wait for the database, unless the same is still being done.
  ///
  /// - Returns: whether it will be done.
  func beside(_ turn: Turn, _ body: @escaping @Sendable () -> Void) -> Bool {
    guard turn.take() else { return false }
    let isTaken = Desk.beside.submit {
      body()
      turn.giveBack()
    }
    if !isTaken { turn.giveBack() }
    return isTaken
  }

  /// - Returns: what comes of it, and how long that took when its turn had come.
  private func look(
    at request: Contract.Request, _ arrived: ContinuousClock.Instant
  ) async -> (FirstLook, work: Duration) {
    await withCheckedContinuation { continuation in
      let isTaken = Desk.reading.submit { [server] in
        let begun = ContinuousClock.now
        let look: FirstLook =
          begun - arrived > Desk.longestWait
          ? .answered(server.refuse(request, Desk.late)) : server.look(at: request)
        continuation.resume(returning: (look, work: ContinuousClock.now - begun))
      }
      if !isTaken {
        continuation.resume(
          returning: (.answered(server.refuse(request, Desk.full)), work: .zero))
      }
    }
  }

  private func write(
    _ waiting: WaitingRequest, _ arrived: ContinuousClock.Instant
  ) async -> Answer {
    await withCheckedContinuation { continuation in
      let isTaken = Desk.writing.submit { [server] in
        let waited = ContinuousClock.now - arrived
        guard waited <= Desk.longestWait else {
          return continuation.resume(returning: server.refuse(waiting, Desk.late))
        }
        let rest = max(1, waiting.patience - Int(waited / .milliseconds(1)))
        continuation.resume(returning: server.write(waiting, within: rest))
      }
      if !isTaken { continuation.resume(returning: server.refuse(waiting, Desk.full)) }
    }
  }

  /// What can be answered by reading does not wait long for its turn to write.
  private func writeOrRead(_ waiting: WaitingRequest) async -> Answer {
    let turn = Turn()
    return await withCheckedContinuation { continuation in
      let read: @Sendable () -> Void = { [server] in
        let isTaken = Desk.reading.submit {
          continuation.resume(returning: server.readAlone(waiting))
        }
        if !isTaken { continuation.resume(returning: server.refuse(waiting, Desk.full)) }
      }
      let isTaken = Desk.writing.submit { [server] in
        guard turn.take() else { return }
        continuation.resume(returning: server.write(waiting, within: waiting.patience))
      }
      guard isTaken else { return read() }
      MultiThreadedEventLoopGroup.singleton.any()
        .scheduleTask(in: .milliseconds(Int64(waiting.patience))) { if turn.take() { read() } }
    }
  }
}

/// Something that one of several does.
final class Turn: Sendable {
  private let isTaken = Atomic<Bool>(false)

  /// - Returns: `false` when somebody has it.
  func take() -> Bool {
    !isTaken.exchange(true, ordering: .acquiringAndReleasing)
  }

  func giveBack() {
    isTaken.store(false, ordering: .releasing)
  }
}

/// Threads that work through one queue.
struct WorkThreads: Sendable {
  /// Jobs that wait; more would not get their turn in time.
  private static let longestQueue = 1024

  private let pool: NIOThreadPool
  private let count = Count()

  private final class Count: Sendable {
    let jobs = Atomic<Int>(0)
  }

  /// NB: they end with the process.
  init(_ count: Int) {
    pool = NIOThreadPool(numberOfThreads: count)
    pool.start()
  }

  /// - Returns: `false` when the queue is full: then nothing is done.
  func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    let waiting = count.jobs.wrappingAdd(1, ordering: .relaxed).newValue
    guard waiting <= WorkThreads.longestQueue else {
      count.jobs.wrappingSubtract(1, ordering: .relaxed)
      return false
    }
    pool.submit { [count] _ in
      count.jobs.wrappingSubtract(1, ordering: .relaxed)
      job()
    }
    return true
  }
}
