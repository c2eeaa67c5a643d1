import Cells
import Themes

/// What is written on the business's own ground, also where its picture is drawn there.
extension Canvas {
  /// One line; where a letter could not be read on the picture, all of them stand on the ground itself.
  mutating func faceInk(_ text: String, in rect: Rect, _ look: ThemeToken = .brandFace) {
    let row = rect.top(1).intersection(bounds)
    guard !row.isEmpty else { return }
    faceInk([truncated(text, to: row.width)], in: row, self.look(look), least: InkContrast.text)
  }

  mutating func faceInk(_ letters: BigLetters, in rect: Rect) {
    let rows = (letters.crown.map { [$0] } ?? []) + letters.rows
    let place = rect.inset(top: letters.crown == nil ? 0 : -1)
    faceInk(rows, in: place, style(.brandFace, on: .brandFace), least: InkContrast.large)
  }

  private mutating func faceInk(
    _ lines: [String], in rect: Rect, _ ink: Style, least: Double
  ) {
    let width = lines.map { displayWidth(of: $0) }.max() ?? 0
    let place = rect.top(lines.count).narrowed(to: width).intersection(bounds)
    guard !place.isEmpty else { return }
    let rows = lines.enumerated().map { ($1, rect.inset(top: $0).top(1)) }
    let isPictured = hasPicture(place)
    let isRead = isPictured && rows.allSatisfy { canRead($0, ink, at: $1, least) }
    if isPictured, !isRead {
      let right = place.maxX < rect.maxX ? -1 : 0
      fill(place.inset(left: place.x > 0 ? -1 : 0, right: right), .brandFace)
    }
    for (line, row) in rows {
      if isRead { self.ink(line, in: row, ink) } else { write(line, in: row, ink) }
    }
  }

  /// The same with a meaning of its own.
  mutating func faceLabel(
    _ id: Element.ID, _ role: Element.Role = .text, _ text: String, in rect: Rect,
    _ look: ThemeToken = .brandFace
  ) {
    faceInk(text, in: rect, look)
    add(Element(id, role, text, bounds: rect.top(1)))
  }

  private func hasPicture(_ place: Rect) -> Bool {
    let own = look(.brandFace).background
    return (place.y..<place.maxY).contains { y in
      (place.x..<place.maxX).contains { grid[$0, y].style.background != own }
    }
  }

  /// Whether each letter stands out from what is drawn below it.
  private func canRead(_ line: String, _ ink: Style, at row: Rect, _ least: Double) -> Bool {
    let row = row.intersection(bounds)
    guard !row.isEmpty else { return true }
    var x = row.x
    for character in line {
      let width = displayWidth(of: character)
      guard x + width <= row.maxX else { return true }
      if character != " " {
        let ground = grid[x, row.y].style.background
        if InkContrast.ratio(ink.foreground, on: ground) < least { return false }
      }
      x += width
    }
    return true
  }
}
