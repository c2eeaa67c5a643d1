import Loyalty
import SQLite

/// Opens the coffee chain's stores: with their weeks, the days around New Year, one that is closed
/// today and one that is closed tomorrow.
struct StoreSeed {
  let store: ServerStore
  let now: Instant

  func fill(_ connection: Connection) throws {
    for (position, line) in CoffeeStores.all.enumerated() {
      let shop = Shop(
        id: .init("sto_" + line.name), name: line.title, address: line.address,
        city: line.city.city, latitude: line.place.latitude, longitude: line.place.longitude,
        phone: line.city.phonePrefix + padded(1000 + position),
        services: line.services.split(separator: " ").map { .init(rawValue: String($0)) },
        week: line.week.hours, specialDays: specialDays(of: line),
        timeZone: line.city.timeZone, offsets: [], openIntervals: [],
        hoursKnownUntil: now)
      try store.insert(shop, at: position, connection)
    }
  }

  private func padded(_ number: Int) -> String { String(number).suffix(4).description }

  private func specialDays(of line: CoffeeStores.Line) -> [SpecialDay] {
    let today = Zone.named(line.city.timeZone).local(now).day
    var days: [SpecialDay] = []
    if line.name == "taganka" || line.name == "pokrovka" {
      let day = Day(daysSince1970: today.daysSince1970 + (line.name == "taganka" ? 0 : 1))
      days.append(
        SpecialDay(on: day, hours: nil, note: [.russian: "Ремонт", .english: "Repairs"]))
    }
    for year in today.year...today.year + 1 {
      if let day = Day(year: year, month: 12, day: 31) {
        days.append(
          SpecialDay(
            on: day, hours: Hours(opens: 10 * 60, closes: 18 * 60),
            note: [.russian: "Канун Нового года", .english: "New Year’s Eve"]))
      }
      if line.week != .always, let day = Day(year: year + 1, month: 1, day: 1) {
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
