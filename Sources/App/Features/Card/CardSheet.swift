import Barcodes
import Cells
import Loyalty
import Themes

/// The card full size, for the till: nothing but black on white and the number.
func drawCard(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let paper = state.memberPaper else {
    drawNoteSheet(.memberCard, "card.none", phrases.say(.noCard), state, on: &canvas)
    return
  }
  drawPaper(paper, state, on: &canvas)
}

extension State {
  /// The member's card: the one-time code, else the plain card, and which of them it is.
  var memberPaper: Paper? {
    home.contents.card.map { card in
      Paper(
        prefix: "card", name: "\(phrases.say(.memberCard)) \(card.number)", number: card.number,
        captions: [codeCaption], symbol: shownCardSymbol, unreadable: .cardUnreadable)
    }
  }
}

/// What a till reads, on the whole screen: a symbol, what is printed below it, and words about it.
struct Paper {
  /// Of the elements' ids.
  let prefix: String
  /// What the symbol is read aloud as.
  let name: String
  /// What can be typed in.
  let number: String
  /// Lines below the number, as many as there is room for.
  var captions: [String]
  let symbol: CardSymbol
  let unreadable: Phrase

  /// Rows of words below the symbol, with one for air.
  var lines: Int { 2 + captions.count }

  func id(_ name: String) -> Element.ID { Element.ID(rawValue: "\(prefix).\(name)") }
}

func drawPaper(_ paper: Paper, _ state: State, on canvas: inout Canvas) {
  let screen = canvas.bounds
  canvas.fillPaper(screen)
  canvas.add(
    Element(paper.id("close"), .button, state.phrases.say(.close), bounds: screen, action: .back))
  guard case .encoded(let modules) = paper.symbol,
    let size = paper.symbol.size(at: state.codeZoom),
    size.width <= screen.width, size.height <= screen.height
  else {
    drawNumberOnly(paper, state, on: &canvas)
    return
  }
  var paper = paper
  let room = PaperZoom(
    modules, lines: paper.lines, in: screen.size, least: state.codeZoom)
  let zoom = room.shown(state.paperZoom)
  if state.paperZoom != nil {
    paper.captions.append(
      state.phrases.say(.zoomed, ["zoom": "\(zoom)", "most": "\(room.largest)"]))
  }
  if state.isInkSwapped { paper.captions.append(state.phrases.say(keyed: .inkSwapped)) }
  let lines = paper.lines
  let drawn = modules.size(zoom: zoom)
  let free = screen.height - drawn.height
  let top = max(0, (free - min(free, lines)) / 2)
  canvas.draw(modules, zoom: zoom, x: (screen.width - drawn.width) / 2, y: top)
  canvas.add(
    Element(
      paper.id("symbol"), .image, paper.name,
      bounds: Rect(
        x: (screen.width - drawn.width) / 2, y: top, width: drawn.width, height: drawn.height)))
  let below = screen.inset(top: top + drawn.height)
  guard !below.isEmpty else { return }
  canvas.printLabel(paper.id("number"), paper.number, in: below)
  drawCaptions(paper, in: below.inset(top: 1), on: &canvas)
}

private func drawCaptions(_ paper: Paper, in rect: Rect, on canvas: inout Canvas) {
  for (row, caption) in paper.captions.prefix(rect.height).enumerated() {
    canvas.printLines(paper.id("caption.\(row)"), caption, in: rect.inset(top: row).top(1))
  }
}

/// The symbol has no room, or there is none: the number as large as it gets, and what to do.
private func drawNumberOnly(_ paper: Paper, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let area = canvas.bounds.inset(x: canvas.bounds.width > 20 ? 2 : 0)
    .centered(height: 6 + paper.captions.count)
  canvas.printLabel(paper.id("number"), paper.number, in: area)
  var rest = area.inset(top: 1)
  drawCaptions(paper, in: rest, on: &canvas)
  rest = rest.inset(top: paper.captions.count + (area.height >= 3 ? 1 : 0))
  guard let size = paper.symbol.size(at: state.codeZoom) else {
    canvas.printLines(paper.id("unreadable"), phrases.say(paper.unreadable), in: rest)
    return
  }
  let needs = phrases.say(
    .cardNeeds, ["width": String(size.width), "height": String(size.height)])
  canvas.printLines(
    paper.id("too-small"), "\(phrases.say(.cardTooSmall)). \(needs)", in: rest)
}
