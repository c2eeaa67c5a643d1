import Barcodes
import Cells
import Loyalty
import Themes

/// The member's card: the business's face, the code as the till reads it on its paper, and below
/// them how to see it large; where the code does not fit its number.
///
/// - Returns: whether there was room for what is being saved for.
func drawCardFace(_ state: State, _ layout: HomeLayout, on canvas: inout Canvas) -> Bool {
  let rect = layout.card
  guard !rect.isEmpty, let card = state.home.contents.card else { return false }
  guard case .encoded(let modules) = state.home.symbol,
    let size = state.home.symbol.size(at: state.codeZoom),
    rect.width >= size.width, rect.height >= size.height
  else {
    drawCardStrip(state, card, in: rect, on: &canvas)
    return false
  }
  let spare = rect.height - size.height
  let best = spare >= 30 ? min(12, Picture.rows(of: rect.width)) : 7
  let head = layout.isBeside ? (spare >= 18 ? best : spare >= 5 ? 4 : spare >= 3 ? 2 : 0) : 0
  let left = spare - head
  let isTall = left >= 9
  let paper = rect.inset(top: head).top(size.height + (isTall ? 3 : left))
  drawFaceHead(state, in: rect.top(head), on: &canvas)
  canvas.fillPaper(paper)
  let above = max(0, min(isTall ? 0 : (left - 2) / 2, 2))
  canvas.draw(
    modules, zoom: state.codeZoom, x: paper.x + (paper.width - size.width) / 2, y: paper.y + above)
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
  return foot.isEmpty ? false : drawFoot(state, in: foot, on: &canvas)
}

/// The business's name, in big letters where there is room, and the member's tier.
private func drawFaceHead(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  canvas.brandGround(state.program, in: rect)
  let name = state.program?.name.value(in: state.settings.language) ?? "Loyalhub"
  let inner = rect.inset(x: min(state.margin, rect.width / 4))
  let mark = BigLetters(name.uppercased())
  var place = inner.inset(top: rect.height >= 3 ? 1 : 0)
  if let mark, rect.height >= 6, mark.width <= inner.width {
    canvas.faceInk(mark, in: place)
    canvas.add(Element("app.brand", .heading, name, bounds: place.top(3)))
    place = place.inset(top: 4)
  } else {
    canvas.faceLabel("app.brand", .heading, name, in: place)
    place = place.inset(top: 1)
  }
  guard place.height >= 1, place.y < rect.maxY, let tier = state.home.contents.tier?.tier else {
    return
  }
  let words = tier.name.value(in: state.settings.language) ?? ""
  canvas.faceInk(words, in: place)
  let rest = place.inset(left: displayWidth(of: words) + 2)
  if let benefit = tier.benefits.first?.value(in: state.settings.language),
    displayWidth(of: benefit) <= rest.width
  {
    canvas.faceInk(benefit, in: rest, .brandFaceMuted)
  }
}

/// Below the paper: how to see it large, and what is being saved for where there is room.
private func drawFoot(_ state: State, in rect: Rect, on canvas: inout Canvas) -> Bool {
  canvas.fill(rect, .surface)
  let row = rect.inset(x: min(state.margin, rect.width / 4)).inset(top: rect.height >= 3 ? 1 : 0)
  canvas.hint(
    Hint(
      id: "home.zoom", key: Command.key(.card(.show)), title: state.phrases.say(.showCard),
      action: nil), in: row, on: .surface)
  guard row.height >= 7, row.width >= 30, state.offers(Action.rewards(.showGoal)) else {
    return false
  }
  let goal = state.goalBar(isWide: true)
  canvas.area(row.inset(top: 2).top(row.height >= 9 ? 6 : 4), on: .surface) { canvas, place in
    drawGoal(goal, state, in: place, on: &canvas)
  }
  return goal != nil
}

/// Its picture, which is an initial until it is there, and beside it how far it is; without a goal
/// the way to one.
private func drawGoal(
  _ goal: NamedBar?, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let open = Action.rewards(.showGoal)
  canvas.section(
    SectionHead(
      id: "home.goal.title", title: state.phrases.say(.goalTitle),
      key: Command.key(open, on: .home),
      keyTitle: state.phrases.say(goal == nil ? .goalPick : .goalChange), action: open), in: rect)
  guard let goal else { return }
  var bar = goal
  bar.key = nil
  let place = rect.inset(top: 1)
  canvas.hero(goal.start, state.goal?.reward.picture, in: place.narrowed(to: 9))
  canvas.namedBar(bar, in: place.inset(left: 12))
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
  func size(at zoom: Int) -> Size? {
    guard case .encoded(let modules) = self else { return nil }
    return modules.size(zoom: zoom)
  }
}

extension State {
  /// How large a code is drawn: where only full blocks can be drawn, a module takes a whole cell.
  var codeZoom: Int { settings.hasWideSigns ? 2 : 1 }
}
