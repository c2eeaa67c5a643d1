import Cells

/// Pixels: red, green, blue and alpha, not multiplied, row by row.
public struct PictureImage: Equatable, Sendable {
  public let width: Int
  public let height: Int
  public let rgba: [UInt8]

  /// - Returns: `nil` when there are not four bytes for each pixel, or no pixel.
  public init?(width: Int, height: Int, rgba: [UInt8]) {
    guard width > 0, height > 0, rgba.count == width * height * 4 else { return nil }
    self.width = width
    self.height = height
    self.rgba = rgba
  }

  /// The same in a place of other pixels, each the mean of the area that it covers; what the
  /// picture does not fill is transparent.
  ///
  /// Sums are exact, so that a flat area keeps its colour to the last bit.
  public func scaled(_ placing: PicturePlacing) -> PictureImage {
    let (columns, rows) = (placing.columns(of: width), placing.rows(of: height))
    var result = [UInt8](repeating: 0, count: placing.width * placing.height * 4)
    var sums = [Int](repeating: 0, count: columns.count * 4)
    for (index, row) in rows.enumerated() {
      for place in sums.indices { sums[place] = 0 }
      for y in row.pixels { add(y, weight: row.weight(of: y), columns: columns, to: &sums) }
      var target = ((placing.target.y + index) * placing.width + placing.target.x) * 4
      for (place, column) in columns.enumerated() {
        let alpha = sums[place * 4 + 3]
        if alpha > 0 {
          let area = column.length * row.length
          for channel in 0..<3 {
            result[target + channel] = UInt8((sums[place * 4 + channel] + alpha / 2) / alpha)
          }
          result[target + 3] = UInt8((alpha + area / 2) / area)
        }
        target += 4
      }
    }
    return PictureImage(
      filled: result, width: placing.width, height: placing.height)
  }

  private init(filled rgba: [UInt8], width: Int, height: Int) {
    self.width = width
    self.height = height
    self.rgba = rgba
  }

  /// Adds a row of pixels: of each column the sums of the channels by alpha, and of alpha.
  private func add(_ y: Int, weight: Int, columns: [PictureSpan], to sums: inout [Int]) {
    let start = y * width * 4
    var place = 0
    for column in columns {
      var (red, green, blue, alpha) = (0, 0, 0, 0)
      for x in column.pixels {
        let pixel = start + x * 4
        let share = Int(rgba[pixel + 3]) * column.weight(of: x)
        red += Int(rgba[pixel]) * share
        green += Int(rgba[pixel + 1]) * share
        blue += Int(rgba[pixel + 2]) * share
        alpha += share
      }
      sums[place] += red * weight
      sums[place + 1] += green * weight
      sums[place + 2] += blue * weight
      sums[place + 3] += alpha * weight
      place += 4
    }
  }
}
