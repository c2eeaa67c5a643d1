import Barcodes
import Cells
import Themes

/// What a view draws on: cells and elements grow together, so that neither can be forgotten.
struct Canvas {
  private(set) var grid: Grid
  private(set) var elements: [Element] = []
  var cursor: Point?
  private let theme: Theme
  /// Ink on paper, or the other way round when the person asked for that.
  private let paper: Style
  private let focus: Element.ID?

  init(_ state: State) {
    theme = state.theme
    paper = state.isInkSwapped ? theme.paper.swapped : theme.paper
    focus = state.focus
    grid = Grid(state.size, filledWith: theme[.background])
  }

  var bounds: Rect { grid.bounds }

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
    grid.fill(rect, theme[look])
  }

  /// One style over what is written already.
  mutating func restyle(_ rect: Rect, _ look: ThemeToken) {
    let style = theme[look]
    grid.restyle(rect) { $0 = style }
  }

  /// A symbol with its quiet zone, black on white whatever the theme: a till reads it.
  mutating func draw(_ modules: Modules, zoom: Int, x: Int, y: Int) {
    grid.draw(modules.cells(zoom: zoom, style: paper), x: x, y: y)
  }

  mutating func fillPaper(_ rect: Rect) {
    grid.fill(rect, paper)
  }

  /// A centred line in black on white.
  mutating func printLabel(_ id: Element.ID, _ text: String, in rect: Rect) {
    var style = paper
    style.attributes.insert(.bold)
    write(text, in: rect, style, .center)
    add(Element(id, .text, text, bounds: rect.top(1)))
  }

  /// Centred lines in black on white.
  mutating func printLines(_ id: Element.ID, _ text: String, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let lines = wrapped(text, width: rect.width, maxLines: rect.height)
    for (row, line) in lines.enumerated() {
      write(line, in: rect.inset(top: row), paper, .center)
    }
    add(Element(id, .text, text, bounds: rect.top(lines.count)))
  }

  /// One line of text in the first row of a rectangle, cut with "…"; no element.
  mutating func write(
    _ text: String, in rect: Rect, _ look: ThemeToken, _ alignment: Alignment = .left
  ) {
    write(text, in: rect, theme[look], alignment)
  }

  mutating func write(
    _ text: String, in rect: Rect, _ style: Style, _ alignment: Alignment = .left
  ) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    let line = truncated(text, to: rect.width)
    let free = rect.width - displayWidth(of: line)
    let shift =
      switch alignment {
      case .left: 0
      case .center: free / 2
      case .right: free
      }
    grid.put(line, x: rect.x + shift, y: rect.y, style, limit: rect.width)
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
    let dim = theme[.covered]
    grid.restyle(bounds) { style in
      style = Style(dim.foreground, on: dim.background, dim.attributes)
    }
  }

  /// What is drawn so far can still be tapped, but Tab stops at what comes.
  mutating func leaveTabStops() {
    for index in elements.indices {
      elements[index].isTabStop = false
      elements[index].isFocused = false
    }
    cursor = nil
  }

  /// Marks the focus where the element itself does not draw it.
  ///
  /// A row that is selected looks the same without the focus: it is marked on top of that.
  mutating func markFocus(isInList: Bool) {
    guard let element = elements.last(where: \.isFocused), element.role != .field else { return }
    let isRow = element.role == .listItem && element.isSelected && isInList
    let marks = [theme[.focus], theme[.fieldFocused]] + (isRow ? [] : [theme[.selection]])
    let bounds = element.bounds
    let isMarked = (bounds.y..<bounds.maxY).contains { y in
      (bounds.x..<bounds.maxX).contains { marks.contains(grid[$0, y].style) }
    }
    guard !isMarked else { return }
    let (paper, focus) = (theme.paper, theme[.focus])
    let isSymbol = element.role == .image
    // NB: what a till reads stays as it is.
    grid.restyle(bounds) { style in if !isSymbol || style != paper { style = focus } }
  }

  /// All that was drawn last is named anew and leads to one action.
  mutating func lead(from first: Int, to action: Action, named prefix: String) {
    for index in first..<elements.count {
      elements[index].id = Element.ID(rawValue: prefix + elements[index].id.rawValue)
      elements[index].text = String(elements[index].text.prefix(1000))
      elements[index].action = action
    }
  }

  /// Whatever can be done in what was drawn last leads to one action: there it can be done.
  mutating func redirect(from first: Int, to action: Action) {
    for index in first..<elements.count where elements[index].action != nil {
      elements[index].action = action
    }
  }
}

extension Style {
  /// With ink and ground in each other's place.
  fileprivate var swapped: Style {
    let isPlain = foreground == .terminal && background == .terminal
    guard isPlain else { return Style(background, on: foreground, attributes) }
    return Style(.terminal, on: .terminal, attributes.symmetricDifference(.reverse))
  }
}
