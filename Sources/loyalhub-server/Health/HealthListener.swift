import Glibc

/// Answers whether the server lives (`/v1/health`) and is ready (`/ready`), on a port of this machine
/// alone and on a thread of its own: neither a flood at the other port nor threads that are all busy
/// reach it.
final class HealthListener: Sendable {
  private let socket: ListeningSocket
  /// Where it listens, which was free when 0 was asked for.
  let port: Int

  /// Those who ask at once; one more ends the oldest.
  private static let mostClients = 32

  init(port: Int) throws(StartFailure) {
    do throws(ListeningSocket.Refusal) {
      socket = try ListeningSocket(host: "127.0.0.1", port: port)
      try socket.listen(backlog: 64)
    } catch {
      throw StartFailure("cannot listen on http://127.0.0.1:\(port) for --health: \(error)")
    }
    self.port = socket.port ?? port
  }

  var name: String { "http://127.0.0.1:\(port)" }

  /// - Parameter database: its file.
  func start(_ database: String) throws(StartFailure) -> Readiness {
    let readiness = try Readiness(database)
    let isRunning = OwnThread.start { [self] in
      var clients: [HealthClient] = []
      while true { serve(&clients, readiness) }
    }
    guard isRunning else { throw StartFailure("there is no thread for --health") }
    return readiness
  }

  private func serve(_ clients: inout [HealthClient], _ readiness: Readiness) {
    var polled = [
      pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: readiness.answers.reading, events: Int16(POLLIN), revents: 0),
    ]
    polled += clients.map { pollfd(fd: $0.descriptor, events: $0.awaited, revents: 0) }
    let left = clients.map(\.deadline).min().map { max(0, $0 - Elapsed.now()) }
    let count = poll(&polled, nfds_t(polled.count), left.map { Int32($0 * 1000) + 1 } ?? -1)
    if polled[1].revents != 0 { readiness.answers.drain() }
    for index in clients.indices {
      clients[index].go(on: count > 0 && polled[index + 2].revents != 0, readiness)
    }
    clients.removeAll(where: \.isOver)
    guard count > 0, polled[0].revents != 0 else { return }
    do throws(Newcomer.Nobody) {
      let newcomer = try Newcomer(from: socket)
      newcomer.prepare()
      admit(newcomer.descriptor, &clients)
    } catch {
      // NB: without a file for it, the connection stays where it is and would wake this at once.
      if error.lacksRoom { _ = poll(nil, 0, 50) }
    }
  }

  private func admit(_ descriptor: Int32, _ clients: inout [HealthClient]) {
    if clients.count >= HealthListener.mostClients {
      clients[0].end()
      clients.removeFirst()
    }
    clients.append(HealthClient(descriptor))
  }
}
