public import Cells

/// A picture as cells: block symbols in two colours each.
public struct PictureCells: Equatable, Sendable {
  public struct Cell: Hashable, Sendable {
    public var symbol: BlockSymbol
    public var foreground: Color
    public var background: Color

    public init(_ symbol: BlockSymbol, _ foreground: Color, on background: Color) {
      self.symbol = symbol
      self.foreground = foreground
      self.background = background
    }
  }

  public let size: Size
  /// Row by row, as many as the size has.
  public let cells: [Cell]

  /// - Returns: `nil` when there are not as many cells as the size has.
  public init?(_ size: Size, _ cells: [Cell]) {
    guard cells.count == size.width * size.height else { return nil }
    self.size = size
    self.cells = cells
  }

  public subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }
}
