import CTerminal
import Cells
import Glibc

/// Waits for the terminal, for signals and for messages at once, and hands over all that came.
///
/// It sleeps without any timer unless a deadline is given. Stopping (Ctrl-Z from outside),
/// continuing and resizing are dealt with here and arrive as one `Input.resize`.
public final class EventLoop<Message: Sendable> {
  private let session: TerminalSession
  private let mailbox: Mailbox<Message>
  private var decoder: InputDecoder
  private let clock = ContinuousClock()
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)
  /// Bytes read before a batch is handed over, so that a flood cannot keep the screen still.
  private let batchLimit = 1 << 20

  public init(_ session: TerminalSession, _ mailbox: Mailbox<Message>) {
    self.session = session
    self.mailbox = mailbox
    decoder = InputDecoder(escapeDelay: session.escapeDelay)
  }

  /// The next batch; an empty one when `timeout` has passed (`nil` waits for ever), and `nil` when
  /// the terminal is gone.
  public func next(within timeout: Duration? = nil) -> Wake<Message>? {
    let deadline = timeout.map { clock.now.advanced(by: $0) }
    var wake = Wake<Message>()
    while !session.isGone {
      wait(until: [deadline, decoder.pendingDeadline].compactMap(\.self).min())
      collect(&wake)
      if !wake.isEmpty { return wake }
      if let deadline, deadline <= clock.now { return wake }
    }
    return nil
  }

  private var readiness: (terminal: Int16, signals: Int16, mailbox: Int16) = (0, 0, 0)

  private func wait(until deadline: ContinuousClock.Instant?) {
    var descriptors = [
      pollfd(fd: session.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: session.signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&descriptors, nfds_t(descriptors.count), milliseconds(until: deadline))
    readiness =
      ready > 0
      ? (descriptors[0].revents, descriptors[1].revents, descriptors[2].revents) : (0, 0, 0)
  }

  /// For `poll`: rounded up, so that a deadline has passed when it returns; -1 is for ever.
  private func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = clock.now.duration(to: deadline)
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    let (rounded, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    guard !overflow else { return .max }
    return Int32(clamping: rounded + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  private func collect(_ wake: inout Wake<Message>) {
    if readiness.mailbox != 0 { wake.messages = mailbox.drain() }
    if readiness.terminal != 0 {
      readTerminal(&wake)
    } else if let pending = decoder.pendingDeadline, pending <= clock.now {
      wake.inputs += decoder.expire(at: clock.now)
    }
    if readiness.signals != 0 { readSignals(&wake) }
    wake.background = decoder.takeBackground()
    wake.areSignsWide = decoder.takeCursorColumn().flatMap { session.takeProbe(column: $0) }
    for answer in decoder.takeAnswers() { session.take(answer) }
    wake.pictureNews = session.takePictureNews()
  }

  private func readTerminal(_ wake: inout Wake<Message>) {
    var total = 0
    repeat {
      let count = read(session.input, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      guard count > 0 else { return session.markGone() }
      wake.inputs += decoder.feed(buffer[..<count], at: clock.now)
      total += count
    } while total < batchLimit && session.hasInput
  }

  private func readSignals(_ wake: inout Wake<Message>) {
    var resized = false
    while case let number = ct_signals_read(session.signals), number != 0 {
      switch number {
      case SIGTSTP:
        session.suspend(wholeJob: false)
        resized = true
      case SIGCONT:
        session.reclaim()
        resized = true
      case SIGWINCH:
        // Also when the size is as before: on the way there and back the terminal has cut the screen.
        session.refreshSize()
        session.redraw()
        resized = true
      default:
        wake.signals.append(Signal(number: number))
      }
    }
    if resized { wake.inputs.append(.resize(session.size)) }
  }
}
