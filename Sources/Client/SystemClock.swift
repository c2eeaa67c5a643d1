import Glibc
public import Loyalty

extension CalendarClock {
  /// The system's clock, and a calendar that shows what it does, or another moment.
  public static func system(showing moment: Instant? = nil) -> CalendarClock {
    CalendarClock(
      machine: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      }, showing: moment)
  }
}

extension Zone {
  /// The system's zone for some years around a moment, by `localtime_r(3)`.
  ///
  /// FoundationEssentials knows no zones; beyond the years the nearest known offset is used.
  public static func system(around now: Instant, years: Int64 = 4) -> Zone {
    tzset()
    let step: Int64 = 28 * 86_400
    let start = now.rawValue / 1000 - years * 366 * 86_400
    let end = now.rawValue / 1000 + years * 366 * 86_400
    var zone = Zone(initialOffset: systemOffset(at: start))
    var offset = zone.initialOffset
    for second in stride(from: start + step, through: end, by: Int64.Stride(step)) {
      let next = systemOffset(at: second)
      guard next != offset else { continue }
      let change = firstSecond(of: next, after: second - step, until: second)
      zone.changes.append(
        Change(from: Instant(milliseconds: change * 1000), offset: next))
      offset = next
    }
    return zone
  }

  private static func firstSecond(of offset: Int, after low: Int64, until high: Int64) -> Int64 {
    var low = low
    var high = high
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if systemOffset(at: middle) == offset { high = middle } else { low = middle }
    }
    return high
  }

  private static func systemOffset(at second: Int64) -> Int {
    var time = time_t(second)
    var local = tm()
    guard localtime_r(&time, &local) != nil else { return 0 }
    return local.tm_gmtoff
  }
}
