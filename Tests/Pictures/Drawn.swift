import Cells
import Pictures

/// Pictures that tests draw by a rule for each pixel.
enum Drawn {
  typealias RGBA = (UInt8, UInt8, UInt8, UInt8)

  static let orange: RGBA = (0xB5, 0x48, 0x1A, 255)
  static let paper: RGBA = (0xF4, 0xEF, 0xE8, 255)
  static let green: RGBA = (0x7A, 0x9E, 0x87, 255)
  static let nothing: RGBA = (0, 0, 0, 0)

  static func image(
    _ width: Int, _ height: Int, _ color: (_ x: Int, _ y: Int) -> RGBA
  ) throws -> PictureImage {
    var rgba: [UInt8] = []
    rgba.reserveCapacity(width * height * 4)
    for y in 0..<height {
      for x in 0..<width {
        let (red, green, blue, alpha) = color(x, y)
        rgba += [red, green, blue, alpha]
      }
    }
    guard let image = PictureImage(width: width, height: height, rgba: rgba) else {
      throw Wrong()
    }
    return image
  }

  /// The samples of cells on a ground.
  static func samples(
    _ size: Size, on ground: PictureGround = .black, _ color: (_ x: Int, _ y: Int) -> RGBA
  ) throws -> PictureSamples {
    let image = try image(size.width * 8, size.height * 16, color)
    guard let samples = PictureSamples(image, size: size, on: ground) else { throw Wrong() }
    return samples
  }

  /// A poster: a disc and a hill on a flat ground, with soft edges as a renderer draws them.
  static func poster(_ x: Int, _ y: Int, _ size: Size) -> RGBA {
    let (width, height) = (Double(size.width * 8), Double(size.height * 16))
    let (x, y) = (Double(x) + 0.5, Double(y) + 0.5)
    let disc = (x - width * 0.6, y - height * 0.45)
    let inDisc = share(height * 0.3 - (disc.0 * disc.0 + disc.1 * disc.1).squareRoot())
    let inHill = share(y - height * 0.95 + x * 0.35)
    return mixed(mixed(orange, paper, inDisc), green, inHill)
  }

  private static func share(_ distance: Double) -> Double { min(1, max(0, distance + 0.5)) }

  private static func mixed(_ one: RGBA, _ other: RGBA, _ share: Double) -> RGBA {
    func mixed(_ one: UInt8, _ other: UInt8) -> UInt8 {
      UInt8((Double(one) + (Double(other) - Double(one)) * share).rounded())
    }
    return (mixed(one.0, other.0), mixed(one.1, other.1), mixed(one.2, other.2), 255)
  }

  struct Wrong: Error {}
}

extension Color {
  init(_ color: Drawn.RGBA) { self = .rgb(red: color.0, green: color.1, blue: color.2) }
}
