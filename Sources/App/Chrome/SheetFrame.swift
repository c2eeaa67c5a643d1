import Cells
import Themes

/// A panel over the screen, or beside the list, with a title and a way out; returns the place for
/// what it holds.
///
/// - Parameter hero: what is shown has a picture, which has its place at the head of a pane; until it
///   is there, the initial stands there.
func drawSheet(
  _ title: String, rows: Int, width: Int = 60, hero: String? = nil, _ state: State,
  on canvas: inout Canvas
) -> Rect {
  let pane = canvas.pane
  let place = state.sheetPlace(rows: rows, width: width, pane: pane, hasPicture: hero != nil)
  let (panel, inner) = (place.panel, place.inner)
  canvas.beginSheet(
    title, on: panel,
    as: pane != nil ? .surface : panel.height == state.size.height ? .background : .sheet,
    in: inner)
  if let hero { canvas.hero(hero, in: place.picture) }
  let hasKeys = pane == nil || state.isInPane
  if pane != nil, hasKeys { canvas.paneEdge(panel) }
  // A look at the selected row has no way out, but a way in.
  let open = Hint(
    id: "pane.open", key: Command.key(.activate), title: state.phrases.say(.open), action: .back)
  if inner.height >= 3 {
    let way = canvas.wayOut(hasKeys ? state.closeHint() : open, in: inner.bottom(1), on: .sheet)
    if pane != nil, hasKeys {
      let hints = state.hints(on: state.surface).map { Hint(sheet: $0, state) }
      canvas.hintLine(
        hints, gap: 3, in: inner.bottom(1).inset(right: way.width + 3), on: .sheetTitle)
    }
  }
  return place.rest
}

/// Where the parts of a panel over the screen, or of the pane, stand.
struct SheetPlace {
  let panel: Rect
  /// At the head of a pane.
  let picture: Rect
  /// Inside of the margins.
  let inner: Rect
  /// What is left between the title and the way out.
  let rest: Rect
}

extension State {
  /// In the pane, where what is on top stands there.
  func sheetPlace(rows: Int) -> SheetPlace {
    sheetPlace(rows: rows, pane: isBesideList ? pane : nil)
  }

  func sheetPlace(
    rows: Int, width: Int = 60, pane: Rect?, hasPicture: Bool = false
  ) -> SheetPlace {
    let screen = Rect(size)
    // What it came from stays to be seen above it, at any size.
    let low = screen.bottom(rows + 4 < screen.height ? rows + 3 : screen.height)
    let panel =
      pane ?? (isCompact ? low : screen.centered(width: width).centered(height: rows + 4))
    let picture = panel.top(pane != nil && hasPicture && panel.height >= 26 ? 10 : 0)
    let inner =
      (isCompact ? panel.inset(x: screen.width >= 20 ? 1 : 0) : panel.inset(x: 3, y: 1))
      .inset(top: picture.height)
    let rest = inner.inset(
      top: inner.height >= 5 ? 2 : 1, bottom: inner.height >= 3 ? 1 : 0)
    return SheetPlace(panel: panel, picture: picture, inner: inner, rest: rest)
  }
}

extension Canvas {
  /// The pane beside a list has the focus.
  fileprivate mutating func paneEdge(_ pane: Rect) {
    for row in 0..<pane.height { write("▎", in: pane.inset(top: row).narrowed(to: 1), .accent) }
  }

  /// The place of a picture: a quiet ground and the initial.
  mutating func hero(_ name: String, in rect: Rect) {
    guard rect.height >= 3 else { return }
    fill(rect, .button)
    let initial = name.first { $0.isLetter || $0.isNumber }.map { String($0).uppercased() }
    guard let letter = initial.flatMap({ BigLetters($0) }) else { return }
    let place = Rect(
      x: rect.x + (rect.width - letter.width) / 2, y: rect.y + (rect.height - 3) / 2,
      width: letter.width, height: 3)
    write(letter, in: place, style(.muted, on: .button))
  }
}
