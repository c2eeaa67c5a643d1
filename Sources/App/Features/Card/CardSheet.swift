import Barcodes
import Cells
import Loyalty
import Themes

/// The card full size, for the till: nothing but black on white and the number.
func drawCard(_ state: State, on canvas: inout Canvas) {
  let screen = canvas.bounds
  let phrases = state.phrases
  guard let card = state.home.contents.card else {
    let rest = drawSheet(phrases.say(.memberCard), rows: 3, state, on: &canvas)
    canvas.paragraph("card.none", phrases.say(.noCard), in: rest, .sheetText)
    return
  }
  canvas.fillPaper(screen)
  canvas.add(
    Element(
      "card.close", .button, phrases.say(.close), bounds: screen, action: .back))
  guard case .encoded(let modules) = state.home.symbol, let size = state.home.symbol.size,
    size.width <= screen.width, size.height <= screen.height
  else {
    drawNumberOnly(card, state, on: &canvas)
    return
  }
  var zoom = 1
  while zoom < 8, fits(modules, zoom: zoom + 1, in: screen) { zoom += 1 }
  let drawn = modules.size(zoom: zoom)
  let room = screen.height - drawn.height
  let top = max(0, (room - (room >= 2 ? 2 : 0)) / 2)
  canvas.draw(modules, zoom: zoom, x: (screen.width - drawn.width) / 2, y: top)
  canvas.add(
    Element(
      "card.symbol", .image, "\(phrases.say(.memberCard)) \(card.number)",
      bounds: Rect(
        x: (screen.width - drawn.width) / 2, y: top, width: drawn.width, height: drawn.height)))
  let below = screen.inset(top: top + drawn.height)
  guard !below.isEmpty else { return }
  canvas.printLabel("card.number", card.number, in: below)
}

private func fits(_ modules: Modules, zoom: Int, in screen: Rect) -> Bool {
  let size = modules.size(zoom: zoom)
  return size.width <= screen.width && size.height + 2 <= screen.height
}

/// The symbol has no room, or there is none: the number as large as it gets, and what to do.
private func drawNumberOnly(_ card: Card, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let area = canvas.bounds.inset(x: canvas.bounds.width > 20 ? 2 : 0).centered(height: 6)
  canvas.printLabel("card.number", card.number, in: area)
  let rest = area.inset(top: area.height >= 3 ? 2 : 1)
  guard let size = state.home.symbol.size else {
    canvas.printLines("card.unreadable", phrases.say(.cardUnreadable), in: rest)
    return
  }
  let needs = phrases.say(
    .cardNeeds, ["width": String(size.width), "height": String(size.height)])
  canvas.printLines("card.too-small", "\(phrases.say(.cardTooSmall)). \(needs)", in: rest)
}
