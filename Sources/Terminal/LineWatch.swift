/// Whether the line to the terminal is too slow for pictures.
///
/// Pure, and said once: a line that was too slow stays so for the session.
struct LineWatch {
  /// For the log, once it is known to be too slow.
  private(set) var verdict: String?
  private var asked: [ContinuousClock.Instant] = []
  private var lateAnswers = 0
  private var isFast = false
  private var slowWrites = 0

  /// The time that an answer takes, of the quickest of three: one may have waited for anything.
  private static let latest = Duration.milliseconds(300)
  /// Writes in a row that held the app up for so long, with so few bytes in a second.
  private static let tries = 3
  private static let longest = Duration.milliseconds(300)
  private static let leastBytes = 24_000.0

  /// A question was sent that every terminal answers at once.
  mutating func ask(at now: ContinuousClock.Instant) {
    asked.append(now)
  }

  /// - Returns: whether to ask again.
  mutating func answer(at now: ContinuousClock.Instant) -> Bool {
    guard !asked.isEmpty else { return false }
    let time = asked.removeFirst().duration(to: now)
    guard verdict == nil, !isFast else { return false }
    guard time > Self.latest else {
      isFast = true
      return false
    }
    lateAnswers += 1
    guard lateAnswers >= Self.tries else { return asked.isEmpty }
    verdict = "the terminal answers after \(time.milliseconds) ms"
    return false
  }

  mutating func wrote(_ bytes: Int, in time: Duration) {
    guard verdict == nil, bytes >= 1024 else { return }
    let rate = Double(bytes) * 1000 / Double(max(1, time.milliseconds))
    guard time > Self.longest, rate < Self.leastBytes else {
      slowWrites = 0
      return
    }
    slowWrites += 1
    if slowWrites >= Self.tries { verdict = "the line takes \(Int(rate)) bytes a second" }
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
