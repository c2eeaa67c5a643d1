import Barcodes
import Cells
import Loyalty
import Themes

/// The member's card: the business's face, the code as the till reads it on its paper, and below
/// them how to see it large; where the code does not fit its number.
func drawCardFace(_ state: State, _ layout: HomeLayout, on canvas: inout Canvas) {
  let rect = layout.card
  guard !rect.isEmpty, let card = state.home.contents.card else { return }
  guard case .encoded(let modules) = state.home.symbol, let size = state.home.symbol.size,
    rect.width >= size.width, rect.height >= size.height
  else {
    drawCardStrip(state, card, in: rect, on: &canvas)
    return
  }
  let spare = rect.height - size.height
  let head = layout.isBeside ? (spare >= 18 ? 7 : spare >= 5 ? 4 : spare >= 3 ? 2 : 0) : 0
  let left = spare - head
  let isTall = left >= 9
  let paper = rect.inset(top: head).top(size.height + (isTall ? 3 : left))
  drawFaceHead(state, in: rect.top(head), on: &canvas)
  canvas.fillPaper(paper)
  let above = max(0, min(isTall ? 0 : (left - 2) / 2, 2))
  canvas.draw(
    modules, zoom: 1, x: paper.x + (paper.width - size.width) / 2, y: paper.y + above)
  canvas.add(
    Element(
      "home.card", .image, "\(state.phrases.say(.memberCard)) \(card.number)", bounds: paper,
      action: .card(.show)))
  let below = paper.inset(top: above + size.height)
  if !below.isEmpty {
    canvas.printLabel(
      "home.card.number", card.number, in: below.inset(top: below.height >= 3 ? 1 : 0))
  }
  let foot = rect.inset(top: head + paper.height)
  if !foot.isEmpty { drawFoot(state, in: foot, on: &canvas) }
}

/// The business's name, in big letters where there is room, and the member's tier.
private func drawFaceHead(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  canvas.fill(rect, .brandFace)
  let name = state.program?.name.value(in: state.settings.language) ?? "Loyalhub"
  let inner = rect.inset(x: min(state.margin, rect.width / 4))
  let mark = BigLetters(name.uppercased())
  var place = inner.inset(top: rect.height >= 3 ? 1 : 0)
  if let mark, rect.height >= 6, mark.width <= inner.width {
    canvas.write(mark, in: place, canvas.style(.brandFace, on: .brandFace))
    canvas.add(Element("app.brand", .heading, name, bounds: place.top(3)))
    place = place.inset(top: 4)
  } else {
    canvas.label("app.brand", .heading, name, in: place, .brandFace)
    place = place.inset(top: 1)
  }
  guard place.height >= 1, place.y < rect.maxY, let tier = state.home.contents.tier?.tier else {
    return
  }
  let words = tier.name.value(in: state.settings.language) ?? ""
  canvas.write(words, in: place, .brandFace)
  let rest = place.inset(left: displayWidth(of: words) + 2)
  if let benefit = tier.benefits.first?.value(in: state.settings.language),
    displayWidth(of: benefit) <= rest.width
  {
    canvas.write(benefit, in: rest, .brandFaceMuted)
  }
}

/// Below the paper: how to see it large.
private func drawFoot(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  canvas.fill(rect, .surface)
  let row = rect.inset(x: min(state.margin, rect.width / 4)).inset(top: rect.height >= 3 ? 1 : 0)
  canvas.hint(
    Hint(
      id: "home.zoom", key: Command.key(.card(.show)), title: state.phrases.say(.showCard),
      action: nil), in: row, on: .surface)
}

/// One or two rows in place of a symbol that does not fit.
private func drawCardStrip(
  _ state: State, _ card: Card, in rect: Rect, on canvas: inout Canvas
) {
  canvas.fill(rect, .surface)
  let inner = rect.inset(x: state.margin)
  let key = Hint(
    id: "home.zoom", key: Command.key(.card(.show)), title: state.phrases.say(.showCard),
    action: nil)
  canvas.label("home.card.number", .text, card.number, in: inner, .cardNumber)
  if rect.height >= 2 {
    canvas.hint(key, in: inner.inset(top: 1), on: .surface)
  } else if inner.width >= displayWidth(of: card.number) + key.width + 2 {
    canvas.hint(key, in: inner.inset(left: inner.width - key.width), on: .surface)
  }
  canvas.add(
    Element(
      "home.card", .image, "\(state.phrases.say(.memberCard)) \(card.number)", bounds: rect,
      action: .card(.show)))
}

extension CardSymbol {
  /// Cells that the symbol takes with its quiet zone.
  var size: Size? {
    guard case .encoded(let modules) = self else { return nil }
    return modules.size()
  }
}
