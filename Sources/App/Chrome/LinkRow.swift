import Cells
import Loyalty
import Themes

/// A line that leads to something which is shown elsewhere: what it is, a word about it, and a value.
struct LinkRow {
  let id: Element.ID
  let title: String
  var note: String?
  let value: String
  /// What the value counts, where a card writes that more quietly.
  var unit: String?
  /// Whether the value is what counts: sums that one gets.
  var isStrong = false
  /// All of it, for flows and for reading aloud.
  let spoken: String
  let action: Action
  var picture: Picture?
}

extension Canvas {
  /// The same as a card: the place of its picture, and a caption of two rows that shows the focus.
  ///
  /// - Parameter isSelected: whether the selection of a list is on it; `nil` where Tab comes to it.
  mutating func tile(_ row: LinkRow, isSelected: Bool? = nil, in rect: Rect) {
    guard rect.height >= 5 else { return linkRow(row, column: 0, in: rect) }
    hero(row.title, row.picture, in: rect.inset(bottom: 2))
    caption(row, isSelected, in: rect.bottom(2), of: rect)
  }

  /// A coupon in two rows: its stub says that it has a code.
  mutating func couponCard(_ row: LinkRow, isSelected: Bool? = nil, in rect: Rect) {
    let stub = rect.narrowed(to: 5)
    printStub(in: stub)
    caption(row, isSelected, in: rect.inset(left: stub.width), of: rect)
  }

  /// - Parameter rect: all of what can be clicked.
  private mutating func caption(
    _ row: LinkRow, _ isSelected: Bool?, in caption: Rect, of rect: Rect
  ) {
    let isMarked = isSelected ?? isFocused(row.id)
    let ground: ThemeToken = isMarked ? .selection : .surface
    fill(caption, ground)
    let inner = caption.inset(x: 1)
    write(row.title, in: inner, style(.heading, on: ground))
    let foot = inner.inset(top: 1)
    let unit = row.unit.map { " \($0)" } ?? ""
    write(unit, in: foot, style(.muted, on: ground), .right)
    let value = foot.inset(right: displayWidth(of: unit))
    write(row.value, in: value, style(row.isStrong ? .heading : .muted, on: ground), .right)
    let rest = value.inset(right: displayWidth(of: row.value) + 1)
    if let note = row.note, displayWidth(of: note) <= rest.width || row.unit == nil {
      write(note, in: rest, style(.muted, on: ground))
    }
    if isMono, isMarked { mark(caption) }
    var element = Element(
      row.id, isSelected == nil ? .button : .listItem,
      row.spoken.withPlainSpaces, bounds: rect, action: row.action)
    element.isSelected = isSelected ?? false
    add(element)
  }

  /// The focus takes all of the row and a column on each side of it.
  ///
  /// - Parameter column: cells of the widest value among its neighbours.
  mutating func linkRow(_ row: LinkRow, column: Int, in rect: Rect) {
    let place = rect.top(1)
    write(row.value, in: place, row.isStrong ? .heading : .muted, .right)
    var rest = place.inset(right: column > 0 ? column + 2 : 0)
    if let note = row.note {
      let room = displayWidth(of: note) + 2
      if rest.width - room >= min(14, displayWidth(of: row.title)) {
        write(note, in: rest, .hint, .right)
        rest = rest.inset(right: room)
      }
    }
    write(row.title, in: rest, .text)
    let side = place.x > 0 && place.maxX < bounds.width ? 1 : 0
    let all = place.inset(x: -side)
    if isFocused(row.id) { select(all) }
    add(
      Element(
        row.id, .button, row.spoken.withPlainSpaces, bounds: all,
        action: row.action))
  }
}
