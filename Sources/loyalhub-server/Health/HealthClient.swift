import Glibc

/// One who asks for the server's health: one request, one answer.
struct HealthClient {
  let descriptor: Int32
  /// In the seconds of `Elapsed`; then it is told what is known, or nothing.
  private(set) var deadline: Double
  private(set) var isOver = false
  private var asked: [UInt8] = []
  private var isWaiting = false
  private var answer: ArraySlice<UInt8> = []

  /// Seconds for the request and the answer.
  private static let patience = 2.0
  /// Seconds for the database, within them.
  private static let patienceForDatabase = 1.0
  /// Bytes.
  private static let longestRequest = 8192

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    deadline = Elapsed.now() + HealthClient.patience
  }

  /// What is to happen at its socket.
  var awaited: Int16 {
    if !answer.isEmpty { return Int16(POLLOUT) }
    return isWaiting ? 0 : Int16(POLLIN)
  }

  /// - Parameter isCalled: whether something has happened there.
  mutating func go(on isCalled: Bool, _ readiness: Readiness) {
    let isLate = Elapsed.now() >= deadline
    if isWaiting {
      // Nothing was asked of the system but to say that the client has gone.
      guard !isCalled else { return end() }
      tell(readiness.answer(), isLast: isLate)
    } else if isLate {
      end()
    } else if isCalled, answer.isEmpty {
      read(readiness)
    }
    if !answer.isEmpty { write() }
  }

  mutating func end() {
    guard !isOver else { return }
    isOver = true
    close(descriptor)
  }

  private mutating func read(_ readiness: Readiness) {
    var bytes = [UInt8](repeating: 0, count: 2048)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    guard count > 0 else { return end() }
    asked += bytes.prefix(count)
    guard asked.count <= HealthClient.longestRequest else { return end() }
    // The fields do not matter, but a connection that is closed before they are read is cut.
    guard asked.suffix(4) == Array("\r\n\r\n".utf8) || asked.suffix(2) == Array("\n\n".utf8) else {
      return
    }
    let words = asked.prefix { $0 != 0x0D && $0 != 0x0A }.split(separator: 0x20)
    guard words.count == 3, words[2].starts(with: "HTTP/1.".utf8) else {
      return tell("400 Bad Request", "no request")
    }
    guard words[0].elementsEqual("GET".utf8) else {
      return tell("405 Method Not Allowed", "only GET")
    }
    let path = words[1].prefix { $0 != UInt8(ascii: "?") }
    if path.elementsEqual("/v1/health".utf8) {
      tell("200 OK", "ok")
    } else if path.elementsEqual("/ready".utf8) {
      isWaiting = true
      deadline = min(deadline, Elapsed.now() + HealthClient.patienceForDatabase)
      tell(readiness.answer(), isLast: false)
    } else {
      tell("404 Not Found", "there are /v1/health and /ready")
    }
  }

  private mutating func tell(_ answer: Readiness.Answer, isLast: Bool) {
    switch answer {
    case .ready: tell("200 OK", "ready")
    case .refused(let words): tell("503 Service Unavailable", words)
    case .unknown:
      if isLast { tell("503 Service Unavailable", "the database does not answer") }
    }
  }

  private mutating func tell(_ status: String, _ words: String) {
    isWaiting = false
    deadline = Elapsed.now() + HealthClient.patience
    let body = "{\"status\":\"\(HealthClient.escaped(words))\"}\n"
    answer =
      Array(
        """
        HTTP/1.1 \(status)\r
        Content-Type: application/json\r
        Content-Length: \(body.utf8.count)\r
        Cache-Control: no-store\r
        Connection: close\r
        \r
        \(body)
        """.utf8)[...]
  }

  private mutating func write() {
    let count = answer.withUnsafeBytes {
      send(descriptor, $0.baseAddress, $0.count, 0)
    }
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    guard count > 0 else { return end() }
    answer = answer.dropFirst(count)
    if answer.isEmpty { end() }
  }

  /// Within a string of JSON.
  private static func escaped(_ words: String) -> String {
    words.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
  }
}
