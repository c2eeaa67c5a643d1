import Cells
import Themes

/// A line that leads to something which is shown elsewhere: what it is, a word about it, and a value.
struct LinkRow {
  let id: Element.ID
  let title: String
  var note: String?
  let value: String
  /// Whether the value is what counts: sums that one gets.
  var isStrong = false
  /// All of it, for flows and for reading aloud.
  let spoken: String
  let action: Action
}

extension Canvas {
  /// The same as a card: the place of its picture, and a caption of two rows that shows the focus.
  mutating func tile(_ row: LinkRow, in rect: Rect) {
    guard rect.height >= 5 else { return linkRow(row, column: 0, in: rect) }
    hero(row.title, in: rect.inset(bottom: 2))
    let caption = rect.bottom(2)
    let ground: ThemeToken = isFocused(row.id) ? .selection : .surface
    fill(caption, ground)
    let inner = caption.inset(x: 1)
    write(row.title, in: inner, style(.heading, on: ground))
    let foot = inner.inset(top: 1)
    write(row.value, in: foot, style(row.isStrong ? .heading : .muted, on: ground), .right)
    if let note = row.note {
      write(
        note, in: foot.inset(right: displayWidth(of: row.value) + 1), style(.muted, on: ground))
    }
    if isMono, isFocused(row.id) { mark(caption) }
    add(
      Element(
        row.id, .button, row.spoken.replacing("\u{A0}", with: " "), bounds: rect,
        action: row.action))
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
        row.id, .button, row.spoken.replacing("\u{A0}", with: " "), bounds: all,
        action: row.action))
  }
}
