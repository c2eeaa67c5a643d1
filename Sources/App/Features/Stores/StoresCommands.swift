import Cells

extension Command {
  static let stores: [Command] = [
    Command(
      action: .searchStores, title: .storesSearch, place: .stores, keys: [.character("/")],
      hint: "/"),
    Command(
      action: .filterOpenStores, title: .openNow, place: .stores, keys: [.character("f")],
      hint: "f"),
    Command(
      action: .showOrigins, title: .chooseOrigin, place: .stores, keys: [.character("c")],
      hint: "c"),
    Command(
      action: .countFromHere, title: .originHere, place: .shop, keys: [.character("o")],
      hint: "o"),
  ]
}
