import Barcodes
import Cells
import Themes

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

  /// The number in its groups, one below the other, for the room beside a symbol that takes all rows;
  /// none where they have no room there.
  func groups(width: Int, _ rows: Int) -> [String] {
    guard width >= 4 else { return [] }
    var groups = [""]
    for character in number {
      groups[groups.count - 1].append(character)
      if character == "-" || character == " " { groups.append("") }
    }
    let lines = groups.flatMap { wrapped($0, width: width) }.filter { !$0.isEmpty }
    return lines.count <= rows ? lines : []
  }

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
  let drawn = modules.size(zoom: zoom)
  let free = screen.height - drawn.height
  let beside = free > 0 ? [] : paper.groups(width: screen.width - drawn.width - 1, screen.height)
  let column = beside.map { displayWidth(of: $0) }.max() ?? 0
  let symbol = Rect(
    x: (screen.width - drawn.width - column) / 2, y: (free - min(free, paper.lines)) / 2,
    width: drawn.width, height: drawn.height)
  canvas.draw(modules, zoom: zoom, x: symbol.x, y: symbol.y)
  canvas.add(Element(paper.id("symbol"), .image, paper.name, bounds: symbol))
  guard free > 0 else {
    let place = screen.inset(left: symbol.maxX).narrowed(to: column)
    return canvas.printGroups(
      paper.id("number"), paper.number, beside, in: place.centered(height: beside.count))
  }
  let below = screen.inset(top: symbol.maxY)
  canvas.printLabel(paper.id("number"), paper.number, in: below)
  drawCaptions(paper, in: below.inset(top: 1), on: &canvas)
  canvas.printWayOut(in: below.inset(top: 1 + paper.captions.count).bottom(1))
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
  canvas.printWayOut(in: canvas.bounds.bottom(min(1, canvas.bounds.height - area.maxY)))
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
