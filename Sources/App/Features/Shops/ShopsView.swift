import Cells
import Loyalty
import Themes

/// The shops, nearest first: which, where, how far, and whether one can go there now.
func drawShops(_ state: State, on canvas: inout Canvas) {
  let shops = state.shops
  let sheet = drawSearchedSheet(
    title(state), asOf: shops.contents.confirmedAt, of: .shops,
    SearchLine(id: .shopsSearch, label: .shopsSearch, hint: .shopsSearchHint), state, on: &canvas)
  guard !shops.items.isEmpty else {
    drawNoShops(state, in: sheet.body, on: &canvas)
    return
  }
  for line in canvas.rows(of: shops.list, count: shops.items.count, in: sheet.list) {
    drawShopRow(shops.items[line.index], line, state, on: &canvas)
  }
}

/// With the place that distances are counted from, and the filter.
private func title(_ state: State) -> String {
  let language = state.settings.language
  let name: String? =
    switch state.shops.contents.origin {
    case nil: nil
    case .shop(let id): state.shops.shop(id)?.name.value(in: language)
    case .city(let id): state.shops.allCities.first { $0.id == id }?.name.value(in: language)
    }
  let title =
    name.map { state.phrases.say(.shopsFrom, ["place": $0]) } ?? state.phrases.say(.shops)
  return state.shops.onlyOpen ? "\(title) · \(state.phrases.say(.openNow))" : title
}

private func drawShopRow(
  _ item: ShopsState.Item, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let language = state.settings.language
  let shop = item.shop
  let openness = phrases.openness(of: shop, at: state.now)
  let distance = item.distance.map { phrases.distance($0) } ?? ""
  var isOpen = false
  if case .open = shop.openness(at: state.now) { isOpen = true }
  var rest = line.words
  canvas.write(isOpen ? "●" : "○", in: rest, isOpen ? .sheetPositive : .sheetMuted)
  rest = rest.inset(left: 2)
  let name = shop.name.value(in: language) ?? ""
  let address = shop.address.value(in: language) ?? ""
  if rest.width >= 56 {
    canvas.write(openness, in: rest, isOpen ? .sheetPositive : .sheetMuted, .right)
    rest = rest.inset(right: 23)
    if state.shops.contents.origin != nil {
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
    action: .shops(.open(row: line.index)))
}

private func drawNoShops(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let shops = state.shops.contents.shops
  guard shops?.isEmpty ?? true else {
    let isNight = state.shops.search.text.isEmpty
    canvas.note(
      "stores.none", state.phrases.say(keyed: isNight ? .shopsClosed : .shopsNone), in: rect)
    return
  }
  canvas.emptyNote(
    EmptyNote(
      prefix: "stores", title: .shopsEmpty, hint: KeyedPhrase(.shopsEmptyHint),
      isAwaited: shops == nil && state.network.isWorking), state, in: rect)
}
