public import Cells

/// What a terminal has turned out to be for pictures.
public enum PictureNews: Hashable, Sendable, CustomStringConvertible {
  /// It shows pixels in that way, with that font; `nil` shows none.
  case display(PixelDisplay?)
  /// It takes too long to show any; why, for the log.
  case tooSlow(String)
  /// It said that it shows pixels, and did not: its own words, printable ASCII.
  case refused(String)

  /// For the log.
  public var description: String {
    switch self {
    case .display(let display?):
      "pictures: \(display.form) with cells of \(display.cell.width)x\(display.cell.height) pixels"
    case .display(nil): "pictures: no pixels"
    case .tooSlow(let words): "pictures: none, as \(words)"
    case .refused(let words): "pictures: the terminal refuses pixels: \(words)"
    }
  }
}
