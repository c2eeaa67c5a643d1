import Loyalty

extension SeedBrand {
  private static let yekaterinburg = (id: "yekaterinburg", name: "Екатеринбург")
  private static let tyumen = (id: "tyumen", name: "Тюмень")
  private static let chelyabinsk = (id: "chelyabinsk", name: "Челябинск")

  static let pharmacyStores: [Branch] = [
    Branch(
      id: "sto_malysheva", city: yekaterinburg, name: "На Малышева", address: "Малышева, 71",
      place: Place(latitude: 56_835_600, longitude: 60_614_700), phone: "+73430002001",
      week: .always, services: [.stepFree]),
    Branch(
      id: "sto_lenina", city: yekaterinburg, name: "На Ленина", address: "проспект Ленина, 40",
      place: Place(latitude: 56_840_100, longitude: 60_616_500), phone: "+73430002002",
      week: .long, services: [.stepFree, .parking]),
    Branch(
      id: "sto_uralmash", city: yekaterinburg, name: "Уралмаш",
      address: "проспект Космонавтов, 52",
      place: Place(latitude: 56_887_900, longitude: 60_613_800), phone: "+73430002003",
      week: .usual, services: [.parking]),
    Branch(
      id: "sto_botanika", city: yekaterinburg, name: "Ботаника", address: "Белинского, 222",
      place: Place(latitude: 56_797_600, longitude: 60_632_900), phone: "+73430002004",
      week: .usual),
    Branch(
      id: "sto_respubliki", city: tyumen, name: "На Республики", address: "Республики, 61",
      place: Place(latitude: 57_152_100, longitude: 65_541_400), phone: "+73450002005",
      week: .long, services: [.stepFree]),
    Branch(
      id: "sto_tyumen_station", city: tyumen, name: "У вокзала", address: "Первомайская, 55",
      place: Place(latitude: 57_147_000, longitude: 65_524_500), phone: "+73450002006",
      week: .always),
    Branch(
      id: "sto_kirovka", city: chelyabinsk, name: "Кировка", address: "Кирова, 104",
      place: Place(latitude: 55_163_500, longitude: 61_401_200), phone: "+73510002007",
      week: .office, services: [.stepFree, .parking]),
  ]
}
