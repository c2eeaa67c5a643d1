public import Cells
public import Loyalty

/// A picture's file, and how it is to be drawn.
public struct PictureRequest: Equatable, Sendable {
  /// The file.
  public var bytes: [UInt8]
  /// The place in cells, at most `limit`.
  public var size: Size
  /// Pixels of one cell, at most 64×128; 8×16 where the terminal does not say.
  public var cell: Size
  public var fit: Picture.Fit
  public var focus: Picture.Focus?
  public var ground: PictureGround
  public var form: Form

  public enum Form: Equatable, Sendable {
    case cells(PictureColors)
    /// A sixel sequence.
    case sixel
    /// Pixels for kitty's protocol.
    case kitty
  }

  public static let limit = Size(width: 512, height: 256)
  public static let cellLimit = Size(width: 64, height: 128)
  /// Pixels of a place.
  public static let pixelLimit = 4_000_000

  public init(
    _ bytes: [UInt8], size: Size, cell: Size = Size(width: 8, height: 16),
    fit: Picture.Fit = .cover, focus: Picture.Focus? = nil, ground: PictureGround, form: Form
  ) {
    self.bytes = bytes
    self.size = size
    self.cell = cell
    self.fit = fit
    self.focus = focus
    self.ground = ground
    self.form = form
  }

  /// Whether there is a place, and it is not too large for what is asked for.
  public var hasPlace: Bool {
    let sides = [
      (size.width, Self.limit.width), (size.height, Self.limit.height),
      (cell.width, Self.cellLimit.width), (cell.height, Self.cellLimit.height),
    ]
    guard sides.allSatisfy({ (1...$0.1).contains($0.0) }) else { return false }
    let pixels = pixels
    return pixels.width * pixels.height <= Self.pixelLimit
  }

  /// Pixels that are drawn: of cells the samples, else those of the screen.
  public var pixels: Size {
    switch form {
    case .cells:
      Size(
        width: size.width * PictureSamples.columns, height: size.height * PictureSamples.rows)
    case .sixel, .kitty:
      Size(width: size.width * cell.width, height: size.height * cell.height)
    }
  }

  /// Where a picture of that many pixels goes.
  public func placing(width: Int, height: Int) -> PicturePlacing {
    PicturePlacing(
      of: (width, height), in: (pixels.width, pixels.height),
      shape: (size.width * cell.width, size.height * cell.height), fit: fit, focus: focus)
  }
}

/// A picture as it was asked for.
public enum PictureAnswer: Equatable, Sendable {
  case cells(PictureCells)
  /// The whole sequence, from DCS to ST: it draws the place from its upper left corner on.
  case sixel([UInt8])
  case kitty(PicturePixels)
}

/// Pixels as kitty's protocol takes them (`f=32,o=z`): red, green, blue, alpha, deflated (RFC 1950).
public struct PicturePixels: Equatable, Sendable {
  public var width: Int
  public var height: Int
  public var deflated: [UInt8]

  public init(width: Int, height: Int, deflated: [UInt8]) {
    self.width = width
    self.height = height
    self.deflated = deflated
  }
}
