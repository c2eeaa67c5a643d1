import Contract

/// Whether there is time to take a newcomer in.
///
/// A connection costs more to take in than to open, so that one address could fill the queue in
/// which the system keeps those that are to be taken, and others would find no place in it.
struct Welcome {
  /// Connections of this second that came under pressure.
  private var counts: [ClientAddress: Int] = [:]
  private var second: Int64 = 0
  /// A second after the queue was crowded, however few are open.
  private var pressedUntil = 0.0

  /// Connections of an address in a second, under pressure: taking them in leaves time for others.
  static let allowance = 300

  /// - Parameter now: seconds of a clock that nobody sets.
  mutating func noteCrowd(now: Double) {
    pressedUntil = now + 1
  }

  func isPressed(now: Double) -> Bool { now < pressedUntil }

  /// Counts one of an address, under pressure.
  ///
  /// - Returns: whether it may come in.
  mutating func admits(_ address: ClientAddress, now: Double) -> Bool {
    if Int64(now) != second {
      second = Int64(now)
      counts.removeAll(keepingCapacity: true)
    }
    counts[address, default: 0] += 1
    return counts[address, default: 0] <= Welcome.allowance
  }
}
