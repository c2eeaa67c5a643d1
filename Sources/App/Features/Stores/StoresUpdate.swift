import Loyalty

/// What the actions of the stores do.
func performStores(_ action: StoresAction, _ state: inout State) -> [Effect] {
  guard state.isInside else { return [] }
  switch action {
  case .show:
    guard state.sheets.last != .stores(.list) else { return [] }
    let contents = state.stores.contents
    state.stores = StoresState()
    state.stores.show(contents, now: state.now, height: state.storeRows)
    state.open(.stores(.list))
    return [.load(.stores)]
  case .open(let row):
    guard state.stores.items.indices.contains(row) else { return [] }
    state.stores.list.selection = row
    state.stores.isSearching = false
    state.stores.detail = 0
    state.open(.stores(.shop(state.stores.items[row].shop.id)))
  case .search:
    guard state.sheets.last == .stores(.list) else { return [] }
    state.stores.isSearching = true
    state.focus = nil
  case .filterOpen:
    guard state.sheets.last == .stores(.list) else { return [] }
    state.stores.onlyOpen.toggle()
    state.stores.list = ListState()
    state.arrangeStores()
  case .showOrigins:
    guard state.sheets.last == .stores(.list) else { return [] }
    state.stores.isSearching = false
    state.open(.stores(.origins))
    state.showPresentOrigin()
  case .chooseOrigin(let origin):
    if state.sheets.last == .stores(.origins) { state.sheets.removeLast() }
    state.focus = nil
    state.stores.list = ListState()
    return [.keep(.storesOrigin(origin))]
  case .countFromHere:
    guard case .stores(.shop(let id)) = state.sheets.last, state.stores.shop(id) != nil else {
      return []
    }
    state.stores.list = ListState()
    return [.keep(.storesOrigin(.shop(id)))]
  }
  return []
}

extension State {
  /// Rows of the list of stores: above it the search and what is chosen have their place.
  var storeRows: Int { sheetRows }

  /// Moves the description of a store up and down.
  mutating func scrollShop(_ id: Shop.ID, _ move: Move) {
    guard let shop = stores.shop(id) else { return }
    let last = max(0, shopLines(shop, self).count - sheetRows)
    let target =
      switch move {
      case .rows(let rows): stores.detail + rows
      case .pages(let pages): stores.detail + pages * max(1, sheetRows - 1)
      case .first: 0
      case .last: last
      }
    stores.detail = max(0, min(target, last))
  }

  /// The cities open on the one from which distances are counted, be it by a store in it.
  fileprivate mutating func showPresentOrigin() {
    let city: Shop.City.ID? =
      switch stores.contents.origin {
      case nil: nil
      case .city(let id): id
      case .shop(let id): stores.shop(id)?.city.id
      }
    let (cities, height) = (stores.allCities, sheetRows)
    if let place = cities.firstIndex(where: { $0.id == city }) {
      stores.cities.selection = place
      stores.cities.show(count: cities.count, height: height)
    }
  }

  mutating func arrangeStores() {
    stores.arrange(now: now, height: storeRows)
  }

  /// Esc takes one step back: from typing to the list, from a choice to the whole list.
  mutating func leaveStoreSearch() -> Bool {
    guard sheets.last == .stores(.list), stores.isSearching || !stores.isAll else { return false }
    if stores.isSearching, !stores.search.text.isEmpty {
      stores.isSearching = false
      return true
    }
    stores.isSearching = false
    stores.onlyOpen = false
    stores.search = TextField(limit: 60)
    stores.list = ListState()
    arrangeStores()
    return true
  }
}

extension Element.ID {
  static let storesSearch: Element.ID = "stores.search"
}
