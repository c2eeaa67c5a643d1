import Loyalty
import YAML

/// A shop as a business writes it.
struct WrittenShop: Hashable, Sendable {
  var id: Shop.ID
  var city: Shop.City
  var name: LocalizedText
  var address: LocalizedText
  var place: Place
  let phone: String?
  var week: [WeekdayHours]
  var specialDays: [SpecialDay]
  var services: [Shop.Service]
  var timeZone: String
  var picture: Picture?
}

extension ProgramTerms {
  private static let services: [Shop.Service] = [
    .wifi, .breakfast, .beans, .terrace, .parking, .stepFree,
  ]

  private struct WrittenCity {
    let city: Shop.City
    let timeZone: String
  }

  /// `shops.yaml`: weeks that several keep, the cities, and the shops in the order of the list.
  func shops(_ node: YAMLNode) throws(YAMLError) -> [WrittenShop] {
    let file = try node.mapping()
    try file.allow(["weeks", "cities", "shops"])
    var weeks: [String: [WeekdayHours]] = [:]
    for entry in try file["weeks"]?.mapping().entries ?? [] {
      weeks[entry.key] = try entry.value.week()
    }
    let cities = try cities(try file.required("cities"))
    var shops: [WrittenShop] = []
    for fields in try file.required("shops").items() {
      try fields.allow(
        Self.pictureKeys.union([
          "id", "city", "name", "address", "latitude", "longitude", "phone", "hours",
          "special_days", "services",
        ]))
      let named = try fields.required("city")
      let id = try named.reference(to: Set(cities.keys), in: "cities")
      guard let city = cities[id] else { throw named.missingWords() }
      shops.append(
        WrittenShop(
          id: .init(try fields.required("id").identifier()), city: city.city,
          name: try text(try fields.required("name")),
          address: try text(try fields.required("address")), place: try place(fields),
          phone: try fields.optional("phone") { (node) throws(YAMLError) in try node.visibleText()
          },
          week: try hours(try fields.required("hours"), weeks),
          specialDays: try fields.optional("special_days", specialDays) ?? [],
          services: try fields.optional("services", services) ?? [], timeZone: city.timeZone,
          picture: try picture(fields)))
    }
    return shops
  }

  private func cities(_ node: YAMLNode) throws(YAMLError) -> [String: WrittenCity] {
    var cities: [String: WrittenCity] = [:]
    for entry in try node.mapping().entries {
      let fields = try entry.value.mapping()
      try fields.allow(["name", "time_zone"])
      let city = Shop.City(id: .init(entry.key), name: try text(try fields.required("name")))
      cities[entry.key] = WrittenCity(
        city: city, timeZone: try fields.optional("time_zone", ProgramFile.zone) ?? timeZone)
    }
    return cities
  }

  /// In degrees, WGS 84, as maps show them.
  private func place(_ fields: YAMLMapping) throws(YAMLError) -> Place {
    func degrees(_ key: String, _ most: Int64) throws(YAMLError) -> Int {
      Int(
        try fields.required(key).decimal(digits: 6, in: -most * 1_000_000...most * 1_000_000))
    }
    return Place(latitude: try degrees("latitude", 90), longitude: try degrees("longitude", 180))
  }

  /// A week of its own, or the name of one that several keep.
  private func hours(
    _ node: YAMLNode, _ weeks: [String: [WeekdayHours]]
  ) throws(YAMLError) -> [WeekdayHours] {
    guard case .scalar = node.content else { return try node.week() }
    return weeks[try node.reference(to: Set(weeks.keys), in: "weeks")] ?? []
  }

  /// Days that are not as usual; without hours closed.
  private func specialDays(_ node: YAMLNode) throws(YAMLError) -> [SpecialDay] {
    var days: [SpecialDay] = []
    for fields in try node.items(by: "on") {
      try fields.allow(["on", "hours", "note"])
      days.append(
        SpecialDay(
          on: try fields.required("on").day(),
          hours: try fields.optional("hours") { (node) throws(YAMLError) in try node.hours() },
          note: try fields.optional("note", text)))
    }
    return days
  }

  private func services(_ node: YAMLNode) throws(YAMLError) -> [Shop.Service] {
    var services: [Shop.Service] = []
    for item in try node.list() {
      services.append(
        Shop.Service(rawValue: try item.choice(of: Self.services.map(\.rawValue))))
    }
    return services
  }
}
