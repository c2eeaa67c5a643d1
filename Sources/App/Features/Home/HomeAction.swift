public import Loyalty

/// What a person can ask of home.
public enum HomeAction: Equatable, Sendable {
  case openLatest(row: Int)
  case openOffer(Promotion.ID)
  case openShop(Shop.ID)
}

extension HomeAction {
  var access: Access { .everybody }
}

func performHome(_ action: HomeAction, _ state: inout State) -> [Effect] {
  switch action {
  case .openLatest(let row):
    guard state.home.contents.latest.indices.contains(row) else { return [] }
    state.openEntry(state.home.contents.latest[row])
    return []
  case .openOffer(let id):
    guard let row = state.promotions.items.firstIndex(where: { $0.id == id }) else { return [] }
    return perform(.promotions(.open(row: row)), &state)
  case .openShop(let id):
    guard let row = state.shops.items.firstIndex(where: { $0.shop.id == id }) else { return [] }
    return perform(.shops(.open(row: row)), &state)
  }
}
