public import Cells

/// A picture on its ground as cells are fitted to it: 8×16 samples of red, green and blue a cell.
public struct PictureSamples: Equatable, Sendable {
  public static let columns = 8
  public static let rows = 16

  public let size: Size
  public let ground: PictureGround
  /// Row by row, over the whole width.
  public let rgb: [UInt8]

  /// - Parameter image: as many pixels as the cells have samples.
  /// - Returns: `nil` when it has another size.
  public init?(_ image: PictureImage, size: Size, on ground: PictureGround) {
    guard image.width == size.width * PictureSamples.columns,
      image.height == size.height * PictureSamples.rows
    else { return nil }
    self.size = size
    self.ground = ground
    rgb = image.opaque(on: ground)
  }

  /// Bytes of one row of samples.
  var stride: Int { size.width * PictureSamples.columns * 3 }

  /// Where the samples of a cell begin.
  func start(x: Int, y: Int) -> Int {
    y * PictureSamples.rows * stride + x * PictureSamples.columns * 3
  }
}

extension PictureImage {
  /// Red, green and blue of each pixel on a ground.
  public func opaque(on ground: PictureGround) -> [UInt8] {
    let behind = [Int(ground.red), Int(ground.green), Int(ground.blue)]
    var rgb = [UInt8](repeating: 0, count: width * height * 3)
    var target = 0
    for pixel in 0..<width * height {
      let alpha = Int(rgba[pixel * 4 + 3])
      for channel in 0..<3 {
        let value = Int(rgba[pixel * 4 + channel])
        rgb[target] = UInt8((value * alpha + behind[channel] * (255 - alpha) + 127) / 255)
        target += 1
      }
    }
    return rgb
  }
}
