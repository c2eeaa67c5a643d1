import Cells
import Themes

/// How a section of the bar is divided: its title where there is room for one, and what it holds.
struct SectionLayout {
  /// The row of the title; on a small screen there is none.
  let title: Rect
  let rest: Rect

  init(_ body: Rect, _ state: State) {
    let body = body.centered(width: Layout.widest)
    title = body.inset(left: 2, top: 1, right: 2).top(state.isCompact ? 0 : 1)
    rest = body.inset(top: state.isCompact ? 0 : 3)
  }
}

extension Canvas {
  /// What a section or a screen is called.
  mutating func sectionTitle(_ id: Element.ID, _ text: String, in row: Rect) {
    label(id, .heading, text, in: row, .heading)
  }

  /// What a part of a screen is called.
  mutating func groupTitle(
    _ id: Element.ID, _ text: String, in row: Rect, _ look: ThemeToken = .sheetMuted
  ) {
    label(id, .heading, text, in: row, look)
  }

  /// The ground of a sheet and what it is called.
  mutating func beginSheet(_ title: String, on ground: Rect, in row: Rect) {
    fill(ground, .sheet)
    sheetTitle(title, in: row)
  }

  mutating func sheetTitle(_ title: String, in row: Rect) {
    label("sheet.title", .heading, title, in: row, .sheetHeading)
  }
}
