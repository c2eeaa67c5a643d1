import CCurl
import Contract
import Synchronization

/// The side of libcurl's thread that any thread may talk to: an inbox and a bell.
final class CurlEngine: Sendable {
  typealias Reply = CheckedContinuation<Result<Response, TransportError>, Never>

  enum Command {
    /// The one who waits travels along: `cancel` may have been posted before.
    case start(Exchange, Reply)
    case cancel(Exchange)
  }

  private struct Inbox {
    var commands: [Command] = []
    var bell: LoopBell?
    /// Why nothing is taken in any more.
    var closed: TransportError?
  }

  private let inbox = Mutex(Inbox())

  /// Starts the thread, which keeps the engine until `close`.
  static func start(library: String) -> CurlEngine? {
    let engine = CurlEngine()
    let start = Unmanaged.passRetained(Start(engine: engine, library: library))
    guard cc_spawn_thread("curl", runEngine, start.toOpaque()) else {
      start.release()
      return nil
    }
    return engine
  }

  func send(_ exchange: Exchange) async throws(TransportError) -> Response {
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { reply in
        if let error = post(.start(exchange, reply)) { reply.resume(returning: .failure(error)) }
      }
    } onCancel: {
      exchange.cancel()
      _ = post(.cancel(exchange))
    }
    return try outcome.get()
  }

  /// Refuses what comes later; the thread then ends what is under way.
  func close(_ error: TransportError) {
    inbox.withLock { inbox in
      if inbox.closed == nil { inbox.closed = error }
      inbox.bell?.ring()
    }
  }

  /// - Returns: why the engine does not take it.
  private func post(_ command: Command) -> TransportError? {
    inbox.withLock { inbox in
      guard inbox.closed == nil else { return inbox.closed }
      inbox.commands.append(command)
      inbox.bell?.ring()
      return nil
    }
  }

  /// Called on the engine's own thread with what wakes it, and with `nil` before it leaves.
  func hang(_ bell: LoopBell?) {
    inbox.withLock { $0.bell = bell }
  }

  /// What has come since the last call, and why it should end, if it should.
  func takeCommands() -> (commands: [Command], closed: TransportError?) {
    inbox.withLock { inbox in
      defer { inbox.commands = [] }
      return (inbox.commands, inbox.closed)
    }
  }
}

/// What wakes libcurl's thread from any other.
///
/// `curl_multi_wakeup` is the one call that libcurl allows off-thread, and the inbox's lock keeps it
/// from being made after the handle is gone.
// NB: unchecked, as the compiler knows neither of libcurl's promise nor of the lock.
struct LoopBell: @unchecked Sendable {
  let library: CurlLibrary
  let multi: UnsafeMutableRawPointer

  func ring() {
    cc_multi_wakeup(library.calls, multi)
  }
}

private final class Start {
  let engine: CurlEngine
  let library: String

  init(engine: CurlEngine, library: String) {
    self.engine = engine
    self.library = library
  }
}

// NB: callbacks from C stand at file scope: one that is isolated to an actor traps at run time.
private func runEngine(_ context: UnsafeMutableRawPointer) {
  let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
  CurlLoop.run(start.engine, library: start.library)
}
