import Cells
import Loyalty
import Themes

/// A panel over the screen, or beside the list, with a title and a way out; returns the place for
/// what it holds.
///
/// - Parameter hero: what is shown has a picture, which has its place at the head of a pane; until it
///   is there, the initial stands there.
func drawSheet(
  _ title: String, rows: Int, width: Int = 60, hero: Hero? = nil, _ state: State,
  on canvas: inout Canvas
) -> Rect {
  let pane = canvas.pane
  let place = state.sheetPlace(rows: rows, width: width, pane: pane, hasPicture: hero != nil)
  let (panel, inner) = (place.panel, place.inner)
  canvas.beginSheet(
    title, on: panel,
    as: pane != nil ? .surface : panel.height == state.size.height ? .background : .sheet,
    in: inner)
  // Where the grounds are one, a line parts it from what it lies over.
  if pane == nil, panel.y > 0, inner.y > panel.y,
    canvas.look(.sheet).background == canvas.look(.covered).background
  {
    canvas.rule(in: panel)
  }
  if let hero { canvas.hero(hero.name, hero.picture, in: place.picture) }
  let hasKeys = pane == nil || state.isInPane
  if pane != nil {
    if hasKeys { canvas.paneEdge(panel) }
    let isBelow = canvas.paneKeys(hasKeys, beside: title, state, in: inner)
    // What comes keeps its distance to them.
    return isBelow && place.rest.height >= 8 ? place.rest.inset(top: 1) : place.rest
  } else if inner.height >= 3 {
    canvas.wayOut(state.closeHint(), in: inner.bottom(1), on: .sheet)
  }
  return place.rest
}

/// What has a picture, and what it is called while that is not there.
struct Hero {
  let name: String
  var picture: Picture?
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
  /// Columns of what stands in a panel at the foot of the screen.
  private static let widestSheet = 96

  /// In the pane, where what is on top stands there.
  func sheetPlace(rows: Int) -> SheetPlace {
    sheetPlace(rows: rows, pane: isBesideList ? pane : nil)
  }

  func sheetPlace(
    rows: Int, width: Int = 60, pane: Rect?, hasPicture: Bool = false
  ) -> SheetPlace {
    let screen = Rect(size)
    // What it came from stays to be seen above it, at any size; and where there is no room for a panel
    // in the middle it takes the whole width, as on a phone: nothing is cut behind it.
    let isLow = pane == nil && size.width < State.leastWidth
    let taken = rows + (isCompact ? 3 : 4)
    let low = screen.bottom(rows + 4 < screen.height ? taken : screen.height)
    let panel =
      pane ?? (isLow ? low : screen.centered(width: width).centered(height: rows + 4))
    let picture = panel.top(pane != nil && hasPicture && panel.height >= 26 ? 10 : 0)
    let inner =
      (isCompact
      ? panel.inset(x: screen.width >= 20 ? 1 : 0)
      : isLow
        ? panel.inset(x: margin, y: 1).narrowed(to: State.widestSheet) : panel.inset(x: 3, y: 1))
      .inset(top: picture.height)
    // The way out of a pane stands in its title.
    let foot = pane == nil && inner.height >= 3 ? 1 : 0
    let rest = inner.inset(top: inner.height >= 5 ? 2 : 1, bottom: foot)
    return SheetPlace(panel: panel, picture: picture, inner: inner, rest: rest)
  }
}

extension Canvas {
  /// The pane beside a list has the focus; what bleeds to its edge is drawn before.
  mutating func paneEdge(_ pane: Rect) {
    for row in 0..<pane.height { write("▎", in: pane.inset(top: row).narrowed(to: 1), .accent) }
  }

  /// What the keys do there, in the row of the title or, where that is long, in the one below: the
  /// way in as long as the list has them, then its own and the way back.
  ///
  /// - Returns: whether they stand in the row below.
  fileprivate mutating func paneKeys(
    _ hasKeys: Bool, beside title: String, _ state: State, in inner: Rect
  ) -> Bool {
    var hints: [Hint] = []
    if hasKeys {
      hints = state.hints(on: state.surface).map { Hint(sheet: $0, state) }
      hints.append(state.closeHint(.back))
    } else if !state.isSearching {
      hints = [
        Hint(
          id: "pane.open", key: Command.key(.activate),
          title: state.phrases.say(state.wayIntoPane), action: .back)
      ]
    }
    let width = hints.reduce(-3) { $0 + $1.width + 3 }
    if displayWidth(of: title) + 3 + width <= inner.width {
      hintLine(endingAtRight: hints, gap: 3, in: inner.top(1), on: .sheetTitle)
      return false
    }
    guard inner.height >= 5 else { return false }
    hintLine(endingAtRight: hints, gap: 3, in: inner.inset(top: 1).top(1), on: .sheetTitle)
    return true
  }

  /// The place of a picture: until it is there, a quiet ground and the initial.
  ///
  /// - Parameter whole: the place as large as it is where a part of it is cut.
  /// - Returns: whether there was room.
  @discardableResult
  mutating func hero(
    _ name: String, _ picture: Picture? = nil, in rect: Rect, of whole: Rect? = nil
  ) -> Bool {
    if self.picture(picture, in: rect, of: whole) { return true }
    guard rect.height >= 3 else { return false }
    var ground = style(.button, on: .button)
    // What marks a button without colours would be ruled paper here.
    ground.attributes.remove(.underline)
    fill(rect, with: ground)
    let initial = name.first { $0.isLetter || $0.isNumber }.map { String($0).uppercased() }
    guard let letter = initial.flatMap({ BigLetters($0) }) else { return true }
    let place = Rect(
      x: rect.x + (rect.width - letter.width) / 2, y: rect.y + (rect.height - 3) / 2,
      width: letter.width, height: 3)
    var ink = style(.muted, on: .button)
    ink.attributes.remove(.underline)
    write(letter, in: place, ink)
    return true
  }
}
