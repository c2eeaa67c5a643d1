import Cells
import Loyalty

/// What the actions of the shops do.
func performShops(_ action: ShopsAction, _ state: inout State) -> [Effect] {
  guard state.isInside else { return [] }
  switch action {
  case .show:
    guard state.sheets.last != .shops(.list) else { return [] }
    let contents = state.shops.contents
    state.shops = ShopsState()
    state.shops.replaceContents(with: contents, now: state.now, height: state.shopRows)
    state.openSheet(.shops(.list))
    return [.load(.shops)]
  case .open(let row):
    guard state.shops.items.indices.contains(row) else { return [] }
    state.shops.list.selection = row
    state.shops.isSearching = false
    state.shops.detail = 0
    state.openSheet(.shops(.shop(state.shops.items[row].shop.id)))
  case .search:
    guard state.sheets.last == .shops(.list) else { return [] }
    state.shops.isSearching = true
    state.focus = nil
  case .filterOpen:
    guard state.sheets.last == .shops(.list) else { return [] }
    state.shops.onlyOpen.toggle()
    state.shops.list = ListState()
    state.arrangeShops()
  case .showOrigins:
    guard state.sheets.last == .shops(.list) else { return [] }
    state.shops.isSearching = false
    state.openSheet(.shops(.origins))
    state.showPresentOrigin()
  case .chooseOrigin(let origin):
    if state.sheets.last == .shops(.origins) { state.sheets.removeLast() }
    state.focus = nil
    state.shops.list = ListState()
    return [.keep(.shopsOrigin(origin))]
  case .countFromHere:
    guard case .shops(.shop(let id)) = state.sheets.last, state.shops.shop(id) != nil else {
      return []
    }
    state.shops.list = ListState()
    return [.keep(.shopsOrigin(.shop(id)))]
  }
  return []
}

extension State {
  /// Rows of the list of shops: above it the search and what is chosen have their place.
  var shopRows: Int { sheetRows }

  /// Moves the description of a store up and down.
  mutating func scrollShop(_ id: Shop.ID, _ move: Move) {
    guard let shop = shops.shop(id) else { return }
    shops.detail = move.firstLine(
      from: shops.detail, of: shopLines(shop, self).count, height: shopPlaces(shop).text.height)
  }

  /// The cities open on the one from which distances are counted, be it by a store in it.
  fileprivate mutating func showPresentOrigin() {
    let city: Shop.City.ID? =
      switch shops.contents.origin {
      case nil: nil
      case .city(let id): id
      case .shop(let id): shops.shop(id)?.city.id
      }
    let (cities, height) = (shops.allCities, sheetRows)
    if let place = cities.firstIndex(where: { $0.id == city }) {
      shops.cities.selection = place
      shops.cities.scrollToSelection(count: cities.count, height: height)
    }
  }

  mutating func arrangeShops() {
    shops.arrange(now: now, height: shopRows)
  }

  mutating func followShopSearch() -> [Effect] {
    shops.list = ListState()
    arrangeShops()
    return []
  }

  /// Esc takes one step back: from typing to the list, from a choice to the whole list.
  mutating func leaveShopSearch() -> [Effect]? {
    guard shops.isSearching || !shops.isAll else { return nil }
    // Where nothing was found there is no list to go to.
    if shops.isSearching, !shops.search.text.isEmpty, !shops.items.isEmpty {
      shops.isSearching = false
      return []
    }
    shops.isSearching = false
    shops.onlyOpen = false
    shops.search = TextField(limit: 60)
    return followShopSearch()
  }
}

extension Element.ID {
  static let shopsSearch: Element.ID = "stores.search"
}
