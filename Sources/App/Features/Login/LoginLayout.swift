import Cells

/// How a page of the login is divided: the business's face, what is asked, and what the keys do.
struct LoginLayout {
  /// The business's own ground; on a low screen there is none.
  let face: Rect?
  /// Where the connection is told, beside the face.
  let status: Rect
  /// All that is left for what is asked.
  let area: Rect
  /// Its first column of a readable width.
  let form: Rect

  init(_ state: State) {
    let size = state.size
    let layout = Layout(size)
    let margin = state.margin
    let foot = size.height >= 12 ? 1 : 0
    guard size.width >= 72, size.height >= 18 else {
      face = nil
      status = layout.header.inset(x: margin)
      area = Rect(size).inset(top: layout.header.maxY, bottom: foot).inset(x: margin)
      form = area.centered(width: 46)
      return
    }
    // As wide as the member's card, which stands there afterwards.
    let width = size.width >= 150 ? 70 : size.width >= 100 ? 46 : 30
    let all = layout.page
    face = all.narrowed(to: width)
    let rest = all.inset(left: width + (size.width >= 100 ? 5 : 3), right: margin)
    status = Rect(x: rest.x, y: layout.header.y, width: rest.width, height: 1)
    area = rest.inset(top: layout.header.maxY + 1)
    form = area.narrowed(to: 46)
  }
}
