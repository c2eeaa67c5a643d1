import Cells
import Loyalty
import Themes

/// The cities to choose from: where distances are counted from.
func drawOrigins(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(phrases.say(.chooseOrigin), state, on: &canvas)
  let cities = state.stores.allCities
  guard !cities.isEmpty else {
    canvas.note("origins.empty", phrases.say(.storesEmpty), in: sheet.body)
    return
  }
  let list = state.stores.cities
  for (index, rect) in canvas.rows(of: list, count: cities.count, in: sheet.list) {
    let city = cities[index]
    let isSelected = index == list.selection
    let name = city.name.value(in: state.settings.language) ?? ""
    let place = rect.inset(left: 2)
    let isChosen = state.stores.contents.origin == .city(city.id)
    canvas.write(isChosen ? "\(name) ✓" : name, in: place, .sheetText)
    canvas.endRow(
      Element.ID(rawValue: "origins.row.\(index)"), name, isSelected: isSelected, in: rect,
      action: .stores(.chooseOrigin(.city(city.id))))
  }
  let words = sheet.foot.inset(right: min(20, sheet.foot.width))
  canvas.label("origins.lead", .text, phrases.say(.originLead), in: words, .sheetMuted)
}
