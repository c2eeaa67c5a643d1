public import Cells
public import Themes

/// What is behind a picture: it is seen beside one that does not fill its place, and through one
/// that is not opaque.
public struct PictureGround: Equatable, Sendable {
  /// As the screen has it around the picture.
  public var color: Color
  /// Nearly that colour in sRGB, to mix with.
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(_ color: Color, red: UInt8, green: UInt8, blue: UInt8) {
    self.color = color
    self.red = red
    self.green = green
    self.blue = blue
  }

  public static let black = PictureGround(
    .rgb(red: 0, green: 0, blue: 0), red: 0, green: 0, blue: 0)
}

/// The colours that a picture is drawn with.
public enum PictureColors: UInt8, CaseIterable, Sendable {
  case direct
  /// The cube and the greys, as users redefine the first 16.
  case palette256
  case palette16

  /// - Returns: `nil` where there are too few for a picture.
  public init?(_ depth: ColorDepth) {
    switch depth {
    case .mono, .palette8: return nil
    case .palette16: self = .palette16
    case .palette256: self = .palette256
    case .trueColor: self = .direct
    }
  }

  var depth: ColorDepth {
    switch self {
    case .direct: .trueColor
    case .palette256: .palette256
    case .palette16: .palette16
    }
  }
}
