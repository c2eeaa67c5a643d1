public import Loyalty

/// A month by the clocks of the program.
public struct HistoryPeriod: Hashable, Sendable {
  public let year: Int
  /// 1–12.
  public let month: Int
  /// Its first moment, and that of the next one.
  public let span: Range<Instant>

  init(_ day: Day, in zone: Zone) {
    year = day.year
    month = day.month
    let first = day.daysSince1970 - Int64(day.day - 1)
    // Its day is one of the first in any month after.
    let next = Day(daysSince1970: first + 31)
    let start = zone.start(of: Day(daysSince1970: first))
    let end = zone.start(
      of: Day(daysSince1970: next.daysSince1970 - Int64(next.day - 1)))
    span = start..<max(start, end)
  }

  init(_ moment: Instant, in zone: Zone) { self.init(zone.local(moment).day, in: zone) }

  /// The month before, or the one after.
  func neighbor(_ step: Int, in zone: Zone) -> HistoryPeriod {
    let start = zone.local(span.lowerBound).day.daysSince1970
    return HistoryPeriod(Day(daysSince1970: step < 0 ? start - 1 : start + 31), in: zone)
  }
}

/// What the lines of a month come to, as far as they are wanted.
public struct HistoryMonth: Equatable, Sendable {
  public var period: HistoryPeriod
  public var count: Int
  public var gained: Points
  /// Below zero.
  public var spent: Points
  /// Whether no line of it is missing on this machine.
  public var isWhole: Bool

  public init(
    period: HistoryPeriod, count: Int, gained: Points, spent: Points, isWhole: Bool
  ) {
    self.period = period
    self.count = count
    self.gained = gained
    self.spent = spent
    self.isWhole = isWhole
  }
}

/// A row of the list on the screen.
enum HistoryLine: Equatable {
  case month(HistoryPeriod)
  /// Of the entries that are here.
  case entry(Int)
}

extension State {
  /// The rows from an entry on, each month below its heading; on a small screen without headings.
  func historyLines(from top: Int, height: Int) -> [HistoryLine] {
    var lines: [HistoryLine] = []
    var period: HistoryPeriod?
    for (index, entry) in history.entries.enumerated().dropFirst(max(0, top)) {
      guard lines.count < height else { break }
      if !isCompact, period?.span.contains(entry.createdAt) != true {
        let month = HistoryPeriod(entry.createdAt, in: settings.zone)
        period = month
        lines.append(.month(month))
        guard lines.count < height else { break }
      }
      lines.append(.entry(index))
    }
    return lines
  }

  /// Headings take rows too: the selected entry stays on the screen beside them.
  mutating func keepHistoryVisible() {
    let height = historyRows
    history.keepSelectionVisible(height: height)
    while history.list.top < history.selection,
      !historyLines(from: history.list.top, height: height).contains(.entry(history.selection))
    {
      history.list.top += 1
    }
  }

  /// Reads what the months come to that a page has lines of.
  func sums(of page: HistoryPage) -> [Effect] {
    var periods: [HistoryPeriod] = []
    for entry in page.entries where periods.last?.span.contains(entry.createdAt) != true {
      periods.append(HistoryPeriod(entry.createdAt, in: settings.zone))
    }
    return periods.isEmpty ? [] : [.load(.history(.sums(periods, page.query)))]
  }
}
