import Cells

extension PictureCells {
  /// How far from a picture the cells are: the root of the mean square over all samples and
  /// channels, 0–255; infinite when it has another size.
  public func error(from samples: PictureSamples) -> Double {
    guard samples.size == size, !cells.isEmpty else { return .infinity }
    var squares = 0
    for y in 0..<size.height {
      for x in 0..<size.width { squares += self[x, y].squares(samples, x: x, y: y) }
    }
    return (Double(squares) / Double(samples.rgb.count)).squareRoot()
  }
}

extension PictureCells.Cell {
  fileprivate func squares(_ samples: PictureSamples, x: Int, y: Int) -> Int {
    let on = PictureColor(foreground, on: samples.ground)
    let off = PictureColor(background, on: samples.ground)
    let start = samples.start(x: x, y: y)
    var squares = 0
    for row in 0..<PictureSamples.rows {
      for column in 0..<PictureSamples.columns {
        let color = symbol.fills(column: column, row: row) ? on : off
        let place = start + row * samples.stride + column * 3
        for channel in 0..<3 {
          let distance = color[channel] - Int(samples.rgb[place + channel])
          squares += distance * distance
        }
      }
    }
    return squares
  }
}
