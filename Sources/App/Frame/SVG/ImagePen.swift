import Cells

/// Turns cells into the parts of a picture, row by row.
struct ImagePen {
  let page: ImageColor
  private(set) var grounds = PictureLayer()
  private(set) var signs = PictureLayer()
  private(set) var texts = ""
  private let ownInk: ImageColor
  private let ownGround: ImageColor
  private var run: TextRun?

  /// - Parameters:
  ///   - isDark: whether the terminal's own ground is taken to be dark.
  ///   - page: the style whose ground is below all.
  init(isDark: Bool, page: Style) {
    ownInk = isDark ? .light : .dark
    ownGround = isDark ? .dark : .light
    self.page = ImageColor(page.background, own: ownGround)
  }

  mutating func draw(_ cell: Cell, x: Int, y: Int) {
    let (ink, ground) = colors(of: cell.style)
    let unit = FrameImage.cell
    let place = Rect(
      x: x * unit.width, y: y * unit.height, width: Int(cell.width) * unit.width,
      height: unit.height)
    if ground != page { grounds.add(place, ground) }
    if cell.style.attributes.contains(.underline) {
      signs.add(place.inset(top: 28, bottom: 2), ink)
    }
    if cell.text == " " || cell.text == "\u{A0}" { return endRow() }
    if let sign = CellSign(cell.text) {
      endRow()
      let color = ink.mixed(with: ground, eighths: 8 - sign.eighthsOfInk)
      for part in sign.parts {
        signs.add(
          Rect(x: place.x + part.x, y: place.y + part.y, width: part.width, height: part.height),
          color)
      }
      return
    }
    write(cell, ink, x: x, y: y)
  }

  mutating func endRow() {
    if let run { texts += FrameImage.textElement(run) }
    run = nil
  }

  mutating func drawCaret(_ style: Style, at place: Point) {
    let unit = FrameImage.cell
    let (x, y) = (place.x * unit.width, place.y * unit.height)
    signs.add(Rect(x: x, y: y, width: 2, height: unit.height), colors(of: style).ink)
  }

  /// Letters of scripts that are written from left to right, one to a cell, stand in one text; of any
  /// other each has a place of its own.
  private mutating func write(_ cell: Cell, _ ink: ImageColor, x: Int, y: Int) {
    let attributes = cell.style.attributes.intersection([.bold, .italic])
    let isPlain = cell.width == 1 && cell.text.unicodeScalars.allSatisfy { $0.value < 0x530 }
    if isPlain, let before = run, before.y == y, before.x + before.columns == x,
      before.ink == ink, before.attributes == attributes
    {
      run?.text.append(cell.text)
      run?.columns += 1
      return
    }
    endRow()
    run = TextRun(
      x: x, y: y, columns: Int(cell.width), text: String(cell.text), ink: ink,
      attributes: attributes)
    if !isPlain { endRow() }
  }

  private func colors(of style: Style) -> (ink: ImageColor, ground: ImageColor) {
    var ink = ImageColor(style.foreground, own: ownInk)
    var ground = ImageColor(style.background, own: ownGround)
    if style.attributes.contains(.reverse) { swap(&ink, &ground) }
    if style.attributes.contains(.dim) { ink = ink.mixed(with: ground, eighths: 3) }
    return (ink, ground)
  }
}
