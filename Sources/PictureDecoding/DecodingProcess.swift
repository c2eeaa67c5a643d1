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
    var ends: [CInt] = [0, 0]
    let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw .notStarted(String(cString: strerror(errno)))
    }
    var process = pid_t()
    let code = process_spawn(program, PictureChild.verb, ends[1], &process)
    close(ends[1])
    guard code == 0 else {
      close(ends[0])
      throw .notStarted(String(cString: strerror(code)))
    }
    self.process = process
    socket = ends[0]
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
    close(socket)
    kill(-process, SIGKILL)
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
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
