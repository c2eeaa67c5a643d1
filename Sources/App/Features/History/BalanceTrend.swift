import Cells
import Loyalty
import Themes

/// How the balance went in the last ninety days, a column for each three of them.
///
/// Reckoned back from the balance of now: what stood there at a moment is what stands there now
/// without the lines since.
struct BalanceTrend: Equatable {
  /// Points at the end of each step, the newest last.
  let steps: [Points]

  static let count = 30
  /// Days of a step.
  static let step: Int64 = 3

  /// - Parameters:
  ///   - entries: newest first.
  ///   - isComplete: whether they reach back to the first line of all.
  /// - Returns: `nil` when the lines that are here do not reach back far enough, or make no sense.
  init?(_ entries: [LedgerEntry], available: Points, now: Instant, isComplete: Bool) {
    var steps: [Points] = []
    var balance = available.rawValue
    var rest = entries[...]
    for index in 0..<BalanceTrend.count {
      let moment = now.adding(days: -Int64(index) * BalanceTrend.step)
      while let entry = rest.first, entry.createdAt > moment {
        let (before, overflow) = balance.subtractingReportingOverflow(entry.points.rawValue)
        guard !overflow else { return nil }
        balance = before
        rest.removeFirst()
      }
      if rest.isEmpty, !isComplete { return nil }
      steps.append(Points(balance))
    }
    self.steps = steps.reversed()
  }

  var lowest: Points { steps.min() ?? .zero }
  var highest: Points { steps.max() ?? .zero }

  /// A bar for each step, from the lowest to the highest; a level line when nothing changed.
  var bars: String {
    let range = highest.rawValue.subtractingReportingOverflow(lowest.rawValue)
    guard !range.overflow, range.partialValue > 0 else {
      return String(repeating: "▄", count: steps.count)
    }
    let glyphs = Array("▁▂▃▄▅▆▇█")
    return String(
      steps.map { step in
        let share = Double(step.rawValue - lowest.rawValue) / Double(range.partialValue)
        return glyphs[min(7, Int(share * 8))]
      })
  }
}

/// The bars beside the title, where there is room for them; read aloud as their limits.
func drawTrend(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let history = state.history
  guard history.query.isAll, history.rowsAbove == 0, let balance = state.home.contents.balance,
    let trend = BalanceTrend(
      history.entries, available: balance.available, now: state.now,
      isComplete: !history.hasMoreLocally && !history.hasMoreOnServer)
  else { return }
  let phrases = state.phrases
  let limits = phrases.say(
    trend.lowest < .zero ? .trendLimitsBelowZero : .trendLimits,
    [
      "low": phrases.number(trend.lowest, of: state.program),
      "high": phrases.number(trend.highest, of: state.program),
    ])
  guard rect.width >= BalanceTrend.count else { return }
  canvas.write(trend.bars, in: rect, .accent)
  // NB: limits that are cut would name other points.
  let place = rect.inset(left: BalanceTrend.count + 1)
  if displayWidth(of: limits) <= place.width { canvas.write(limits, in: place, .muted) }
  canvas.add(
    Element(
      "history.trend", .text, "\(phrases.say(.trend)): \(limits)".withPlainSpaces,
      bounds: rect.top(1)))
}
