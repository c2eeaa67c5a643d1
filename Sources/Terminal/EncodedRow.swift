import CTerminal
import Cells

extension ColorEncoding {
  /// A blank on the same ground takes the ink of its neighbour: nobody sees it, and each change of
  /// ink costs some twenty bytes.
  func fill(_ row: inout [ct_cell], from cells: ArraySlice<Cell>) {
    var ink = cells.first { !$0.isBlank }?.style ?? .plain
    var colors = numbers(of: ink)
    for (x, cell) in cells.enumerated() {
      if cell.style != ink, !cell.isBlank || !cell.style.isSameGround(as: ink) {
        ink = cell.style
        colors = numbers(of: ink)
      }
      row[x] = ct_cell(
        cell, fades(colors) ? ink.attributes.subtracting(.bold) : ink.attributes, colors)
    }
  }

  /// Whether bold letters could not be read: xterm (`boldColors`), consoles and others show one of the
  /// first eight colours as its bright sister then, and black on a light ground is grey.
  private func fades(_ colors: (foreground: Int32, background: Int32)) -> Bool {
    guard (0..<8).contains(colors.foreground), let ground = shade(of: colors.background),
      let ink = shade(of: colors.foreground)
    else { return false }
    return ground > ink
  }

  /// How light a colour is, 0 to 255 (BT.601); `nil` is the terminal's own.
  private func shade(of number: Int32) -> Int? {
    guard number >= 0 else { return nil }
    let (red, green, blue) =
      isDirect && number > 7
      ? (Int(number >> 16), Int(number >> 8 & 0xFF), Int(number & 0xFF))
      : PaletteColor.rgb(of: UInt8(number))
    return (299 * red + 587 * green + 114 * blue) / 1000
  }

  private func numbers(of style: Style) -> (foreground: Int32, background: Int32) {
    (number(of: style.foreground), number(of: style.background))
  }
}

extension Cell {
  fileprivate var isBlank: Bool { width == 1 && text == " " }
}

extension Style {
  /// Whether blanks in the two styles look the same.
  fileprivate func isSameGround(as other: Style) -> Bool {
    background == other.background
      && attributes.union(other.attributes).isDisjoint(with: [.underline, .reverse])
  }
}

extension ct_cell {
  static let blank = ct_cell(Cell.blank, [], (-1, -1))

  fileprivate init(
    _ cell: Cell, _ look: Attributes, _ colors: (foreground: Int32, background: Int32)
  ) {
    self.init()
    width = cell.width
    attributes = look.rawValue
    foreground = colors.foreground
    background = colors.background
    withUnsafeMutableBytes(of: &text) { bytes in
      let scalars = bytes.bindMemory(to: UInt32.self)
      var index = scalars.startIndex
      for scalar in cell.text.unicodeScalars {
        guard index < scalars.endIndex else { return }
        scalars[index] = scalar.value
        index += 1
      }
    }
  }
}
