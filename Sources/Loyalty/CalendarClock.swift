import Synchronization

/// What time it is: the machine's own, and the calendar's, which a demo may move.
///
/// Data and words are about the calendar. Time limits, tokens and retries go by the machine, so that
/// moving the calendar ends no session and repeats no request.
public final class CalendarClock: Sendable {
  private let read: @Sendable () -> Instant
  private let ahead = Mutex<Int64>(0)
  private let skipped = Mutex<Int64>(0)

  /// - Parameters:
  ///   - machine: the machine's own clock.
  ///   - moment: what the calendar shows now; `nil` is what the machine does.
  public init(machine: @escaping @Sendable () -> Instant, showing moment: Instant? = nil) {
    read = machine
    if let moment { set(to: moment) }
  }

  public var machine: Instant { Instant(milliseconds: read().rawValue + passed) }

  public var now: Instant { Instant(milliseconds: machine.rawValue + offset) }

  /// Milliseconds that have passed in no time: a flow waits for nothing.
  public var passed: Int64 { skipped.withLock(\.self) }

  /// Lets time pass, for the machine's clock as well.
  public func pass(milliseconds: Int64) {
    skipped.withLock { $0 = $0.adding(saturating: max(0, milliseconds)) }
  }

  /// Milliseconds that a calendar is ahead or behind at most: more than there are moments.
  private static let furthest: Int64 = 400_000_000_000_000

  /// Milliseconds that the calendar is ahead of the machine.
  public var offset: Int64 {
    get { ahead.withLock(\.self) }
    set { ahead.withLock { $0 = min(max(newValue, -Self.furthest), Self.furthest) } }
  }

  public func set(to moment: Instant) {
    offset = moment.rawValue - machine.rawValue
  }

  public func travel(milliseconds: Int64) {
    offset = offset.adding(saturating: milliseconds)
  }

  /// Moments that the calendar can be moved to: those whose time zones we know well enough.
  public static let moments =
    Instant(milliseconds: 946_684_800_000)..<Instant(milliseconds: 4_102_444_800_000)

  /// Why a text is no moment to move the calendar to, with one that is.
  public static let example = "a moment from 2000 to 2099, such as 2026-12-31T23:59:00+03:00"
}

extension Instant {
  /// Reads the moment of `--clock`: RFC 3339, whose seconds may be left out.
  public init?(clock text: String) {
    var text = text
    let bytes = Array(text.utf8)
    // `2026-12-31T23:59` and then a zone.
    if bytes.count > 16, bytes[16] != UInt8(ascii: ":"), bytes.allSatisfy({ $0 < 0x80 }) {
      text = String(text.prefix(16)) + ":00" + text.dropFirst(16)
    }
    guard let instant = Instant(rfc3339: text), CalendarClock.moments.contains(instant) else {
      return nil
    }
    self = instant
  }
}
