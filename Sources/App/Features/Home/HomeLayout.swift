import Cells

/// How the home screen is divided.
struct HomeLayout {
  /// The member's card; beside the facts it reaches to the edges of the window.
  let card: Rect
  /// What there is to say, or the first column of it.
  let facts: Rect
  /// A second column where there is room for one.
  let second: Rect?
  let isBeside: Bool

  /// Columns beyond which an amount stands too far from its words.
  static let widest = 76

  init(_ state: State) {
    let (size, margin) = (state.size, state.margin)
    let layout = Layout(size)
    let body = layout.body
    if let symbol = state.home.symbol.size(at: state.codeZoom) {
      let width = symbol.width + (size.width >= 100 ? 10 : 4)
      let room = size.width - width - margin * 2
      if room >= 28, layout.page.height >= symbol.height {
        isBeside = true
        card = layout.page.narrowed(to: width)
        let gap = size.width >= 100 ? 4 : 3
        let top = size.height >= 30 ? layout.header.y : body.y + (body.height >= 15 ? 1 : 0)
        let all = Rect(
          x: width + gap, y: top, width: size.width - width - gap - margin,
          height: layout.page.maxY - top)
        let column = min(HomeLayout.widest, (all.width - 4) / 2)
        if size.height >= 30, column >= 32 {
          facts = all.narrowed(to: column)
          second = Rect(x: all.x + column + 4, y: all.y, width: column, height: all.height)
        } else {
          facts = all.narrowed(to: HomeLayout.widest)
          second = nil
        }
        return
      }
      if size.width >= symbol.width, body.height >= symbol.height + 11 {
        isBeside = false
        card = body.top(symbol.height + 1)
        facts = body.inset(left: margin, top: card.height + 1, right: margin)
        second = nil
        return
      }
    }
    isBeside = false
    let strip = body.height >= 12 ? 2 : min(1, max(0, body.height - 2))
    card = body.bottom(strip)
    facts = body.inset(left: margin, top: body.height >= 12 ? 1 : 0, right: margin, bottom: strip)
      .narrowed(to: HomeLayout.widest)
    second = nil
  }
}
