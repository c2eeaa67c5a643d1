import Barcodes
import Cells
import Loyalty
import Themes

/// What a view draws on: cells and elements grow together, so that neither can be forgotten.
struct Canvas {
  private(set) var grid: Grid
  private(set) var elements: [Element] = []
  var cursor: Point?
  /// Whether the keys move in the list although the caret is elsewhere.
  var keepsSelection = false
  var scrolled: Frame.ScrolledText?
  /// Where what is drawn now stands beside a list; `nil` where it has a place of its own.
  var pane: Rect?
  let theme: Theme
  let language: Language
  /// Ink on paper, or the other way round when the person asked for that.
  let paper: Style
  /// Where a code stands, with what is printed beside it.
  private var papers: [Rect] = []
  /// Those that something came over, as they were before.
  private var covered: [(place: Rect, styles: [Style], texts: [Character])] = []
  private let focus: Element.ID?
  /// What the meanings of the page and of a sheet are drawn on now.
  private(set) var ground = ThemeToken.background
  let pictures: CanvasPictures
  /// Pictures that are not there yet.
  private(set) var wishes: [PictureWish] = []
  /// Where pictures stand.
  private(set) var pictured: [Rect] = []
  /// Where pixels are to lie over cells.
  var reserved: [ReservedPlace] = []
  /// Where a till may read: a camera that sees it sees no picture beside it.
  private(set) var codeRows: [Range<Int>] = []
  /// Whether nothing is seen of what was drawn before: all of it has been painted over.
  private(set) var isFilled = false

  init(_ state: State) {
    theme = state.theme
    language = state.settings.language
    paper = state.isInkSwapped ? theme.paper.swapped : theme.paper
    focus = state.focus
    pictures = CanvasPictures(
      state: state.pictures, areShown: state.settings.hasPictures,
      display: state.settings.display)
    grid = Grid(state.size, filledWith: theme[.background])
  }

  var bounds: Rect { grid.bounds }

  /// Whether there are no colours, and form alone has to tell things apart.
  var isMono: Bool { theme.depth == .mono }

  /// How a meaning looks where it is drawn now.
  func look(_ token: ThemeToken) -> Style {
    if token == .sheet { return theme[ground] }
    guard token.isOfPage && ground != .background || token.isOfSheet && ground != .sheet else {
      return theme[token]
    }
    return theme[token, on: ground]
  }

  /// What comes stands on another ground.
  mutating func stand(on ground: ThemeToken) {
    self.ground = ground
  }

  /// A place with a ground of its own: a card, a caption.
  mutating func area(_ rect: Rect, on ground: ThemeToken, _ draw: (inout Canvas, Rect) -> Void) {
    let below = self.ground
    self.ground = ground
    grid.fill(rect, theme[ground])
    draw(&self, rect)
    self.ground = below
  }

  /// One meaning on the ground of another.
  func style(_ look: ThemeToken, on ground: ThemeToken) -> Style {
    theme[look, on: ground]
  }

  enum Alignment {
    case left
    case center
    case right
  }

  mutating func fill(_ rect: Rect, _ look: ThemeToken) {
    grid.fill(rect, self.look(look))
    if rect == bounds { isFilled = true }
  }

  mutating func fill(_ rect: Rect, with style: Style) {
    grid.fill(rect.intersection(bounds), style)
  }

  /// One style over what is written already.
  mutating func restyle(_ rect: Rect, _ look: ThemeToken) {
    let style = theme[look]
    grid.restyle(rect) { $0 = style }
  }

  /// A symbol with its quiet zone, black on white whatever the theme: a till reads it.
  ///
  /// - Parameter rows: of bars, where they may be of another height.
  mutating func draw(_ modules: Modules, zoom: Int, rows: Int? = nil, x: Int, y: Int) {
    let cells = modules.cells(zoom: zoom, style: paper, rows: rows)
    grid.draw(cells, x: x, y: y)
    codeRows.append(y..<y + cells.size.height)
  }

  /// - Parameters:
  ///   - whole: where all of it would stand.
  ///   - seen: the part of that which is on the screen.
  mutating func draw(_ picture: Grid, at whole: Rect, in seen: Rect) {
    grid.draw(picture, x: whole.x, y: whole.y, in: seen)
    pictured.append(seen)
  }

  mutating func draw(_ cell: Cell, _ style: Style, x: Int, y: Int) {
    grid.put(String(cell.text), x: x, y: y, style)
  }

  mutating func notePicture(in place: Rect) { pictured.append(place) }

  /// Gives cells to a place that is to have pixels, as long as nothing comes over it.
  mutating func reserve(_ place: ReservedPlace) {
    grid.fill(place.seen, place.style)
    for y in place.seen.y..<place.seen.maxY {
      let blanks = String(repeating: ReservedPlace.blank, count: place.seen.width)
      grid.put(blanks, x: place.seen.x, y: y, place.style)
    }
    reserved.append(place)
  }

  mutating func ask(for wish: PictureWish) {
    if !wishes.contains(wish) { wishes.append(wish) }
  }

  /// How an area wears a business's own colour.
  func face(of color: String) -> Face { theme.face(of: color) }

  mutating func fillPaper(_ rect: Rect) {
    grid.fill(rect, paper)
    let seen = rect.intersection(bounds)
    if !seen.isEmpty {
      papers.append(seen)
      codeRows.append(seen.y..<seen.maxY)
    }
    if rect == bounds { isFilled = true }
  }

  /// One line of text in the first row of a rectangle, cut with "…"; no element.
  mutating func write(
    _ text: String, in rect: Rect, _ look: ThemeToken, _ alignment: Alignment = .left
  ) {
    write(text, in: rect, self.look(look), alignment)
  }

  mutating func write(
    _ text: String, in rect: Rect, _ style: Style, _ alignment: Alignment = .left
  ) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    var line = text
    var width = displayWidth(of: line)
    if width > rect.width {
      line = truncated(text, to: rect.width)
      width = displayWidth(of: line)
    }
    let free = rect.width - width
    let shift =
      switch alignment {
      case .left: 0
      case .center: free / 2
      case .right: free
      }
    grid.put(line, x: rect.x + shift, y: rect.y, style, limit: rect.width)
  }

  /// Ink over whatever ground each cell has; blanks leave it as it is.
  mutating func ink(_ text: String, in rect: Rect, _ style: Style) {
    let row = rect.top(1).intersection(bounds)
    drawCells(below: row)
    var x = row.x
    for character in text {
      let width = displayWidth(of: character)
      guard !row.isEmpty, x + width <= row.maxX else { return }
      if character != " " {
        var style = style
        style.background = grid[x, row.y].style.background
        grid.put(String(character), x: x, y: row.y, style)
      }
      x += width
    }
  }

  /// One line of text that has a meaning of its own.
  mutating func label(
    _ id: Element.ID, _ role: Element.Role = .text, _ text: String, in rect: Rect,
    _ look: ThemeToken, _ alignment: Alignment = .left, action: Action? = nil
  ) {
    write(text, in: rect, look, alignment)
    add(Element(id, role, text, bounds: rect.top(1), action: action))
  }

  /// Several lines of text, wrapped; returns the rows it took.
  @discardableResult
  mutating func paragraph(
    _ id: Element.ID, _ text: String, in rect: Rect, _ look: ThemeToken,
    _ alignment: Alignment = .left, role: Element.Role = .text
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let lines = wrapped(text, width: rect.width, maxLines: rect.height)
    for (row, line) in lines.enumerated() {
      write(line, in: rect.inset(top: row), look, alignment)
    }
    add(Element(id, role, text, bounds: rect.top(lines.count)))
    return lines.count
  }

  /// An element for something that is drawn by other means.
  mutating func add(_ element: Element) {
    var element = element
    element.bounds = element.bounds.intersection(bounds)
    if element.id == focus, element.isFocusable { element.isFocused = true }
    elements.append(element)
  }

  func isFocused(_ id: Element.ID) -> Bool { focus == id }

  /// Dims what has been drawn so far and takes its meaning: a sheet is coming on top.
  mutating func cover() {
    elements = []
    cursor = nil
    drawCells(below: bounds)
    for place in papers {
      let cells = cells(in: place)
      covered.append((place, cells.map(\.style), cells.map(\.text)))
    }
    papers = []
    let dim = dimmed
    let sunk = pictured.map { place in (place, cells(in: place).map { $0.style.sunk(into: dim) }) }
    grid.restyle(bounds) { $0 = dim }
    for (place, styles) in sunk { restyle(place, with: styles) }
    pictured = []
  }

  /// A code below a dialog that leaves all of it to be seen is as it was: the till can read it, and it
  /// need not be sent to the terminal again when the dialog is gone.
  mutating func uncoverCodes() {
    for (place, styles, texts) in covered {
      let cells = cells(in: place)
      guard cells.map(\.text) == texts, cells.allSatisfy({ $0.style == dimmed }) else { continue }
      restyle(place, with: styles)
    }
  }

  /// Gives each cell of a place a style of its own.
  private mutating func restyle(_ place: Rect, with styles: [Style]) {
    var rest = styles[...]
    grid.restyle(place) { style in
      if let next = rest.popFirst() { style = next }
    }
  }

  private var dimmed: Style {
    let dim = theme[.covered]
    return Style(dim.foreground, on: dim.background, dim.attributes)
  }

  private func cells(in place: Rect) -> [Cell] {
    (place.y..<place.maxY).flatMap { y in (place.x..<place.maxX).map { grid[$0, y] } }
  }

  /// What is drawn so far can still be tapped, but Tab stops at what comes.
  mutating func leaveTabStops() {
    for index in elements.indices {
      elements[index].isTabStop = false
      elements[index].isFocused = false
    }
    restRows()
    cursor = nil
  }

  /// Selected rows keep a quiet ground and a mark: the keys are somewhere else.
  mutating func restRows(but focused: Element.ID? = nil) {
    let selected = theme[.selection]
    for row in elements where row.isSelected && row.role == .listItem && row.id != focused {
      // Of a card it is the caption that wears it.
      for y in row.bounds.y..<row.bounds.maxY {
        let columns = row.bounds.x..<row.bounds.maxX
        guard let x = columns.first(where: { grid[$0, y].style == selected }) else { continue }
        let place = Rect(x: x, y: y, width: row.bounds.maxX - x, height: 1)
        restyle(place, .selectionResting)
        write("▌", in: place, theme[.accent, on: .selectionResting])
      }
    }
  }

  /// Marks the focus where the element itself does not draw it; a list that has it not rests.
  mutating func markFocus() {
    guard let element = elements.last(where: \.isFocused) else {
      if cursor != nil { restRows() }
      return
    }
    if !keepsSelection { restRows(but: element.id) }
    guard element.role != .field else { return }
    let marks = [theme[.focus], theme[.fieldFocused], theme[.selection]]
    let bounds = element.bounds
    let isMarked = (bounds.y..<bounds.maxY).contains { y in
      (bounds.x..<bounds.maxX).contains { marks.contains(grid[$0, y].style) }
    }
    guard !isMarked else { return }
    let (paper, focus) = (self.paper, theme[.focus])
    let isSymbol = element.role == .image
    // NB: what a till reads stays as it is.
    grid.restyle(bounds) { style in if !isSymbol || style != paper { style = focus } }
    if isMono, isSymbol { restyleWords(of: bounds, focus) }
    if isMono, !isSymbol, grid[bounds.x, bounds.y].text == " " { write("›", in: bounds, focus) }
  }

  /// The rows with words, such as the number below a symbol: on paper without colours nothing else
  /// may change.
  private mutating func restyleWords(of bounds: Rect, _ style: Style) {
    for row in 0..<bounds.height {
      let line = bounds.inset(top: row).top(1)
      let isWords = (line.x..<line.maxX).contains {
        grid[$0, line.y].text.isNumber
      }
      if isWords { grid.restyle(line) { $0 = style } }
    }
  }

  /// All that was drawn last is named anew and leads to one action.
  mutating func lead(from first: Int, to action: Action, named prefix: String) {
    for index in first..<elements.count {
      elements[index].id = Element.ID(rawValue: prefix + elements[index].id.rawValue)
      elements[index].text = String(elements[index].text.prefix(1000))
      elements[index].action = action
    }
  }

  /// Whatever can be done in what was drawn last leads to one action: there it can be done; but what
  /// a key does here already, a click on its hint does too.
  mutating func redirect(from first: Int, to action: Action) {
    for index in first..<elements.count
    where elements[index].action != nil && !elements[index].id.rawValue.hasPrefix("sheet.hint.") {
      elements[index].action = action
    }
  }
}
