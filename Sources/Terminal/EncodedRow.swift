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
      row[x] = ct_cell(cell, ink.attributes, colors)
    }
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
      for (index, scalar) in zip(scalars.indices, cell.text.unicodeScalars) {
        scalars[index] = scalar.value
      }
    }
  }
}
