import Cells
import Loyalty
import Themes

/// The cities to choose from: where distances are counted from.
func drawOrigins(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(phrases.say(.chooseOrigin), state, on: &canvas)
  let cities = state.shops.allCities
  guard !cities.isEmpty else {
    canvas.note("origins.empty", phrases.say(.shopsEmpty), in: sheet.body)
    return
  }
  for line in canvas.rows(of: state.shops.cities, count: cities.count, in: sheet.list) {
    let city = cities[line.index]
    let name = city.name.value(in: state.settings.language) ?? ""
    let place = line.words
    let isChosen = state.shops.contents.origin == .city(city.id)
    canvas.write(isChosen ? "\(name) ✓" : name, in: place, .sheetText)
    canvas.endRow(
      line, Element.ID(rawValue: "origins.row.\(line.index)"), name,
      action: .shops(.chooseOrigin(.city(city.id))))
  }
  let words = sheet.foot.inset(right: min(20, sheet.foot.width))
  canvas.label("origins.lead", .text, phrases.say(.originLead), in: words, .sheetMuted)
}
