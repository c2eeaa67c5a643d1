import Loyalty

extension Phrasebook {
  /// "850 m", "4.2 km", "9,290 km".
  func distance(_ metres: Int) -> String {
    if metres < 1000 { return say(.metres, ["n": decimal(Int64(metres / 10 * 10))]) }
    if metres < 10_000 { return say(.kilometres, ["n": decimal(Int64(metres / 100), scale: 1)]) }
    return say(.kilometres, ["n": decimal(Int64(metres / 1000))])
  }

  /// Whether a store is open, and when that changes, on the store's own clock.
  func openness(of shop: Shop, at now: Instant) -> String {
    let zone = shop.zone
    switch shop.openness(at: now) {
    case .unknown: return say(.hoursUnknown)
    case .open(nil): return say(.isOpenAlways)
    case .open(let end?): return say(.isOpenUntil, ["time": time(zone.local(end))])
    case .closed(nil): return say(.isClosed)
    case .closed(let start?):
      let days = zone.local(start).day.daysSince1970 - zone.local(now).day.daysSince1970
      let clock = time(zone.local(start))
      if days == 0 { return say(.opensAt, ["time": clock]) }
      let day = days == 1 ? say(.tomorrow) : weekday(zone.local(start).day.weekday)
      return say(.opensAt, ["time": say(.opensIn, ["day": day, "time": clock])])
    }
  }

  /// - Parameter number: ISO 8601.
  func weekday(_ number: Int) -> String {
    Phrase.weekdays.indices.contains(number - 1) ? say(Phrase.weekdays[number - 1]) : ""
  }

  /// "08:00–22:00"; after midnight it is the next day's clock.
  func hours(_ hours: Hours) -> String {
    if hours.opens == 0, hours.closes == 1440 { return say(.isOpenAlways) }
    let clock = { (minutes: Int) in
      self.time(
        LocalTime(
          day: Day(daysSince1970: 0), hour: minutes / 60 % 24, minute: minutes % 60))
    }
    return "\(clock(hours.opens))–\(hours.closes == 1440 ? "24:00" : clock(hours.closes))"
  }

  /// The usual week, days of the same hours together: "Mon–Fri" and what holds there.
  func week(_ week: [WeekdayHours]) -> [(days: String, hours: String)] {
    var lines: [(first: Int, last: Int, hours: String)] = []
    for day in 1...7 {
      let hours = week.filter { $0.weekday == day }.map { self.hours($0.hours) }
      let words = hours.isEmpty ? say(.isClosed) : hours.joined(separator: ", ")
      if let last = lines.last, last.hours == words {
        lines[lines.count - 1].last = day
      } else {
        lines.append((day, day, words))
      }
    }
    return lines.map { line in
      let first = weekday(line.first)
      return (line.first == line.last ? first : "\(first)–\(weekday(line.last))", line.hours)
    }
  }

  /// What there is beside the counter; what this program does not know is left out.
  func services(_ services: [Shop.Service]) -> String {
    services.compactMap { service -> String? in
      switch service {
      case .wifi: say(.serviceWifi)
      case .breakfast: say(.serviceBreakfast)
      case .beans: say(.serviceBeans)
      case .terrace: say(.serviceTerrace)
      case .parking: say(.serviceParking)
      case .stepFree: say(.serviceStepFree)
      default: nil
      }
    }.joined(separator: " · ")
  }
}
