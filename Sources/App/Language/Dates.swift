import Loyalty

extension Phrasebook {
  /// Short names as they stand after a day: "23 ноя", "23 Nov".
  var months: [String] {
    language == .russian
      ? ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
      : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  }

  /// "23 ноя", with the year when it is not `year`.
  func day(_ day: Day, in year: Int) -> String {
    let short = "\(day.day)\u{A0}\(months[day.month - 1])"
    return day.year == year ? short : "\(short)\u{A0}\(day.year)"
  }

  /// Hours and minutes, in two digits each.
  func time(_ local: LocalTime) -> String {
    let minute = local.minute < 10 ? "0\(local.minute)" : String(local.minute)
    return "\(local.hour < 10 ? "0" : "")\(local.hour):\(minute)"
  }

  /// The time when it was today, else the day, with the time.
  func moment(_ instant: Instant, now: Instant, in zone: Zone) -> String {
    let local = zone.local(instant)
    let today = zone.local(now).day
    if local.day == today { return time(local) }
    return "\(day(local.day, in: today.year)), \(time(local))"
  }
}
