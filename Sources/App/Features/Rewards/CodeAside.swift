import Barcodes
import Cells
import Loyalty
import Themes

/// What the till asks for, beside what points buy: the member's code, and the coupons that one has.
func drawCodeAside(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  var rest = rect
  canvas.label("aside.title", .heading, phrases.say(.memberCard), in: rest, .heading)
  if let balance = state.home.contents.balance {
    canvas.write(phrases.points(balance.available, of: state.program), in: rest, .muted, .right)
  }
  rest = rest.inset(top: 2)
  if let card = state.home.contents.card {
    rest = rest.inset(top: drawCode(card, state, in: rest, on: &canvas))
  }
  let coupons = state.rewards.contents.coupons.filter { $0.state(at: state.now) == .active }
  guard !coupons.isEmpty, rest.height >= 4 else { return }
  rest = rest.inset(top: 1)
  canvas.section(
    SectionHead(
      id: "aside.coupons", title: phrases.say(.yourCoupons),
      count: phrases.decimal(Int64(coupons.count))), in: rest)
  for (row, coupon) in coupons.prefix(rest.height / 3).enumerated() {
    let place = rest.inset(top: 1 + row * 3)
    guard place.height >= 2 else { return }
    canvas.write(coupon.title.value(in: state.settings.language) ?? "", in: place, .text)
    canvas.write(state.words(for: coupon), in: place.inset(top: 1), .muted)
  }
}

/// - Returns: the rows that it took.
private func drawCode(
  _ card: Card, _ state: State, in rect: Rect, on canvas: inout Canvas
) -> Int {
  guard case .encoded(let modules) = state.home.symbol,
    let size = state.home.symbol.size(at: state.codeZoom), size.width <= rect.width,
    size.height + 1 <= rect.height
  else {
    canvas.label("aside.number", .text, card.number, in: rect, .heading)
    return 1
  }
  let paper = rect.top(size.height + 1)
  canvas.fillPaper(paper)
  canvas.draw(
    modules, zoom: state.codeZoom, x: paper.x + (paper.width - size.width) / 2, y: paper.y)
  canvas.printLabel("aside.number", card.number, in: paper.bottom(1))
  return paper.height
}
