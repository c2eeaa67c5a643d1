import Barcodes
import Cells
import Loyalty
import Themes

/// The member's card as the till reads it: a symbol when it fits, else its number and the way to
/// see it large.
func drawCardFace(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty, let card = state.home.contents.card else { return }
  canvas.fill(rect, .surface)
  var element = Element(
    "home.card", .image, "\(state.phrases.say(.memberCard)) \(card.number)", bounds: rect,
    action: .card(.show))
  element.isFocused = canvas.isFocused(element.id)
  guard case .encoded(let modules) = state.home.symbol, let size = state.home.symbol.size,
    rect.width >= size.width, rect.height >= size.height
  else {
    canvas.add(element)
    drawCardStrip(state, card, in: rect, on: &canvas)
    return
  }
  let above = max(0, rect.height - size.height - 2) / 2
  canvas.draw(modules, zoom: 1, x: rect.x + (rect.width - size.width) / 2, y: rect.y + above)
  canvas.add(element)
  let below = rect.inset(top: above + size.height + (rect.height > size.height + 1 ? 1 : 0))
  canvas.label("home.card.number", .text, card.number, in: below, .cardNumber, .center)
}

/// One or two rows in place of a symbol that does not fit.
private func drawCardStrip(
  _ state: State, _ card: Card, in rect: Rect, on canvas: inout Canvas
) {
  let inner = rect.inset(x: rect.width >= 40 ? 2 : rect.width >= 20 ? 1 : 0)
  canvas.label("home.card.number", .text, card.number, in: inner, .cardNumber)
  guard rect.height >= 2 else { return }
  canvas.write(
    "\(Command.key(.card(.show)))  \(state.phrases.say(.showCard))", in: inner.inset(top: 1),
    .surfaceMuted)
}

extension CardSymbol {
  /// Cells that the symbol takes with its quiet zone.
  var size: Size? {
    guard case .encoded(let modules) = self else { return nil }
    return modules.size()
  }
}
