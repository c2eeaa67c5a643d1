import Cells
import Loyalty
import Themes

/// The stores, nearest first: which, where, how far, and whether one can go there now.
func drawStores(_ state: State, on canvas: inout Canvas) {
  let stores = state.stores
  let isTyping = stores.isSearching || !stores.search.text.isEmpty
  let sheet = drawFullSheet(
    title(state), asOf: stores.contents.confirmedAt, of: isTyping ? nil : .stores, state,
    on: &canvas)
  drawStoreSearch(state, sheet, on: &canvas)
  guard !stores.items.isEmpty else {
    drawNoStores(state, in: sheet.body, on: &canvas)
    return
  }
  for line in canvas.rows(of: stores.list, count: stores.items.count, in: sheet.list) {
    drawStoreRow(stores.items[line.index], line, state, on: &canvas)
  }
}

/// With the place that distances are counted from, and the filter.
private func title(_ state: State) -> String {
  let language = state.settings.language
  let name: String? =
    switch state.stores.contents.origin {
    case nil: nil
    case .shop(let id): state.stores.shop(id)?.name.value(in: language)
    case .city(let id): state.stores.allCities.first { $0.id == id }?.name.value(in: language)
    }
  let title =
    name.map { state.phrases.say(.storesFrom, ["place": $0]) } ?? state.phrases.say(.stores)
  return state.stores.onlyOpen ? "\(title) · \(state.phrases.say(.openNow))" : title
}

private func drawStoreSearch(_ state: State, _ sheet: FullSheet, on canvas: inout Canvas) {
  let stores = state.stores
  guard stores.isSearching || !stores.search.text.isEmpty else { return }
  let line = SearchLine(id: .storesSearch, label: .storesSearch, hint: .storesSearchHint)
  drawSearchLine(line, stores.search, state, in: sheet.search, on: &canvas)
}

private func drawStoreRow(
  _ item: StoresState.Item, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let language = state.settings.language
  let shop = item.shop
  let openness = phrases.openness(of: shop, at: state.now)
  let distance = item.distance.map { phrases.distance($0) } ?? ""
  var isOpen = false
  if case .open = shop.openness(at: state.now) { isOpen = true }
  var rest = line.place.inset(left: 2)
  canvas.write(isOpen ? "●" : "○", in: rest, isOpen ? .sheetPositive : .sheetMuted)
  rest = rest.inset(left: 2)
  let name = shop.name.value(in: language) ?? ""
  let address = shop.address.value(in: language) ?? ""
  if rest.width >= 56 {
    canvas.write(openness, in: rest, isOpen ? .sheetPositive : .sheetMuted, .right)
    rest = rest.inset(right: 23)
    if state.stores.contents.origin != nil {
      canvas.write(distance, in: rest, .sheetMuted, .right)
      rest = rest.inset(right: 10)
    }
    let column = rest.width >= 60 ? 28 : max(16, rest.width / 2)
    canvas.write(name, in: rest.inset(right: rest.width - column + 1), .sheetText)
    canvas.write(address, in: rest.inset(left: column), .sheetMuted)
  } else {
    let note = distance.isEmpty ? openness : distance
    canvas.write(note, in: rest, .sheetMuted, .right)
    canvas.write(name, in: rest.inset(right: displayWidth(of: note) + 1), .sheetText)
  }
  let spoken = [name, address, distance, openness].filter { !$0.isEmpty }
  canvas.endRow(
    line, Element.ID(rawValue: "stores.row.\(line.index)"), spoken.joined(separator: ", "),
    action: .stores(.open(row: line.index)))
}

private func drawNoStores(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let shops = state.stores.contents.shops
  guard shops?.isEmpty ?? true else {
    canvas.note("stores.none", state.phrases.say(keyed: .storesNone), in: rect)
    return
  }
  canvas.emptyNote(
    EmptyNote(
      prefix: "stores", title: .storesEmpty, hint: KeyedPhrase(.storesEmptyHint),
      isAwaited: shops == nil && state.network.isWorking), state, in: rect)
}
