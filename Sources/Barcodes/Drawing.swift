public import Cells

extension Modules {
  /// Rows of bars: with 6, the longest symbol of 80 columns is 15 % as high as it is wide.
  private static let barRows = 6

  /// The cells that the symbol takes, quiet zone included.
  ///
  /// - Parameter zoom: how many times larger than the smallest size that scans, from 1.
  public func size(zoom: Int = 1) -> Size {
    let zoom = max(1, zoom)
    let quiet = symbology.quietZone
    let across = (quiet.left + width + quiet.right) * zoom
    switch symbology.form {
    case .matrix:
      return Size(width: across, height: ((height + 2 * quiet.above) * zoom + 1) / 2)
    case .bars:
      return Size(width: (across + 1) / 2, height: barHeight(zoom: zoom))
    }
  }

  /// The symbol drawn, quiet zone included.
  ///
  /// - Parameters:
  ///   - style: ink on paper; without colours, what makes the ink darker (`Theme.paper`).
  ///   - rows: how high bars are where they may be of another height; matrices have their own.
  public func cells(zoom: Int = 1, style: Style = .paper, rows: Int? = nil) -> Grid {
    let zoom = max(1, zoom)
    var size = size(zoom: zoom)
    if let rows, symbology.isLinear { size.height = max(1, rows) }
    var grid = Grid(size, filledWith: style)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let text = symbology.form == .matrix ? halfRows(x, y, zoom) : halfColumns(x, y, zoom)
        if text != " " { grid.put(text, x: x, y: y, style) }
      }
    }
    return grid
  }

  private func barHeight(zoom: Int) -> Int {
    guard symbology == .pdf417 else { return Self.barRows * zoom }
    // A row of cells is four modules high, a row of the symbol needs three (ISO/IEC 15438).
    return (height + 2) * zoom
  }

  private func halfRows(_ x: Int, _ y: Int, _ zoom: Int) -> String {
    let quiet = symbology.quietZone
    let column = x / zoom - quiet.left
    let upper = isDark(x: column, y: 2 * y / zoom - quiet.above)
    let lower = isDark(x: column, y: (2 * y + 1) / zoom - quiet.above)
    return upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ")
  }

  private func halfColumns(_ x: Int, _ y: Int, _ zoom: Int) -> String {
    let quiet = symbology.quietZone
    let row = symbology == .pdf417 ? y / zoom - 1 : 0
    let left = isDark(x: 2 * x / zoom - quiet.left, y: row)
    let right = isDark(x: (2 * x + 1) / zoom - quiet.left, y: row)
    return left ? (right ? "█" : "▌") : (right ? "▐" : " ")
  }
}
