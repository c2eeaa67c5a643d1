public import Cells
public import Loyalty
public import Themes

/// A picture as a place on the screen asks for it: whoever shows the frame brings it, and the frame does
/// not wait for it.
public struct PictureWish: Hashable, Sendable {
  /// The SHA-256 digest of its bytes, in hexadecimal.
  public let sha256: String
  /// Of its place, in cells.
  public let size: Size
  public let fit: Picture.Fit
  public let focus: Picture.Focus?
  /// What is seen beside one that does not fill its place, and through it.
  public let ground: Color
  public let depth: ColorDepth
  /// Asks for the pixels of such a terminal; `nil` asks for cells.
  public let display: PixelDisplay?

  public init(
    _ picture: Picture, size: Size, ground: Color, depth: ColorDepth, display: PixelDisplay? = nil
  ) {
    sha256 = picture.sha256
    self.size = size
    fit = picture.fit
    focus = picture.focus
    self.ground = ground
    self.depth = depth
    self.display = display
  }
}

/// Why a picture cannot be shown.
public enum PictureFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no server to bring it; it is asked for again when there is one.
  case away
  /// The server has not got it.
  case missing
  /// Its bytes are none of a picture that may be shown, or others than its name says.
  case unusable

  /// For the log.
  public var description: String {
    switch self {
    case .away: "no server to bring it"
    case .missing: "the server has not got it"
    case .unusable: "no picture that may be shown"
    }
  }
}
