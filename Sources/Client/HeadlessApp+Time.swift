// Waiting in a flow's own time.
extension HeadlessApp {
  /// Seconds of everybody's time that what is under way may take.
  private static let patience: Int64 = 60

  /// Goes on from one moment at which something happens to the next one, each as soon as all that was
  /// under way before it is done.
  func wait(
    for limit: Duration, _ time: VirtualTime, until isDone: (HeadlessApp) throws -> Bool
  ) rethrows -> Bool {
    let end = clock.now.advanced(by: .seconds(HeadlessApp.patience))
    var left = limit
    while true {
      var isFound = false
      let hasSettled = try hasSettled(time, until: end) { app in
        isFound = try isDone(app)
        return isFound
      }
      if isFound { return true }
      guard hasSettled, left > .zero else { return false }
      let rest = time.untilRested.map { Duration.milliseconds($0) }
      let pause = max(.milliseconds(1), min(left, untilDeadline ?? left, rest ?? left))
      guard (try? time.pass(pause)) != nil else { return false }
      left -= pause
      passDeadline()
    }
  }

  /// Waits until nothing is under way, in this window and in the others, and no news are on their way.
  ///
  /// - Parameters:
  ///   - end: in everybody's time.
  ///   - isDone: ends it sooner.
  /// - Returns: `false` when that took too long.
  func hasSettled(
    _ time: VirtualTime, until end: ContinuousClock.Instant,
    unless isDone: (HeadlessApp) throws -> Bool
  ) rethrows -> Bool {
    var mark: Int64?
    while true {
      let others = companions()
      // NB: each of them, not until the first that has news.
      let changed = ([self] + others).filter { $0.handleDelivered() }
      if !changed.isEmpty { mark = nil }
      if try isDone(self) { return true }
      let isIdle = { self.isIdle && others.allSatisfy(\.isIdle) }
      if isIdle() {
        guard let asked = mark else {
          mark = try? time.mark()
          if mark == nil { return true }
          continue
        }
        if time.hasHeard(asked), isIdle() { return true }
      }
      let left = clock.now.duration(to: end)
      guard left > .zero else { return false }
      bell.wait(for: left)
    }
  }
}
