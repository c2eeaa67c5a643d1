public import Contract
import Synchronization
public import Transport

/// A server in the same process: requests go to a function, no socket and no library is needed.
///
/// Of the limits only `body` applies: nothing here can be unreachable.
public final class HandlerTransport: Transport {
  private let respond: @Sendable (Request) async -> Response
  private let exchanges = Mutex(Exchanges())

  public init(_ respond: @escaping @Sendable (Request) async -> Response) {
    self.respond = respond
  }

  private struct Exchanges {
    var isShutDown = false
    var lastID = 0
    var waiting: [Int: Waiting] = [:]
  }

  private struct Waiting {
    var reply: CheckedContinuation<Outcome, Never>
    var task: Task<Void, Never>
  }

  private typealias Outcome = Result<Response, TransportError>

  public func send(
    _ request: Request, limits: TransferLimits
  ) async throws(TransportError) -> Response {
    try RequestHead.check(request)
    let id = exchanges.withLock { exchanges in
      exchanges.lastID += 1
      return exchanges.lastID
    }
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { reply in start(request, limits, id, reply) }
    } onCancel: {
      finish(id, .failure(.cancelled))
    }
    return try outcome.get()
  }

  public func shutdown() {
    let ids = exchanges.withLock { exchanges in
      exchanges.isShutDown = true
      return Array(exchanges.waiting.keys)
    }
    for id in ids { finish(id, .failure(.cancelled)) }
  }

  private func start(
    _ request: Request, _ limits: TransferLimits, _ id: Int,
    _ reply: CheckedContinuation<Outcome, Never>
  ) {
    let isStarted = exchanges.withLock { exchanges in
      // NB: `onCancel` may have run before; from here on it finds what it has to finish.
      guard !exchanges.isShutDown, !Task.isCancelled else { return false }
      let task = Task.detached { [self] in
        let response = await respond(request)
        let isTooLarge = response.body.count > limits.body
        finish(id, isTooLarge ? .failure(.tooLarge(limits.body)) : .success(response))
      }
      exchanges.waiting[id] = Waiting(reply: reply, task: task)
      return true
    }
    if !isStarted { reply.resume(returning: .failure(.cancelled)) }
  }

  /// The first of several ends counts.
  private func finish(_ id: Int, _ outcome: Outcome) {
    guard let waiting = exchanges.withLock({ $0.waiting.removeValue(forKey: id) }) else { return }
    waiting.task.cancel()
    waiting.reply.resume(returning: outcome)
  }
}
