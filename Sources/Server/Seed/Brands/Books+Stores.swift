import Loyalty

extension SeedBrand {
  private static let dublin = (id: "dublin", name: "Dublin")
  private static let cork = (id: "cork", name: "Cork")
  private static let galway = (id: "galway", name: "Galway")

  static let booksStores: [Branch] = [
    Branch(
      id: "sto_dawson", city: dublin, name: "Dawson Street", address: "41 Dawson Street",
      place: Place(latitude: 53_341_600, longitude: -6_258_300), phone: "+35315550101",
      week: .long, services: [.wifi, .stepFree]),
    Branch(
      id: "sto_rathmines", city: dublin, name: "Rathmines", address: "112 Lower Rathmines Road",
      place: Place(latitude: 53_325_100, longitude: -6_265_200), phone: "+35315550102",
      week: .usual, services: [.wifi]),
    Branch(
      id: "sto_howth", city: dublin, name: "Howth Harbour", address: "7 West Pier",
      place: Place(latitude: 53_389_200, longitude: -6_070_400), phone: "+35315550103",
      week: .office, services: [.terrace, .parking]),
    Branch(
      id: "sto_cork", city: cork, name: "Oliver Plunkett Street",
      address: "63 Oliver Plunkett Street",
      place: Place(latitude: 51_897_500, longitude: -8_470_600), phone: "+353215550104",
      week: .usual, services: [.wifi, .stepFree]),
    Branch(
      id: "sto_kinsale", city: cork, name: "Kinsale", address: "4 Market Square",
      place: Place(latitude: 51_706_100, longitude: -8_522_900), phone: "+353215550105",
      week: .office, services: [.terrace]),
    Branch(
      id: "sto_galway", city: galway, name: "Shop Street", address: "19 Shop Street",
      place: Place(latitude: 53_273_600, longitude: -9_052_800), phone: "+353915550106",
      week: .late, services: [.wifi, .stepFree]),
    Branch(
      id: "sto_salthill", city: galway, name: "Salthill", address: "2 The Promenade",
      place: Place(latitude: 53_259_200, longitude: -9_080_900), phone: "+353915550107",
      week: .usual, services: [.parking, .terrace]),
  ]
}
