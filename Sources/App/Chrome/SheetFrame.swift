import Cells
import Loyalty
import Themes

/// A panel over the screen, or beside the list, with a title and a way out; returns the place for
/// what it holds.
///
/// - Parameter hero: what is shown has a picture, which has its place at the head of a pane, or beside
///   the words where the panel is wide; until it is there, the initial stands there.
func drawSheet(
  _ title: String, rows: Int, width: Int = 60, hero: Hero? = nil, _ state: State,
  on canvas: inout Canvas
) -> Rect {
  let pane = canvas.pane
  let place = state.sheetPlace(rows: rows, width: width, pane: pane, hero: hero)
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
  if let hero, canvas.hero(hero.name, hero.picture, in: place.picture) {
    canvas.pictureWords(hero, in: place.picture)
  }
  let hasKeys = pane == nil || state.isInPane
  if pane != nil {
    if hasKeys { canvas.paneEdge(panel) }
    let isBelow = canvas.paneKeys(hasKeys, beside: title, state, in: inner)
    // What comes keeps its distance to them.
    return isBelow && place.rest.height >= 8 ? place.rest.inset(top: 1) : place.rest
  } else if inner.height >= 3 {
    canvas.wayOut(state.closeHint(), in: place.foot, on: .sheet)
  }
  return place.rest
}

/// Where the parts of a panel over the screen, or of the pane, stand.
struct SheetPlace {
  let panel: Rect
  /// At the head of a pane, or in the corner of a wide panel.
  let picture: Rect
  /// Inside of the margins, beside the picture.
  let inner: Rect
  /// The row of the way out.
  let foot: Rect
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
    rows: Int, width: Int = 60, pane: Rect?, hero: Hero? = nil
  ) -> SheetPlace {
    let screen = Rect(size)
    // What it came from stays to be seen above it, at any size; and where there is no room for a panel
    // in the middle it takes the whole width, as on a phone: nothing is cut behind it.
    let isLow = pane == nil && size.width < State.leastWidth
    let taken = rows + (isCompact ? 3 : 4)
    let low = screen.bottom(rows + 4 < screen.height ? taken : screen.height)
    let panel =
      pane ?? (isLow ? low : screen.centered(width: width).centered(height: rows + 4))
    let picture = self.picture(of: hero, in: panel, isPane: pane != nil)
    let margins =
      (isCompact
        ? panel.inset(x: screen.width >= 20 ? 1 : 0)
        : isLow
          ? panel.inset(x: margin, y: 1).narrowed(to: State.widestSheet) : panel.inset(x: 3, y: 1))
    let beside = max(0, margins.maxX - picture.x + 2)
    let inner =
      pane != nil
      ? margins.inset(top: picture.height) : margins.inset(right: picture.isEmpty ? 0 : beside)
    // The way out of a pane stands in its title.
    let foot = pane == nil && inner.height >= 3 ? 1 : 0
    let rest = inner.inset(top: inner.height >= 5 ? 2 : 1, bottom: foot)
    return SheetPlace(
      panel: panel, picture: picture, inner: inner, foot: margins.bottom(1), rest: rest)
  }

  /// Where the picture of a panel stands; a pane keeps its place where there is none.
  private func picture(of hero: Hero?, in panel: Rect, isPane: Bool) -> Rect {
    guard let hero else { return panel.top(0) }
    guard !isPane else {
      let rows = max(10, min(Picture.heroRows(of: panel.width), panel.height / 3))
      return panel.top(panel.height >= 26 ? rows : 0)
    }
    guard hasBesides(hero.picture, width: panel.width), panel.height >= 12 else {
      return panel.top(0)
    }
    let columns = State.columnsBeside(panel.width)
    return panel.inset(left: panel.width - columns)
      .top(min(panel.height - 4, Picture.heroRows(of: columns)))
  }

  /// Whether a picture stands beside the words about it in a place so wide.
  func hasBesides(_ picture: Picture?, width: Int) -> Bool {
    picture != nil && showsPictures && width >= 72
  }

  /// Columns of a picture beside words.
  static func columnsBeside(_ width: Int) -> Int { min(44, width * 36 / 100) }
}

extension Canvas {
  /// The pane beside a list has the focus; what bleeds to its edge is drawn before, and a picture stays
  /// whole.
  mutating func paneEdge(_ pane: Rect) {
    let pictures = places.pictured + places.reserved.map(\.seen)
    for row in 0..<pane.height {
      let place = pane.inset(top: row).narrowed(to: 1)
      guard pictures.allSatisfy({ $0.intersection(place).isEmpty }) else { continue }
      write("▎", in: place, .accent)
    }
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
}
