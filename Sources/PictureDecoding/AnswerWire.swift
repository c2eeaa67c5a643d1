import Cells
import Pictures

/// An answer on its way from the process that decodes.
///
/// `LHA1`, the length of what follows (4 bytes), what it is (1 byte), and it.
enum AnswerWire {
  static let magic = Array("LHA1".utf8)
  static let headCount = 8

  enum Kind: UInt8 {
    case cells
    case sixel
    case kitty
    case noLibrary
    case unreadable
  }

  /// How far from the picture both sets of cells are, for tests and budgets.
  struct Errors: Equatable {
    var ours: Double
    /// `nil` without libchafa.
    var chafa: Double?
  }

  static func bytes(_ kind: Kind, _ body: [UInt8]) -> [UInt8] {
    var bytes = magic
    bytes.append(body.count + 1, bytes: 4)
    bytes.append(kind.rawValue)
    return bytes + body
  }

  /// The errors in hundredths (2 bytes each, all bits where there is none), then nine bytes a cell.
  static func body(_ cells: PictureCells, _ errors: Errors) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(4 + 9 * cells.cells.count)
    for error in [errors.ours, errors.chafa] {
      body.append(error.map { min(0xFFFE, Int($0 * 100)) } ?? 0xFFFF, bytes: 2)
    }
    for cell in cells.cells {
      body.append(cell.symbol.rawValue)
      body += bytes(of: cell.foreground)
      body += bytes(of: cell.background)
    }
    return body
  }

  static func body(_ pixels: PicturePixels) -> [UInt8] {
    var body: [UInt8] = []
    body.append(pixels.width, bytes: 2)
    body.append(pixels.height, bytes: 2)
    return body + pixels.deflated
  }

  /// The ground, an entry of the palette, or red, green and blue.
  private static func bytes(of color: Color) -> [UInt8] {
    switch color {
    case .terminal: [0, 0, 0, 0]
    case .palette(let entry): [1, entry, 0, 0]
    case .rgb(let red, let green, let blue): [2, red, green, blue]
    }
  }
}
