import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofShops: [Endpoint] = [.shops]

  static let shops = Endpoint(
    .get, "/v1/stores", .guestOrMember, needs: [], feature: .shops,
    answer: .tagged("StorePage"),
    id: "listStores",
    summary: "Stores with their hours for the next days."
  ) { _ in .shops }
}

extension Schema {
  static let shops: [String: JSON] = [
    "Store": object(
      "A place where the program is at home.",
      [
        "id": id,
        "name": reference("LocalizedText"),
        "address": reference("LocalizedText"),
        "city": reference("City"),
        "latitude_e6": whole("Millionths of a degree, WGS 84.", -90_000_000...90_000_000),
        "longitude_e6": whole("Millionths of a degree, WGS 84.", -180_000_000...180_000_000),
        "phone": nullable(phone),
        "services": list(
          of: openEnum(["wifi", "breakfast", "beans", "terrace", "parking", "step_free"])),
        "week": list(of: reference("WeekdayHours")),
        "special_days": list(of: reference("SpecialDay")),
        "time_zone": text("IANA name, to be read."),
        "offsets": list(of: reference("UTCOffset")),
        "open_intervals": list(of: reference("OpenInterval")),
        "hours_known_until": instant,
        "picture": nullable(reference("Picture")),
      ]),
    "StorePage": page(of: "Store"),
    "City": object("A town with stores.", ["id": id, "name": reference("LocalizedText")]),
    "Hours": object(
      "Opening hours on the clock of the place.",
      [
        "opens_min": whole("Minutes after midnight.", 0...1439),
        "closes_min": whole("Minutes after the same midnight; over 1440 the next day.", 1...2880),
      ]),
    "WeekdayHours": object(
      "The usual hours of a day of the week.",
      ["weekday": whole("ISO 8601: 1 is Monday.", 1...7), "hours": reference("Hours")]),
    "SpecialDay": object(
      "A day that is not as usual; without hours it is closed.",
      [
        "on": day, "hours": nullable(reference("Hours")),
        "note": nullable(reference("LocalizedText")),
      ]),
    "UTCOffset": object(
      "An offset of the place's zone from a moment on.",
      ["from": instant, "utc_offset_s": whole("Seconds east of UTC.", -86_400...86_400)]),
    "OpenInterval": object(
      "A stretch of time in which the place is open.", ["from": instant, "to": instant]),
  ]
}

extension Sample {
  static let shops = [
    Sample("StorePage", page(eachShop))
  ]

  private static let hours = Hours(opens: 600, closes: 1560)

  private static let eachShop = ["+79161234567", nil].map { phone in
    Shop(
      id: .init("s1"), name: text, address: text, city: .init(id: .init("c"), name: text),
      latitude: 55_762_200, longitude: 37_644_300, phone: phone, services: [.wifi],
      week: [WeekdayHours(weekday: 1, hours: hours)],
      specialDays: [
        SpecialDay(
          on: Day(daysSince1970: 20_000), hours: phone == nil ? nil : hours,
          note: phone == nil ? nil : text)
      ], timeZone: "Europe/Moscow", offsets: [UTCOffset(from: now, offset: 10_800)],
      openIntervals: [OpenInterval(from: now, to: now)], hoursKnownUntil: now,
      picture: phone == nil ? nil : picture)
  }
}
