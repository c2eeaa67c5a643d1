import Loyalty

extension Zone {
  /// The zones of the European Union's rule: summer time from the last Sunday of March to the last
  /// Sunday of October, both at 01:00 UTC (directive 2000/84/EC).
  static func european(offset: Int) -> Zone {
    let changes = (2015...2045).flatMap { year in
      [
        Change(from: lastSunday(year, month: 3), offset: offset + 3600),
        Change(from: lastSunday(year, month: 10), offset: offset),
      ]
    }
    return Zone(initialOffset: offset, changes: changes)
  }

  /// 01:00 UTC on the last Sunday of a month of 31 days.
  private static func lastSunday(_ year: Int, month: Int) -> Instant {
    guard let last = Day(year: year, month: month, day: 31) else {
      preconditionFailure("a month of fewer days")
    }
    let sunday = last.daysSince1970 - Int64(last.weekday % 7)
    return Instant(milliseconds: sunday * 86_400_000).adding(seconds: 3600)
  }
}
