import Cells
import Loyalty
import Themes

/// What has a picture, and what it is called while that is not there.
struct Hero {
  let name: String
  var picture: Picture?
}

extension Picture {
  /// Rows of a place so wide that shows the middle of one: there its motif is.
  static func heroRows(of columns: Int) -> Int { (columns * 31 + 50) / 100 }

  /// Rows of a place so wide that has the shape in which pictures are drawn for it.
  static func rows(of columns: Int) -> Int { (columns * 26 + 50) / 100 }
}

extension Canvas {
  /// Tells whoever has it read aloud what the picture shows.
  mutating func pictureWords(_ hero: Hero, in rect: Rect) {
    guard let words = hero.picture?.alt?.value(in: language), !words.isEmpty else { return }
    add(Element("sheet.picture", .image, words, bounds: rect))
  }

  /// The place of a picture: until it is there, a quiet ground and the initial; where it will not come,
  /// the words for it.
  ///
  /// - Parameter whole: the place as large as it is where a part of it is cut.
  /// - Returns: whether there was room.
  @discardableResult
  mutating func hero(
    _ name: String, _ picture: Picture? = nil, in rect: Rect, of whole: Rect? = nil
  ) -> Bool {
    if self.picture(picture, in: rect, of: whole) { return true }
    guard rect.height >= 3 else { return false }
    let ground = quiet(.button)
    fill(rect, with: ground)
    // A lower one is filled by its initial.
    if isMono, rect.height >= 5 { frame(rect) }
    let inner = rect.inset(x: 2)
    let words = wordsInstead(of: picture).map {
      wrapped($0, width: max(1, inner.width), maxLines: max(0, (rect.height - 4) / 2))
    }
    let lines = words ?? []
    let room = rect.inset(bottom: lines.isEmpty ? 0 : lines.count + 1)
    let initial = Canvas.initial(of: name)
    if let letter = initial.flatMap({ BigLetters($0) }), room.height >= 3 {
      let place = Rect(
        x: room.x + (room.width - letter.width) / 2, y: room.y + (room.height - 3) / 2,
        width: letter.width, height: 3)
      write(letter, in: place, quiet(.muted))
    }
    var ink = quiet(.muted)
    ink.attributes.insert(.italic)
    for (row, line) in lines.enumerated() {
      write(line, in: inner.inset(top: room.height + row), ink, .center)
    }
    return true
  }

  /// A meaning on the ground of a place: what marks a button without colours would be ruled paper there.
  private func quiet(_ look: ThemeToken) -> Style {
    var style = style(look, on: .button)
    style.attributes.remove(.underline)
    return style
  }

  /// Where there are no colours a place has an edge.
  private mutating func frame(_ rect: Rect) {
    guard rect.width >= 4 else { return }
    let line = String(repeating: "─", count: rect.width - 2)
    write("╭" + line + "╮", in: rect, .border)
    for row in 1..<rect.height - 1 {
      write("│", in: rect.inset(top: row), .border)
      write("│", in: rect.inset(left: rect.width - 1, top: row), .border)
    }
    write("╰" + line + "╯", in: rect.bottom(1), .border)
  }
}
