import Cells
import Loyalty
import Themes

/// What a view draws on: cells and elements grow together, so that neither can be forgotten.
///
/// Only its own extensions (`Frame/Canvas+…`) change these two; a view calls what they offer.
struct Canvas {
  var grid: Grid
  var elements: [Element] = []
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
  let focus: Element.ID?
  /// What the meanings of the page and of a sheet are drawn on now.
  private(set) var ground = ThemeToken.background
  let pictures: CanvasPictures
  /// Pictures that are not there yet.
  private(set) var wishes: [PictureWish] = []
  var places = CanvasPlaces()
  /// Whether nothing is seen of what was drawn before: all of it has been painted over.
  var isFilled = false

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

  mutating func draw(_ cell: Cell, _ style: Style, x: Int, y: Int) {
    grid.put(String(cell.text), x: x, y: y, style)
  }

  mutating func ask(for wish: PictureWish) {
    if !wishes.contains(wish) { wishes.append(wish) }
  }

  /// How an area wears a business's own colour.
  func face(of color: String) -> Face { theme.face(of: color) }

  /// An element for something that is drawn by other means.
  mutating func add(_ element: Element) {
    var element = element
    element.bounds = element.bounds.intersection(bounds)
    if element.id == focus, element.isFocusable { element.isFocused = true }
    elements.append(element)
  }

  func isFocused(_ id: Element.ID) -> Bool { focus == id }
}
