import Barcodes
import Cells
import Loyalty
import Themes

/// The whole screen says what came, beside what the till reads; one band of it where there is no
/// room for both.
func drawCelebration(_ state: State, on canvas: inout Canvas) {
  guard let moment = state.celebration, !canvas.bounds.isEmpty else { return }
  let page = canvas.bounds.inset(x: 3, y: 1).centered(width: 100)
  guard state.isCelebrationFull else {
    drawBand(moment, state, on: &canvas)
    return
  }
  canvas.cover()
  canvas.fill(canvas.bounds, .selection)
  var words = page
  if case .encoded(let modules) = state.shownCardSymbol,
    let size = state.shownCardSymbol.size(at: state.codeZoom), size.height + 2 <= page.height,
    size.width + 38 <= page.width, let card = state.home.contents.card
  {
    let paper = page.narrowed(to: size.width + 4).centered(height: size.height + 4)
    canvas.fillPaper(paper)
    canvas.draw(modules, zoom: state.codeZoom, x: paper.x + 2, y: paper.y + 1)
    canvas.add(
      Element(
        "moment.card", .image, "\(state.phrases.say(.memberCard)) \(card.number)", bounds: paper))
    canvas.printLabel("moment.number", card.number, in: paper.bottom(2))
    words = page.inset(left: paper.width + 4)
  }
  drawMoment(moment, state, in: words, on: &canvas)
}

private func drawMoment(
  _ moment: Celebration, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  var rest = rect.centered(height: rows(of: moment, in: rect))
  if moment.place != nil || moment.time != nil {
    canvas.write(moment.time ?? "", in: rest, .selection, .right)
    canvas.write(
      moment.place ?? "", in: rest.inset(right: displayWidth(of: moment.time ?? "") + 2), .selection
    )
    rest = rest.inset(top: 2)
  }
  let spoken = state.words(for: moment)
  let headline = canvas.headline(
    state.amount(of: moment) ?? moment.tier ?? "", in: rest, isLarge: rect.height >= 18)
  canvas.add(
    Element("moment", .status, spoken, bounds: rest.top(headline)))
  rest = rest.inset(top: headline + 1)
  if moment.points != .zero, let balance = state.home.contents.balance {
    canvas.write(phrases.say(.nowAlone), in: rest, .selection)
    let points = balance.available
    let (rows, _) = canvas.bigNumber(
      "home.balance", phrases.number(points, of: state.program),
      unit: phrases.noun(for: points, of: state.program),
      spoken: phrases.points(points, of: state.program), in: rest.inset(top: 1).top(3),
      .selection, unitLook: .selection)
    rest = rest.inset(top: rows + 2)
  }
  for (index, line) in moment.lines.prefix(3).enumerated() where !rest.isEmpty {
    canvas.write(line.value, in: rest, canvas.bold(.selection), .right)
    canvas.label(
      Element.ID(rawValue: "moment.line.\(index)"), .text, line.title,
      in: rest.inset(right: displayWidth(of: line.value) + 2), .selection)
    rest = rest.inset(top: 1)
  }
  rest = rest.inset(top: 1)
  if moment.points != .zero, let tier = moment.tier, !rest.isEmpty {
    canvas.write(phrases.say(.newTier, ["tier": tier]), in: rest, canvas.bold(.selection))
    rest = rest.inset(top: 2)
  }
  if let stamps = state.stampCardOfHome, rest.height >= 2 {
    canvas.stamps(stamps, state, in: rest)
  }
}

/// Rows of all of it, so that it stands in the middle.
private func rows(of moment: Celebration, in rect: Rect) -> Int {
  let place = moment.place == nil && moment.time == nil ? 0 : 2
  let balance = moment.points == .zero ? 0 : 5
  let tier = moment.points == .zero || moment.tier == nil ? 0 : 2
  return place + 7 + balance + min(3, moment.lines.count) + 1 + tier + 2
}

/// One line over the whole width, where it hides neither the symbol nor its number.
private func drawBand(_ moment: Celebration, _ state: State, on canvas: inout Canvas) {
  let printed = canvas.elements.filter { element in
    element.role == .image || element.id.rawValue.hasSuffix(".number")
  }.map(\.bounds)
  let rows = canvas.bounds.height
  // From the foot up: what stands lowest are captions and hints.
  let free = (0..<rows).reversed().first { row in
    !printed.contains { $0.y <= row && row < $0.maxY }
  }
  // A coupon says itself that it is there; what a till has read may wait a moment.
  guard let row = free ?? (moment.points == .zero ? nil : rows - 1) else { return }
  let band = canvas.bounds.inset(top: row).top(1)
  let words = state.words(for: moment)
  let place = band.inset(x: state.margin)
  // Who stands at the till wants the number; what brought it stands on home.
  let short = displayWidth(of: words) <= place.width ? words : state.shortWords(for: moment)
  canvas.fill(band, .selection)
  canvas.write(short, in: place, canvas.bold(.selection), .center)
  canvas.add(Element("moment", .status, words, bounds: band))
}

extension Canvas {
  /// One meaning with more weight.
  fileprivate func bold(_ token: ThemeToken) -> Style {
    var style = look(token)
    style.attributes.insert(.bold)
    return style
  }

  /// In letters of six rows, of three, or as it is; returns the rows it took.
  fileprivate mutating func headline(_ text: String, in rect: Rect, isLarge: Bool) -> Int {
    let letters = BigLetters(text.uppercased())
    if let letters, isLarge, letters.width * 2 <= rect.width {
      for (row, line) in letters.doubled.enumerated() {
        write(line, in: rect.inset(top: row).top(1), .selection)
      }
      return 6
    }
    if let letters, letters.width <= rect.width, rect.height >= 3 {
      write(letters, in: rect, look(.selection))
      return 3
    }
    write(text, in: rect, bold(.selection))
    return 1
  }

  /// The stamp card that is nearest to full, in the ink of the moment.
  fileprivate mutating func stamps(_ card: StampCard, _ state: State, in rect: Rect) {
    let count = state.words(for: card)
    write(count, in: rect, .selection, .right)
    write(
      card.title.value(in: state.settings.language) ?? "",
      in: rect.inset(right: displayWidth(of: count) + 2), .selection)
    let row = rect.inset(top: 1).top(1)
    let full = row.width * card.filled / max(1, card.slots)
    write(String(repeating: "━", count: full), in: row, .selection)
    write(String(repeating: "─", count: row.width - full), in: row.inset(left: full), .selection)
  }
}
