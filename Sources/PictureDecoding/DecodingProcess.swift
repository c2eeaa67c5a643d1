import CProcesses
@preconcurrency import Glibc
import Pictures

/// The process that decodes one picture, seen from the one that asks; it is ended and waited for
/// whatever happens.
struct DecodingProcess: ~Copyable {
  private let process: pid_t
  private let socket: CInt

  enum Outcome {
    /// All that it has said.
    case all([UInt8])
    /// It has said more than any answer can be.
    case tooMuch
    case tooSlow
  }

  enum Status: Equatable {
    case exit(Int32)
    case signal(Int32)

    var problem: PictureProblem {
      switch self {
      case .exit(let status): .ended(signal: nil, status: status)
      case .signal(let signal): .ended(signal: signal, status: 0)
      }
    }
  }

  init(_ program: String) throws(PictureProblem) {
    var process = pid_t()
    var socket: CInt = -1
    let code = process_start(program, PictureChild.verb, &process, &socket)
    guard code == 0 else { throw .notStarted(String(cString: strerror(code))) }
    (self.process, self.socket) = (process, socket)
  }

  /// Sends a request, and takes what comes back until the other side closes.
  func exchange(
    _ request: [UInt8], limit: Int, until end: ContinuousClock.Instant
  ) -> Outcome {
    var rest = request[...]
    var answer: [UInt8] = []
    while true {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else { return .tooSlow }
      let events = Int16(rest.isEmpty ? POLLIN : POLLIN | POLLOUT)
      var state = pollfd(fd: socket, events: events, revents: 0)
      let milliseconds = left.components.seconds * 1000 + 1
      guard poll(&state, 1, CInt(clamping: min(milliseconds, 1000))) > 0 else { continue }
      if state.revents & Int16(POLLOUT) != 0, !rest.isEmpty { rest = send(rest) }
      guard state.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = recv(socket, &chunk, chunk.count, CInt(MSG_DONTWAIT))
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      // NB: who ends without having read all is told of as a reset connection.
      guard count > 0 else { return .all(answer) }
      answer += chunk[..<count]
      guard answer.count <= limit else { return .tooMuch }
    }
  }

  /// Ends it, unless it has ended, and waits until it is gone.
  consuming func end() -> Status {
    let status = process_end(process, socket)
    return status & 0x7F == 0 ? .exit((status >> 8) & 0xFF) : .signal(status & 0x7F)
  }

  /// What is still to be sent.
  private func send(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let flags = CInt(MSG_DONTWAIT) | CInt(MSG_NOSIGNAL)
    let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
    if count < 0, errno == EAGAIN || errno == EINTR { return rest }
    let sent = count > 0 ? rest.dropFirst(count) : []
    if sent.isEmpty { shutdown(socket, CInt(SHUT_WR)) }
    return sent
  }
}
