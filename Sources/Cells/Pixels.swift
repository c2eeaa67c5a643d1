/// How a terminal takes real pixels.
public enum PixelForm: Hashable, Sendable {
  /// kitty's graphics protocol: an image is sent once, and then put anywhere, whole or in part.
  case kitty
  /// A sequence that draws at the cursor, and only whole.
  case sixel
}

/// A terminal that shows pixels.
public struct PixelDisplay: Hashable, Sendable {
  public let form: PixelForm
  /// Pixels of one cell.
  public let cell: Size

  public init(_ form: PixelForm, cell: Size) {
    self.form = form
    self.cell = cell
  }

  /// Whether a cell may have so many pixels; other answers of a terminal make no sense.
  public static func isCell(_ size: Size) -> Bool {
    (2...64).contains(size.width) && (4...128).contains(size.height)
  }
}

/// A picture in the pixels of one place.
public struct Pixels: Hashable, Sendable {
  public let display: PixelDisplay
  /// Of the place, in cells.
  public let size: Size
  /// For kitty red, green, blue and alpha of each pixel, deflated (RFC 1950); for sixel the whole
  /// sequence from DCS to ST.
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8], size: Size, on display: PixelDisplay) {
    self.bytes = bytes
    self.size = size
    self.display = display
  }

  public var width: Int { size.width * display.cell.width }
  public var height: Int { size.height * display.cell.height }
}

/// A picture that a frame has a place for; the cells beneath are blank.
public struct PlacedPixels: Hashable, Sendable {
  public let pixels: Pixels
  /// Where all of it would stand, in cells.
  public var place: Rect
  /// The part of that which is seen.
  public var seen: Rect

  public init(_ pixels: Pixels, at place: Rect, seen: Rect) {
    self.pixels = pixels
    self.place = place
    self.seen = seen
  }
}
