import Cells
import Content
import Loyalty
import Themes

/// A section of the bar that is a content screen.
func drawScreenTab(_ slug: String, _ state: State, in body: Rect, on canvas: inout Canvas) {
  guard let screen = state.shownScreen(slug) else { return }
  let place = ScreenPlace(body, state)
  drawTravelBanner(state, in: place.banner, column: place.whole, on: &canvas)
  let title = screen.title(in: state.travelled)
  canvas.sectionTitle("screen.title", title, in: place.title)
  draw(screen, state, in: place.body, on: &canvas)
}

/// A content screen that was opened from somewhere, with a way back.
func drawScreenSheet(_ slug: String, _ state: State, on canvas: inout Canvas) {
  canvas.fill(canvas.bounds, .background)
  guard let screen = state.shownScreen(slug) else { return }
  let layout = Layout(state.size)
  let place = ScreenPlace(layout.body, state)
  drawTravelBanner(state, in: place.banner, column: place.whole, on: &canvas)
  let head = layout.header.inset(left: place.whole.x)
  canvas.label("screen.title", .heading, screen.title(in: state.travelled), in: head, .header)
  draw(screen, state, in: place.whole, on: &canvas)
  canvas.fill(layout.tabs, .bar)
  if layout.tabs.height >= 2 { canvas.rule(in: layout.tabs) }
  let foot = layout.tabs.bottom(1).inset(x: state.margin)
  if state.canEdit {
    let key = Command.key(.editor(.openHere), on: .screen(slug))
    let edit = Hint(
      id: "command.e", key: key, title: state.phrases.say(.editorOpen), action: .editor(.openHere))
    canvas.hint(edit, in: foot.narrowed(to: edit.width), on: .bar)
  }
  canvas.wayOut(state.closeHint(.back), in: foot, on: .bar)
}

/// Where the parts of a content screen stand.
struct ScreenPlace {
  /// Says as whom an editor looks at it.
  let banner: Rect
  let title: Rect
  let body: Rect
  /// The body where the title stands elsewhere.
  let whole: Rect

  /// Columns in which a text is easily read.
  static let measure = 72

  init(_ rect: Rect, _ state: State) {
    let isCompact = state.isCompact
    banner = rect.top(state.travel == nil ? 0 : state.size.height >= 30 ? 3 : 1)
    let columns = state.travel?.width ?? ScreenPlace.measure
    let column = rect.inset(top: banner.height).centered(width: columns + 4)
      .inset(x: rect.width >= 30 ? 2 : 0)
    whole = column.inset(top: isCompact ? 0 : 1)
    let head = SectionLayout(rect, state).title
    title = head.inset(left: max(0, column.x - head.x))
    body = column.inset(top: isCompact ? 0 : 1)
  }
}

extension State {
  /// Where the blocks of the open screen stand.
  var screenBody: Rect {
    let place = ScreenPlace(Layout(size).body, self)
    return sheets.isEmpty ? place.body : place.whole
  }
}

private func draw(_ screen: Screen, _ state: State, in rect: Rect, on canvas: inout Canvas) {
  let rows = ScreenRows(screen, width: rect.width, state)
  let scroll = state.screens.scrolls[screen.slug] ?? ScreenScroll()
  let (pictures, isMoreBelow) = rows.shown(from: scroll, in: rect)
  for shown in pictures {
    canvas.draw(shown.picture, skipping: shown.skipped, in: shown.place)
  }
  canvas.scrollMarks(isAbove: scroll != ScreenScroll(), isBelow: isMoreBelow, in: rect)
}

extension Screen {
  func title(in state: State) -> String {
    title.value(
      in: state.settings.language, fallback: state.program?.languages.first ?? .english) ?? slug
  }
}
