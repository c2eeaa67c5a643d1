import Cells
import Loyalty
import Themes

/// The business's own ground, and the picture that it has for it.
extension Canvas {
  /// From edge to edge; what is written on it is `faceInk`.
  ///
  /// Its picture is in two near tones of one colour, which fewer colours than all would tear apart.
  mutating func brandGround(_ program: Program?, in rect: Rect) {
    fill(rect, .brandFace)
    guard theme.depth == .trueColor else { return }
    _ = picture(
      program?.brand.picture, in: rect, on: look(.brandFace).background, isWrittenOn: true)
  }

  /// The business's name in big letters where there is room, else after its initial; returns the rows
  /// that it took.
  @discardableResult
  mutating func brandMark(_ name: String, in rect: Rect) -> Int {
    guard !rect.isEmpty else { return 0 }
    if rect.height >= 3, let mark = BigLetters(name.uppercased()), mark.width <= rect.width {
      faceInk(mark, in: rect)
      add(Element("app.brand", .heading, name, bounds: rect.top(3).narrowed(to: mark.width)))
      return 3
    }
    let initial = name.first.flatMap { BigLetters($0.uppercased()) }
    let rows = rect.height >= 5 && initial != nil ? 4 : 0
    if rows > 0, let initial { faceInk(initial, in: rect) }
    faceLabel("app.brand", .heading, name, in: rect.inset(top: rows))
    return rows + 1
  }

  /// The same in the middle, as the place of a picture has it.
  mutating func centeredMark(_ name: String, in rect: Rect) {
    let look = style(.brandFaceMuted, on: .brandFace)
    let initial = name.first { $0.isLetter || $0.isNumber }.map { String($0).uppercased() }
    let letters = [name.uppercased(), initial ?? ""].lazy.compactMap { BigLetters($0) }
      // Dots stand in the row above.
      .first {
        $0.width > 0 && $0.width <= rect.width - 4 && ($0.crown == nil || rect.height >= 4)
      }
    add(Element("app.brand", .heading, name, bounds: rect.centered(height: 3)))
    guard let letters, rect.height >= 3 else {
      return write(name, in: rect.centered(height: 1), look, .center)
    }
    let place = Rect(
      x: rect.x + (rect.width - letters.width) / 2,
      y: rect.y + (rect.height - 3 + (letters.crown == nil ? 0 : 1)) / 2, width: letters.width,
      height: 3)
    write(letters, in: place, look)
  }

  /// A tall face beside what is asked: the name, a few words below it, a word at its foot.
  mutating func brandFace(
    _ program: Program?, _ name: String, _ lead: String, foot: String, in rect: Rect
  ) {
    brandGround(program, in: rect)
    let inner = rect.inset(x: min(3, rect.width / 6), y: rect.height >= 6 ? 1 : 0)
    let top = rect.height >= 12 ? rect.height / 3 - 2 : 0
    let rows = brandMark(name, in: inner.inset(top: top))
    let below = inner.inset(top: top + rows + 1, bottom: foot.isEmpty ? 0 : 2)
    let lines = wrapped(lead, width: max(1, below.width), maxLines: below.height)
    for (row, line) in lines.enumerated() {
      faceInk(line, in: below.inset(top: row), .brandFaceMuted)
    }
    if !below.isEmpty {
      add(Element("login.lead", .text, lead, bounds: below.top(lines.count)))
    }
    if !foot.isEmpty, inner.height >= 8 {
      faceLabel("login.server", .status, foot, in: inner.bottom(1), .brandFaceMuted)
    }
  }
}
