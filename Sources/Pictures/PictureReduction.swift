import Cells
import Themes

/// A colour in sRGB, 0–255 each.
struct PictureColor: Equatable {
  var red: Int
  var green: Int
  var blue: Int

  subscript(channel: Int) -> Int { channel == 0 ? red : channel == 1 ? green : blue }

  /// For a cell.
  var color: Color { .rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue)) }

  /// What is seen of a cell's colour.
  init(_ color: Color, on ground: PictureGround) {
    switch color {
    case ground.color, .terminal:
      self.init(red: Int(ground.red), green: Int(ground.green), blue: Int(ground.blue))
    case .palette(let entry):
      let rgb = PaletteColor.rgb(of: entry)
      self.init(red: rgb.red, green: rgb.green, blue: rgb.blue)
    case .rgb(let red, let green, let blue):
      self.init(red: Int(red), green: Int(green), blue: Int(blue))
    }
  }

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

extension PictureCells {
  /// The same as a terminal is told of it: the ground in the screen's own words, each colour as the
  /// terminal has it, and as few changes of colour as there can be.
  ///
  /// A colour becomes the same wherever it is, so that flat areas stay flat.
  public func drawn(with colors: PictureColors, on ground: PictureGround) -> PictureCells {
    var known: [Color: Color] = [
      .rgb(red: ground.red, green: ground.green, blue: ground.blue): ground.color
    ]
    func told(_ color: Color) -> Color {
      if let told = known[color] { return told }
      guard case .rgb(let red, let green, let blue) = color else { return color }
      let entry = colors.depth.entry(red: red, green: green, blue: blue)
      let told = entry.map { Color.palette($0) } ?? color
      known[color] = told
      return told
    }
    var before: Cell?
    let cells = cells.enumerated().map { place, cell in
      if place % size.width == 0 { before = nil }
      let told = Cell(cell.symbol, told(cell.foreground), on: told(cell.background))
      let settled = told.settled(after: before)
      before = settled
      return settled
    }
    return PictureCells(fitted: cells, size)
  }
}

extension PictureCells.Cell {
  /// The same to look at, with the colours of the cell before it where they can be.
  fileprivate func settled(after before: PictureCells.Cell?) -> PictureCells.Cell {
    if symbol == .space || foreground == background {
      return PictureCells.Cell(.space, before?.foreground ?? background, on: background)
    }
    guard let before, let inverse = symbol.inverse, inverse != .full else { return self }
    let other = PictureCells.Cell(inverse, background, on: foreground)
    return other.changes(after: before) < changes(after: before) ? other : self
  }

  private func changes(after before: PictureCells.Cell) -> Int {
    (foreground == before.foreground ? 0 : 1) + (background == before.background ? 0 : 1)
  }
}
