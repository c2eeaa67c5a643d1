import Cells
import Loyalty
import Themes

/// One store: whether it is open, where it is, its week, its special days.
func drawShop(_ id: Shop.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let shop = state.shops.shop(id) else {
    drawNoteSheet(.shops, "store.gone", phrases.say(.shopGone), state, on: &canvas)
    return
  }
  let name = shop.name.value(in: state.settings.language) ?? ""
  let sheet = drawFullSheet(
    name, asOf: state.shops.contents.confirmedAt, of: .shop(id), hero: state.hero(of: shop),
    state, on: &canvas)
  guard canvas.pane == nil else {
    canvas.textLines(shopLines(shop, state), from: state.shops.detail, in: sheet.body)
    return
  }
  let places = state.shopPlaces(shop)
  if let hero = state.hero(of: shop), canvas.hero(hero.name, hero.picture, in: places.picture) {
    canvas.pictureWords(hero, in: places.picture)
  }
  canvas.textLines(shopLines(shop, state), from: state.shops.detail, in: places.text)
}

func shopLines(_ shop: Shop, _ state: State) -> [TextLine] {
  let phrases = state.phrases
  let language = state.settings.language
  var isOpen = false
  if case .open = shop.openness(at: state.now) { isOpen = true }
  let city = shop.city.name.value(in: language) ?? ""
  let address = shop.address.value(in: language) ?? ""
  var lines = [
    TextLine(
      id: "store.open",
      text: (isOpen ? "● \(phrases.say(.isOpen)), " : "○ ")
        + phrases.openness(of: shop, at: state.now),
      look: isOpen ? .sheetPositive : .sheetHeading),
    TextLine(id: "store.address", text: city.isEmpty ? address : "\(city), \(address)"),
  ]
  if let place = state.shops.originPlace, state.shops.contents.origin != .shop(shop.id) {
    lines.append(
      TextLine(
        id: "store.distance", text: phrases.distance(place.distance(to: shop.place)),
        look: .sheetMuted))
  }
  if let phone = shop.phone {
    lines.append(
      TextLine(
        id: "store.phone", text: PhoneNumber(e164: phone)?.formatted ?? phone,
        link: Element.telephone(phone)))
  }
  let services = phrases.services(shop.services)
  if !services.isEmpty {
    lines.append(TextLine(id: "store.services", text: services, look: .sheetMuted))
  }
  return (lines + hourLines(shop, state)).wrapped(to: state.shopPlaces(shop).text.width)
}

extension State {
  /// What stands at its head; one without a picture keeps no place for it.
  fileprivate func hero(of shop: Shop) -> Hero? {
    shop.picture.map { Hero(name: shop.name.value(in: settings.language) ?? "", picture: $0) }
  }

  /// The place of a store's picture, and that of what is said of it: beside it, or below it on a
  /// narrow screen that is high.
  func shopPlaces(_ shop: Shop) -> (picture: Rect, text: Rect) {
    if isBesideList {
      let place = sheetPlace(rows: 0, pane: pane, hero: hero(of: shop))
      return (place.picture, place.rest)
    }
    let body = FullSheet(size).body
    if hasBesides(shop.picture, width: body.width) {
      let columns = State.columnsBeside(size.width)
      let picture = Rect(
        x: size.width - columns, y: body.y, width: columns,
        height: min(body.height, Picture.heroRows(of: columns)))
      return (picture, body.inset(right: max(0, body.maxX - picture.x + 2)))
    }
    guard shop.picture != nil, showsPictures, size.height >= 24 else { return (body.top(0), body) }
    let edge = Rect(x: 0, y: body.y, width: size.width, height: body.height)
    let picture = edge.top(min(body.height / 3, Picture.rows(of: size.width)))
    return (picture, body.inset(top: picture.height + 1))
  }
}

private func hourLines(_ shop: Shop, _ state: State) -> [TextLine] {
  let phrases = state.phrases
  let isElsewhere =
    shop.zone.offset(at: state.now) != state.settings.zone.offset(at: state.now)
  var lines = [
    TextLine(id: "store.gap", text: ""),
    TextLine(
      id: "store.hours", text: phrases.say(isElsewhere ? .hoursLocal : .hoursTitle),
      look: .sheetHeading),
  ]
  for (row, line) in phrases.week(shop.week).enumerated() {
    lines.append(
      TextLine(
        id: Element.ID(rawValue: "store.week.\(row)"), label: line.days, text: line.hours))
  }
  guard !shop.specialDays.isEmpty else { return lines }
  lines.append(TextLine(id: "store.gap", text: ""))
  lines.append(
    TextLine(id: "store.special", text: phrases.say(.specialDays), look: .sheetHeading))
  let year = state.settings.zone.local(state.now).day.year
  for (row, special) in shop.specialDays.enumerated() {
    let hours = special.hours.map { phrases.hours($0) } ?? phrases.say(.isClosed)
    let note = special.note?.value(in: state.settings.language).map { " · \($0)" } ?? ""
    lines.append(
      TextLine(
        id: Element.ID(rawValue: "store.special.\(row)"), label: phrases.day(special.on, in: year),
        text: hours + note))
  }
  return lines
}
