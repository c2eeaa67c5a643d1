import NIOCore
import Synchronization

/// What a connection is doing, as its deadlines see it.
///
/// It belongs to the connection's event loop.
final class Conversation {
  let connections: Connections
  private let link: Link
  private var limits: ConnectionLimits { connections.limits }

  /// Sent through the handlers when an answer has gone, and when nothing is taken any more.
  struct Step {}

  /// What came and was not let in yet.
  var intake = Intake()
  /// Heads that came, less answers that went: at most one.
  private(set) var requests = 0
  /// A head came, and not yet all of its body.
  private(set) var isReceivingBody = false
  /// Of a head, what comes now has its method and target.
  private(set) var isInFirstLine = true
  private var hasFirstLine = false
  /// Bytes of it that are still to come, where its length was told.
  private var rest: Int?
  /// What came is no HTTP, and nothing that comes after it is.
  private(set) var isBroken = false
  /// Of the head or the body that is coming.
  private var received = 0
  /// Since when the client is waited for.
  private var begun = NIODeadline.now()
  private var isFirst = true
  /// When the server stopped to read, as it has enough to do with what came.
  private var stoppedReading: NIODeadline?

  /// Writes that the system has not taken yet.
  private(set) var unsent = 0
  private var written = 0
  private var sent = 0
  /// The same, with the part of the first write that was taken.
  private var sentLately = 0
  private var sendingSince = NIODeadline.now()
  private var sentBefore = 0

  /// Nothing is written any more; what comes is thrown away until the client closes too.
  private(set) var isLeaving = false
  /// No further request is taken.
  var isDraining = false

  init(_ link: Link, _ connections: Connections) {
    self.link = link
    self.connections = connections
  }

  /// The head of an answer has gone, and not yet its end.
  private(set) var isAnswering = false

  var isIdle: Bool { requests == 0 && !isReceivingBody }

  /// A request has begun to come and can still be refused.
  var isBeingAsked: Bool { isReceivingBody && !isAnswering || requests == 0 && received > 0 }

  // MARK: What comes

  /// - Returns: what the decoder may have, of one request at a time.
  func next() -> ByteBuffer? {
    guard !isLeaving, !isBroken, requests == 0 || isReceivingBody,
      let bytes = intake.next(rest: rest)
    else { return nil }
    if isIdle, received == 0 { begun = .now() }
    received += bytes.readableBytes
    isInFirstLine = !hasFirstLine
    if bytes.readableBytesView.last == UInt8(ascii: "\n") { hasFirstLine = true }
    settle()
    return bytes
  }

  /// - Parameter length: of the body in bytes, where it is told.
  func receiveHead(length: Int?) {
    rest = length
    requests += 1
    isFirst = false
    isReceivingBody = true
    restart()
  }

  func receiveBody(bytes: Int) {
    rest = rest.map { $0 - bytes }
    connections.hold(bytes, link)
  }

  func receiveEnd() {
    isReceivingBody = false
    rest = nil
    restart()
  }

  func breakOff() {
    isBroken = true
  }

  func stopReading() {
    stoppedReading = .now()
  }

  /// Time that the server took for itself does not count.
  func goOnReading() {
    guard let stopped = stoppedReading else { return }
    stoppedReading = nil
    let pause = NIODeadline.now() - stopped
    guard pause > .milliseconds(100) else { return }
    begun = begun + pause
    settle()
  }

  // MARK: What goes

  /// - Returns: whether it is the last answer.
  func beginAnswer(closes: Bool) -> Bool {
    isAnswering = true
    // NB: what has not come yet of a request would be taken for the next one.
    return closes || isReceivingBody || isDraining
  }

  func finishAnswer() {
    isAnswering = false
    // What is no HTTP gets an answer too.
    requests = max(0, requests - 1)
    if requests == 0 { connections.release(link) }
    restart()
  }

  func send(bytes: Int) {
    written += bytes
    if unsent == 0 {
      sendingSince = .now()
      sentBefore = sent
      sentLately = sent
    }
    unsent += 1
    settle()
  }

  func finishSending(bytes: Int) {
    unsent -= 1
    sent += bytes
    sentLately = max(sent, sentLately)
    if isLeaving, unsent == 0 { begun = .now() }
    settle()
  }

  func leave() {
    isLeaving = true
    restart()
  }

  // MARK: Deadlines

  /// - Parameter buffered: bytes that the system has not taken yet, of all writes.
  func isLate(buffered: Int) -> Bool {
    sentLately = max(sentLately, written - buffered)
    settle()
    return link.due.load(ordering: .relaxed) <= NIODeadline.now().uptimeNanoseconds
  }

  private func restart() {
    begun = .now()
    if stoppedReading != nil { stoppedReading = begun }
    received = 0
    hasFirstLine = false
    settle()
  }

  private func settle() {
    var due = NIODeadline.distantFuture
    if unsent > 0 { due = sendingSince + limits.time(for: sentLately - sentBefore) }
    if isLeaving {
      if unsent == 0 { due = begun + ConnectionLimits.farewell }
    } else {
      if isReceivingBody {
        due = min(due, begun + min(limits.body, limits.time(for: received)))
      } else if requests == 0 {
        due = min(due, begun + (received > 0 || isFirst ? limits.head : limits.idle))
      }
      // Not the client's fault.
      if isReceivingBody, stoppedReading != nil, unsent == 0 { due = .now() + limits.patience }
    }
    link.due.store(due.uptimeNanoseconds, ordering: .relaxed)
    let isWaiting = due != .distantFuture
    link.waitingSince.store(isWaiting ? begun.uptimeNanoseconds : 0, ordering: .relaxed)
  }
}
