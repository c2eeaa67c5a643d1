import Loyalty

/// The days on which shops of the coffee chain are not open as usual: around New Year, one that is
/// closed today and one that is closed tomorrow.
enum CoffeeSpecialDays {
  static func of(_ shop: Shop, now: Instant) -> [SpecialDay] {
    let today = Zone.named(shop.timeZone).local(now).day
    var days: [SpecialDay] = []
    let repairs: [Shop.ID: Int64] = [.init("sto_taganka"): 0, .init("sto_pokrovka"): 1]
    if let wait = repairs[shop.id] {
      let day = Day(daysSince1970: today.daysSince1970 + wait)
      days.append(
        SpecialDay(on: day, hours: nil, note: [.russian: "Ремонт", .english: "Repairs"]))
    }
    let isNeverClosed = shop.week.allSatisfy { $0.hours == .aroundTheClock }
    for year in today.year...today.year + 1 {
      if let day = Day(year: year, month: 12, day: 31) {
        days.append(
          SpecialDay(
            on: day, hours: Hours(opens: 10 * 60, closes: 18 * 60),
            note: [.russian: "Канун Нового года", .english: "New Year’s Eve"]))
      }
      if !isNeverClosed, let day = Day(year: year + 1, month: 1, day: 1) {
        days.append(
          SpecialDay(
            on: day, hours: nil, note: [.russian: "Новый год", .english: "New Year’s Day"]))
      }
    }
    // A day that is not as usual for two reasons has the first one's hours.
    return days.enumerated().filter { place, day in
      days.firstIndex { $0.on == day.on } == place
    }.map(\.element)
  }
}
