/// A colour as a cell carries it.
public enum Color: Hashable, Sendable {
  /// Whatever the terminal's own text or background is.
  case terminal
  /// An entry of the terminal's palette, 0–255.
  case palette(UInt8)
  /// 24-bit sRGB.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// Attributes of a cell's text (ECMA-48 SGR).
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

  public init(
    _ foreground: Color = .terminal, on background: Color = .terminal,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public static let plain = Style()

  /// Black on white for what a machine reads: entries of the 256-colour cube, which users do not
  /// redefine; where there are fewer colours they become the nearest.
  public static let paper = Style(.palette(16), on: .palette(231))
}
