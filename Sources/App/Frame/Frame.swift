public import Cells

/// All that one moment of the app shows and asks of the terminal.
public struct Frame: Hashable, Sendable {
  public var grid: Grid
  /// In reading order; where bounds overlap, the later one lies on top.
  public var elements: [Element]
  public var modes: Modes

  public init(grid: Grid, elements: [Element], modes: Modes) {
    self.grid = grid
    self.elements = elements
    self.modes = modes
  }

  /// The topmost element that something can be done with at a place.
  public func target(at point: Point) -> Element? {
    elements.last { $0.bounds.contains(point) && $0.isTappable }
  }
}
