import Contract
import Foundation
import HTTPTypes
import Synchronization

/// A server on raw sockets that can misbehave in every way that a script asks for.
///
/// NB: `@unchecked Sendable`: the descriptors are only touched under the lock.
final class BareServer: @unchecked Sendable {
  enum Answer: Sendable {
    case response(Response)
    /// Bytes as they are; then the connection is closed.
    case raw([UInt8])
    /// Bytes as they are; then nothing, for as long as the client stays.
    case rawThenSilence([UInt8])
    /// The connection is reset.
    case reset
  }

  enum Place {
    case tcp
    case unixSocket(String)
  }

  private let listener: Int32
  private let greeting: [UInt8]
  private let respond: @Sendable (Request) -> Answer
  private let lock = Mutex(())
  private var open: Set<Int32> = []
  private var isStopped = false
  let port: Int

  /// - Parameter greeting: sent to each client before it has asked anything.
  init(
    at place: Place, greeting: String = "", respond: @escaping @Sendable (Request) -> Answer
  ) throws {
    self.greeting = Array(greeting.utf8)
    self.respond = respond
    switch place {
    case .tcp: (listener, port) = try Socket.listenOnLoopback()
    case .unixSocket(let path):
      listener = try Socket.listen(atPath: path)
      port = 0
    }
    Thread.detachNewThread { self.accept() }
  }

  /// As if the process had been killed: nobody is told anything.
  func stop() {
    lock.withLock { _ in
      isStopped = true
      shutdown(listener, Int32(SHUT_RDWR))
      for connection in open { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { break }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      let isTaken = lock.withLock { _ in
        if !isStopped { open.insert(connection) }
        return !isStopped
      }
      guard isTaken else {
        close(connection)
        break
      }
      Thread.detachNewThread {
        self.serve(Socket(connection))
        self.lock.withLock { _ in _ = self.open.remove(connection) }
        close(connection)
      }
    }
    close(listener)
  }

  private func serve(_ socket: Socket) {
    guard socket.write(greeting) else { return }
    while let request = socket.readRequest() {
      switch respond(request) {
      case .response(let response):
        guard socket.write(response) else { return }
      case .raw(let bytes):
        _ = socket.write(bytes)
        return
      case .rawThenSilence(let bytes):
        _ = socket.write(bytes)
        socket.waitForEnd()
        return
      case .reset:
        socket.resetOnClose()
        return
      }
    }
  }
}
