import Cells
import Loyalty
import Themes

/// The cities to choose from: where distances are counted from.
func drawOrigins(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(phrases.say(.chooseOrigin), state, on: &canvas)
  let cities = state.stores.allCities
  guard !cities.isEmpty else {
    canvas.paragraph("origins.empty", phrases.say(.storesEmpty), in: sheet.body, .sheetText)
    return
  }
  let list = state.stores.cities
  let top = max(0, min(list.top, cities.count - 1))
  for row in 0..<max(0, min(sheet.list.height, cities.count - top)) {
    let city = cities[top + row]
    let rect = sheet.list.inset(top: row).top(1)
    let isSelected = top + row == list.selection
    let name = city.name.value(in: state.settings.language) ?? ""
    let place = rect.inset(left: 2)
    if isSelected {
      canvas.write("›", in: rect, .selection)
      canvas.fill(
        place.top(1).inset(right: max(0, place.width - displayWidth(of: name))), .selection)
    }
    let isChosen = state.stores.contents.origin == .city(city.id)
    canvas.write(isChosen ? "\(name) ✓" : name, in: place, isSelected ? .selection : .sheetText)
    var element = Element(
      Element.ID(rawValue: "origins.row.\(top + row)"), .listItem, name, bounds: rect,
      action: .stores(.chooseOrigin(.city(city.id))))
    element.isSelected = isSelected
    canvas.add(element)
  }
  let words = sheet.foot.inset(right: min(20, sheet.foot.width))
  canvas.label("origins.lead", .text, phrases.say(.originLead), in: words, .sheetMuted)
}
