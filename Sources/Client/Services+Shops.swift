import App
import Contract
import LocalStore
import Loyalty

extension Services {
  func shops() throws -> ShopsContents {
    ShopsContents(
      shops: try document(Page<Shop>.self, .shops)?.data,
      origin: try store.choice(.shopsOrigin).flatMap(ShopsOrigin.init(rawValue:)),
      confirmedAt: try store.confirmed(.shops))
  }
}

extension Shop: Foreign {
  static let longestList = 2000

  var cleaned: Shop {
    Shop(
      id: id, name: name.cleaned(limit: 80), address: address.cleaned(limit: 120),
      city: City(id: city.id, name: city.name.cleaned(limit: 60)),
      latitude: max(-90_000_000, min(latitude, 90_000_000)),
      longitude: max(-180_000_000, min(longitude, 180_000_000)),
      phone: phone.map { Loyalty.cleaned($0, limit: 30) },
      services: services.prefix(20).map {
        Service(rawValue: Loyalty.cleaned($0.rawValue, limit: 30))
      },
      week: week.prefix(28).filter { (1...7).contains($0.weekday) }.map {
        WeekdayHours(weekday: $0.weekday, hours: $0.hours.cleaned)
      },
      specialDays: specialDays.prefix(60).map {
        SpecialDay(on: $0.on, hours: $0.hours?.cleaned, note: $0.note?.cleaned(limit: 80))
      }, timeZone: Loyalty.cleaned(timeZone, limit: 40),
      offsets: offsets.prefix(10).map {
        UTCOffset(from: $0.from, offset: max(-86_400, min($0.offset, 86_400)))
      }, openIntervals: Array(openIntervals.prefix(60)), hoursKnownUntil: hoursKnownUntil,
      picture: picture?.cleaned)
  }
}

extension Hours {
  fileprivate var cleaned: Hours {
    Hours(opens: max(0, min(opens, 1439)), closes: max(1, min(closes, 2880)))
  }
}
