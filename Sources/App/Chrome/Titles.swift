import Cells
import Themes

/// How a section of the bar is divided: its title where there is room for one, and what it holds.
struct SectionLayout {
  /// The row of the title; on a small screen there is none.
  let title: Rect
  let rest: Rect

  init(_ body: Rect, _ state: State) {
    let status = connection(state)
    title = state.headerRow.inset(right: status.isEmpty ? 0 : displayWidth(of: status) + 3)
    // The text of a row stands below the title; the selection reaches as far as it can.
    let margin = max(0, state.margin - 2)
    rest = body.inset(
      left: margin, top: state.isCompact ? 0 : 1, right: state.sectionPane == nil ? margin : 0
    ).narrowed(to: Layout.widest)
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
  ///
  /// - Parameter ground: the page's own for what takes all of it, a pane's, or a dialog's.
  mutating func beginSheet(
    _ title: String, on rect: Rect, as ground: ThemeToken, in row: Rect
  ) {
    stand(on: ground)
    fill(rect, .sheet)
    sheetTitle(title, in: row)
  }

  mutating func sheetTitle(_ title: String, in row: Rect) {
    label("sheet.title", .heading, title, in: row, .sheetHeading)
  }
}
