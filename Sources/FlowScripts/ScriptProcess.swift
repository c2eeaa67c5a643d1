import CProcesses
@preconcurrency import Glibc

/// The process that runs scripts, seen from the one that asks; it is killed and waited for when
/// nobody has it any more.
final class ScriptProcess {
  let process: pid_t
  private let socket: CInt
  private var hasEnded = false
  /// The most bytes that were resident when somebody looked.
  ///
  /// NB: the record that the system keeps begins with that of whoever started it.
  private var mostBytes = 0

  enum Outcome {
    /// The body of a message.
    case message([UInt8])
    case tooSlow
    case tooLong
    case tooLarge
    /// It has said what is no message.
    case nonsense
    /// It has ended.
    case gone
  }

  /// - Throws: the system's words.
  init(_ program: String) throws(NotStarted) {
    var process = pid_t()
    var socket: CInt = -1
    let code = process_start(program, ScriptChild.verb, &process, &socket)
    guard code == 0 else { throw NotStarted(code: code) }
    (self.process, self.socket) = (process, socket)
  }

  deinit {
    _ = end()
  }

  struct NotStarted: Error, CustomStringConvertible {
    let code: CInt

    var description: String { String(cString: strerror(code)) }
  }

  /// Sends a message and takes the next one.
  func exchange(_ message: [UInt8], _ limits: ScriptLimits) -> Outcome {
    let last = ContinuousClock.now.advanced(by: limits.wall)
    let processor = processorTime() + limits.processor
    var rest = message[...]
    var answer: [UInt8] = []
    var length: Int?
    var glance = ContinuousClock.now
    while true {
      let events = Int16(rest.isEmpty ? POLLIN : POLLIN | POLLOUT)
      var state = pollfd(fd: socket, events: events, revents: 0)
      poll(&state, 1, ScriptProcess.pause)
      let now = ContinuousClock.now
      if now > glance.advanced(by: .milliseconds(ScriptProcess.pause)) {
        glance = now
        if now > last { return .tooLong }
        if processorTime() > processor { return .tooSlow }
        mostBytes = max(mostBytes, residentBytes())
        if mostBytes > limits.megabytes << 20 { return .tooLarge }
      }
      if state.revents & Int16(POLLOUT) != 0, !rest.isEmpty { rest = send(rest) }
      guard state.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = recv(socket, &chunk, chunk.count, CInt(MSG_DONTWAIT))
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      guard count > 0 else { return .gone }
      answer += chunk[..<count]
      if length == nil, answer.count >= 4 {
        length = ScriptWire.length(answer.prefix(4))
        guard length != nil else { return .nonsense }
      }
      guard let length, answer.count >= 4 + length else { continue }
      return answer.count == 4 + length ? .message(Array(answer.dropFirst(4))) : .nonsense
    }
  }

  /// Milliseconds between two looks at what it uses.
  private static let pause: CInt = 10

  /// What is still to be sent.
  private func send(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let flags = CInt(MSG_DONTWAIT) | CInt(MSG_NOSIGNAL)
    let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
    if count < 0, errno == EAGAIN || errno == EINTR { return rest }
    return count > 0 ? rest.dropFirst(count) : []
  }
}

/// What it uses and how it ends.
extension ScriptProcess {
  enum Status: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Kills it, unless it has ended, and waits until it is gone.
  ///
  /// - Returns: how it has ended and the most bytes that were resident; `nil` when it was over before.
  func end() -> (status: Status, mostBytes: Int)? {
    guard !hasEnded else { return nil }
    hasEnded = true
    mostBytes = max(mostBytes, residentBytes())
    let status = process_end(process, socket)
    return status & 0x7F == 0
      ? (.exit((status >> 8) & 0xFF), mostBytes) : (.signal(status & 0x7F), mostBytes)
  }

  /// Of all its threads, since its start.
  private func processorTime() -> Duration {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return .zero
    }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// 0 when it has none any more.
  private func residentBytes() -> Int {
    let file = open("/proc/\(process)/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = read(file, &text, text.count)
    let numbers = String(decoding: text.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
    guard numbers.count > 1, let pages = Int(numbers[1]) else { return 0 }
    return pages * sysconf(CInt(_SC_PAGESIZE))
  }
}
