import Loyalty

extension Zone {
  /// The moment at which the clock of the zone shows so many minutes after a day's midnight.
  ///
  /// What a change of the clock leaves out comes as much later; what it shows twice is the second.
  func instant(_ day: Day, minutes: Int) -> Instant {
    let shown = Instant(milliseconds: day.daysSince1970 * 86_400_000)
      .adding(seconds: Int64(minutes) * 60)
    // The offset may change between the time in UTC and the time there; twice is enough.
    let guess = shown.adding(seconds: -Int64(offset(at: shown)))
    return shown.adding(seconds: -Int64(offset(at: guess)))
  }
}

/// When a place is open, from its usual week and the days that are not as usual.
struct Opening {
  let week: [WeekdayHours]
  let specialDays: [SpecialDay]
  let zone: Zone

  /// Stretches that begin on one of the days, in order, none of them touching another.
  ///
  /// A day that is special keeps what reaches into it from the day before.
  func intervals(on days: ClosedRange<Int64>) -> [OpenInterval] {
    let all = days.flatMap { number in
      let day = Day(daysSince1970: number)
      return hours(on: day).map { hours in
        OpenInterval(
          from: zone.instant(day, minutes: hours.opens),
          to: zone.instant(day, minutes: hours.closes))
      }
    }
    var merged: [OpenInterval] = []
    for interval in all.sorted(by: { $0.from < $1.from }) where interval.from < interval.to {
      if let last = merged.last, interval.from <= last.to {
        merged[merged.count - 1].to = max(last.to, interval.to)
      } else {
        merged.append(interval)
      }
    }
    return merged
  }

  private func hours(on day: Day) -> [Hours] {
    if let special = specialDays.first(where: { $0.on == day }) {
      return special.hours.map { [$0] } ?? []
    }
    return week.filter { $0.weekday == day.weekday }.map(\.hours)
  }
}

extension Shop {
  /// Days for which the hours are told, today included.
  private static let daysAhead: Int64 = 8
  /// Days that special days are announced before.
  private static let announced: Int64 = 60

  /// With the hours of the days around a moment; the same all day, so that its tag is too.
  func opened(at now: Instant) -> Shop {
    let zone = Zone.named(timeZone)
    let today = zone.local(now).day.daysSince1970
    let opening = Opening(week: week, specialDays: specialDays, zone: zone)
    var shop = self
    shop.openIntervals = opening.intervals(on: today - 1...today + Self.daysAhead - 1)
    shop.hoursKnownUntil = zone.instant(
      Day(daysSince1970: today + Self.daysAhead), minutes: 0)
    let start = zone.instant(Day(daysSince1970: today - 1), minutes: 0)
    let changes = zone.changes.filter { $0.from > start && $0.from < shop.hoursKnownUntil }
    shop.offsets =
      [UTCOffset(from: start, offset: zone.offset(at: start))]
      + changes.map { UTCOffset(from: $0.from, offset: $0.offset) }
    shop.specialDays = specialDays.filter {
      (today...today + Self.announced).contains($0.on.daysSince1970)
    }
    return shop
  }
}
