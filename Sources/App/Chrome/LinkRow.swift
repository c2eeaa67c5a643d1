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
  /// What else there is to say, where a card has rows for it.
  var about: String?
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

  /// The picture of a tile, or of a strip, of which the end of the screen cuts the rest.
  ///
  /// - Parameter height: rows of all of it.
  mutating func cutTile(_ row: LinkRow, in rect: Rect, of height: Int) {
    let whole = Rect(x: rect.x, y: rect.y, width: rect.width, height: height - 2)
    hero(row.title, row.picture, in: rect.top(min(rect.height, whole.height)), of: whole)
  }

  /// The same as a card with its picture at its head, and a few words more; four rows or so.
  ///
  /// - Parameter height: rows of all of it, of which the end of the screen may cut some.
  mutating func strip(_ row: LinkRow, isSelected: Bool, in rect: Rect, of height: Int) {
    // As wide as pictures are drawn.
    let columns = height * 4
    hero(
      row.title, row.picture, in: rect.narrowed(to: columns),
      of: Rect(x: rect.x, y: rect.y, width: columns, height: height))
    let card = rect.inset(left: columns)
    guard rect.height == height else { return fill(card, .surface) }
    fill(card, .surface)
    caption(row, isSelected, in: card.top(1), of: rect)
    let place = card.inset(x: 1).inset(top: 1)
    let lines = wrapped(row.about ?? "", width: max(1, place.width), maxLines: place.height - 1)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      write(line, in: place.inset(top: index), style(.muted, on: .surface))
    }
    write(row.note ?? "", in: place.bottom(1), style(.hint, on: .surface))
  }

  /// A coupon in two rows: its stub says that it has a code.
  mutating func couponCard(_ row: LinkRow, isSelected: Bool? = nil, in rect: Rect) {
    let stub = rect.narrowed(to: 5)
    printStub(in: stub)
    caption(row, isSelected, in: rect.inset(left: stub.width), of: rect)
  }

  /// Its two rows; in one the value stands behind the title.
  ///
  /// - Parameter rect: all of what can be clicked.
  private mutating func caption(
    _ row: LinkRow, _ isSelected: Bool?, in caption: Rect, of rect: Rect
  ) {
    let isMarked = isSelected ?? isFocused(row.id)
    let ground: ThemeToken = isMarked ? .selection : .surface
    fill(caption, ground)
    let inner = caption.inset(x: 1)
    let isLow = caption.height == 1
    let taken = isLow && !row.value.isEmpty ? displayWidth(of: row.value) + 2 : 0
    write(row.title, in: inner.inset(right: taken), style(.heading, on: ground))
    let foot = isLow ? inner : inner.inset(top: 1)
    let unit = row.unit.map { " \($0)" } ?? ""
    write(unit, in: foot, style(.muted, on: ground), .right)
    let value = foot.inset(right: displayWidth(of: unit))
    write(row.value, in: value, style(row.isStrong ? .heading : .muted, on: ground), .right)
    let rest = value.inset(right: displayWidth(of: row.value) + 1)
    if !isLow, let note = row.note, displayWidth(of: note) <= rest.width || row.unit == nil {
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
