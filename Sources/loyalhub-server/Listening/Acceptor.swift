import Glibc
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// Takes connections from the system on a thread of its own, which does nothing else.
///
/// A SYN that finds the system's queue full is dropped, and comes again after a second (RFC 6298,
/// 5.5): whoever floods has to be turned away faster than connections can be opened.
final class Acceptor: Service {
  private let socket: ListeningSocket
  private let connections: Connections
  private let channel: CountedChannel
  private let wakeup: Wakeup
  private let onRunning: @Sendable (ListeningSocket) -> Void
  /// Taken, and not yet a channel.
  private let waiting = Atomic<Int>(0)
  /// Said beside the wakeup: under load nobody looks at that.
  private let isEnding = Atomic<Bool>(false)

  private static let backlog: Int32 = 4096
  /// Those that may wait for their channel; others wait in the system's queue.
  private var mostWaiting: Int { min(128, max(1, connections.limits.most / 16)) }
  /// Between two looks at the system's queue.
  private static let batch = 64

  init(
    _ socket: ListeningSocket, _ connections: Connections, _ channel: CountedChannel,
    onRunning: @escaping @Sendable (ListeningSocket) -> Void
  ) throws(StartFailure) {
    self.socket = socket
    self.connections = connections
    self.channel = channel
    self.onRunning = onRunning
    wakeup = try Wakeup()
  }

  func run() async throws {
    try socket.listen(backlog: Acceptor.backlog)
    let (newcomers, taken) = AsyncStream<Newcomer>.makeStream()
    let isRunning = OwnThread.start { [self] in
      accept { taken.yield($0) }
      socket.close()
      taken.finish()
    }
    guard isRunning else { throw StartFailure("there is no thread that takes connections") }
    onRunning(socket)
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        for await newcomer in newcomers {
          group.addTask { [self] in await serve(newcomer) }
        }
      }
    } onGracefulShutdown: { [self] in
      isEnding.store(true, ordering: .relaxed)
      wakeup.ring()
      connections.quiesce()
    }
  }

  private func serve(_ newcomer: Newcomer) async {
    do {
      let value = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.allowRemoteHalfClosure, value: true)
        .withConnectedSocket(newcomer.descriptor) { [self] in
          channel.setup(channel: $0, from: newcomer.peer)
        }
      waiting.subtract(1, ordering: .relaxed)
      connections.quiesceIfOver(value.channel)
      await channel.handle(value: value)
    } catch {
      // Whoever has gone again has no channel.
      waiting.subtract(1, ordering: .relaxed)
    }
  }
}

// On the thread.
extension Acceptor {
  private func accept(_ take: (Newcomer) -> Void) {
    var welcome = Welcome()
    while !isOver() {
      repeat { look(&welcome) } while acceptBatch(&welcome, take)
    }
  }

  private func look(_ welcome: inout Welcome) {
    if socket.isCrowded { welcome.noteCrowd(now: Elapsed.now()) }
  }

  /// - Returns: whether more may wait.
  private func acceptBatch(_ welcome: inout Welcome, _ take: (Newcomer) -> Void) -> Bool {
    for _ in 0..<Acceptor.batch where !isEnding.load(ordering: .relaxed) {
      do throws(Newcomer.Nobody) {
        let newcomer = try Newcomer(from: socket)
        guard isWelcome(newcomer, &welcome) else {
          newcomer.cut()
          continue
        }
        newcomer.prepare()
        waiting.add(1, ordering: .relaxed)
        take(newcomer)
      } catch {
        // NB: it would wake this thread at once, for ever.
        if error.lacksRoom { _ = poll(nil, 0, 50) }
        return error.mayBeFollowed
      }
      while waiting.load(ordering: .relaxed) >= mostWaiting, !isEnding.load(ordering: .relaxed) {
        _ = poll(nil, 0, 1)
        look(&welcome)
      }
    }
    return !isEnding.load(ordering: .relaxed)
  }

  private func isWelcome(_ newcomer: Newcomer, _ welcome: inout Welcome) -> Bool {
    let now = Elapsed.now()
    guard welcome.isPressed(now: now) || connections.arePressed,
      let address = connections.countedAddress(of: newcomer.peer)
    else { return true }
    return welcome.admits(address, now: now)
  }

  /// Waits for a connection, or to be told to end.
  private func isOver() -> Bool {
    var polled = [
      pollfd(fd: wakeup.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&polled, nfds_t(polled.count), -1) < 0 && errno == EINTR {}
    return polled[0].revents != 0
  }
}
