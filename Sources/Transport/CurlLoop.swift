import CCurl
import Contract

/// What runs on libcurl's thread: admits exchanges, lets libcurl work, answers those who wait.
final class CurlLoop {
  /// Transfers at a time.
  ///
  /// The rest wait out here: inside libcurl a transfer's time limit would run while it waits for a
  /// connection.
  static let maximumActive = 64
  /// Handles and connections kept for the next request.
  private static let maximumIdle = 8

  private let engine: CurlEngine
  private let library: CurlLibrary
  private let multi: UnsafeMutableRawPointer
  private var pending: [Transfer] = []
  private var active: [UnsafeMutableRawPointer: Transfer] = [:]
  private var idle: [UnsafeMutableRawPointer] = []

  static func run(_ engine: CurlEngine, library name: String) {
    do throws(TransportError) {
      let library = try CurlLibrary.load(name)
      guard let multi = cc_multi_init(library.calls) else {
        throw TransportError(.unsupported, log: "libcurl could not start")
      }
      CurlLoop(engine, library, multi).run()
    } catch {
      engine.close(error)
      refuse(engine.takeCommands().commands, error)
    }
  }

  private init(
    _ engine: CurlEngine, _ library: CurlLibrary, _ multi: UnsafeMutableRawPointer
  ) {
    self.engine = engine
    self.library = library
    self.multi = multi
    cc_multi_set_long(library.calls, multi, CURLMOPT_MAXCONNECTS, CurlLoop.maximumIdle)
    cc_multi_set_long(library.calls, multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
  }

  private func run() {
    engine.hang(LoopBell(library: library, multi: multi))
    while true {
      let (commands, closed) = engine.takeCommands()
      if let closed {
        CurlLoop.refuse(commands, closed)
        break
      }
      for command in commands { obey(command) }
      repeat {
        admit()
        cc_multi_perform(library.calls, multi)
      } while harvest()
      // A wake-up, a byte or libcurl's own timers end this earlier; nothing else does while all that
      // is under way may last for ever.
      let isPatient = active.values.allSatisfy(\.exchange.limits.isEndless)
      cc_multi_poll(library.calls, multi, isPatient ? Int32.max : 1000)
    }
    leave()
  }

  private func obey(_ command: CurlEngine.Command) {
    switch command {
    case .start(let exchange, let reply):
      if exchange.isCancelled {
        reply.resume(returning: .failure(.cancelled))
      } else {
        pending.append(Transfer(exchange, reply))
      }
    case .cancel(let exchange):
      if let index = pending.firstIndex(where: { $0.exchange === exchange }) {
        pending.remove(at: index).finish(.failure(.cancelled))
      } else if let easy = active.first(where: { $0.value.exchange === exchange })?.key {
        end(easy, nil)
      }
    }
  }

  private func admit() {
    let count = min(pending.count, CurlLoop.maximumActive - active.count)
    guard count > 0 else { return }
    for transfer in pending.prefix(count) {
      guard let easy = idle.popLast() ?? cc_easy_init(library.calls) else {
        transfer.finish(.failure(TransportError(.unsupported, log: "libcurl: out of memory")))
        continue
      }
      active[easy] = transfer
      do throws(TransportError) {
        try transfer.configure(easy, library)
        guard cc_multi_add(library.calls, multi, easy) == CURLM_OK else {
          throw TransportError(.unsupported, log: "libcurl refused a transfer")
        }
      } catch {
        retire(easy)
        transfer.finish(.failure(error))
      }
    }
    pending.removeFirst(count)
  }

  /// - Returns: whether there is room now for one that waits.
  private func harvest() -> Bool {
    var code = CURLE_OK
    while let easy = cc_multi_next_done(library.calls, multi, &code) { end(easy, code) }
    return !pending.isEmpty && active.count < CurlLoop.maximumActive
  }

  /// - Parameter code: `nil` for a transfer that is stopped.
  private func end(_ easy: UnsafeMutableRawPointer, _ code: CURLcode?) {
    guard let transfer = active[easy] else { return }
    let outcome = code.map { transfer.outcome($0, easy, library) } ?? .failure(.cancelled)
    cc_multi_remove(library.calls, multi, easy)
    retire(easy)
    transfer.finish(outcome)
  }

  private func retire(_ easy: UnsafeMutableRawPointer) {
    if idle.count < CurlLoop.maximumIdle {
      cc_easy_reset(library.calls, easy)
      idle.append(easy)
    } else {
      cc_easy_cleanup(library.calls, easy)
    }
    // NB: not before: libcurl reads the header list and writes the error text until here.
    active.removeValue(forKey: easy)?.release(library)
  }

  private func leave() {
    engine.hang(nil)
    for easy in Array(active.keys) { end(easy, nil) }
    for transfer in pending { transfer.finish(.failure(.cancelled)) }
    for easy in idle { cc_easy_cleanup(library.calls, easy) }
    cc_multi_cleanup(library.calls, multi)
  }

  private static func refuse(_ commands: [CurlEngine.Command], _ error: TransportError) {
    for case .start(_, let reply) in commands { reply.resume(returning: .failure(error)) }
  }
}
