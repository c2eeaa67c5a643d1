import Cells
public import Loyalty

extension FeatureDescription {
  static let stores = FeatureDescription(
    menu: { state in
      [MoreItem(title: state.phrases.say(.stores), action: .stores(.show))]
    }, confirm: { $1.stores.contents.confirmedAt? = $0 })
}

/// What stores covers the screen with.
public enum StoresSheet: Hashable, Sendable {
  case list
  case shop(Shop.ID)
  case origins
}

extension StoresSheet {
  var surface: Surface {
    switch self {
    case .list: .stores
    case .shop(let id): .shop(id)
    case .origins: .origins
    }
  }
}

extension Surface {
  static let stores = Surface(
    part: .stores,
    commands: [
      Command(
        action: .stores(.search), title: .storesSearch, keys: [.character("/")], hint: "/",
        isHinted: true),
      Command(
        action: .stores(.filterOpen), title: .openNow, keys: [.character("f")], hint: "f",
        isHinted: true),
      Command(
        action: .stores(.showOrigins), title: .chooseOrigin, keys: [.character("c")], hint: "c",
        isHinted: true),
    ],
    list: .rows(\.stores.list, count: \.stores.items.count, height: \.storeRows),
    loads: { _ in [.load(.stores)] }, draw: drawStores)

  static func shop(_ id: Shop.ID) -> Surface {
    Surface(
      part: .stores,
      commands: [
        Command(
          action: .stores(.countFromHere), title: .originHere, keys: [.character("o")], hint: "o",
          isHinted: true, when: { $0.stores.contents.origin != .shop(id) })
      ], scopes: [.anywhere], list: .text { $0.scrollShop(id, $1) },
      loads: { _ in [.load(.stores)] },
      draw: { drawShop(id, $0, on: &$1) })
  }

  static let origins = Surface(
    part: .stores, list: .rows(\.stores.cities, count: \.stores.allCities.count),
    draw: drawOrigins)
}
