public import Cells

/// All that one moment of the app shows and asks of the terminal.
public struct Frame: Equatable, Sendable {
  public var grid: Grid
  /// In reading order; where bounds overlap, the later one lies on top.
  public var elements: [Element]
  public var modes: Modes
  /// Pictures that it has places for and that are not there yet.
  public var wishes: [PictureWish] = []
  /// Where pictures are to be seen.
  public var pictures: [Rect] = []
  /// Those that lie over its cells.
  public var pixels: [PlacedPixels] = []
  /// The text that its sheet has no room for at once.
  var scrolled: ScrolledText?

  public init(grid: Grid, elements: [Element], modes: Modes) {
    self.grid = grid
    self.elements = elements
    self.modes = modes
  }

  /// Lines of which the screen has some.
  struct ScrolledText: Equatable, Sendable {
    let count: Int
    let height: Int
  }

  /// Where Tab stops, in this order: of a list its selected row alone, as the arrows move in it; and
  /// nothing that a word on top of it hides.
  ///
  /// The way out of a sheet is the last of them, wherever it stands.
  func tabStops(isInList: Bool) -> [Element] {
    let covers = elements.filter { $0.id == .message || $0.id.isToast }
    let stops = elements.filter { element in
      element.isFocusable
        && !covers.contains { $0.id != element.id && $0.bounds.covers(element.bounds) }
    }
    let ordered = stops.filter { $0.id != .closeSheet } + stops.filter { $0.id == .closeSheet }
    guard isInList, ordered.contains(where: { $0.role == .listItem && $0.isSelected }) else {
      return ordered
    }
    return ordered.filter { $0.role != .listItem || $0.isSelected }
  }

  /// What there is to do on a sheet without a list: the first place where Tab stops that is neither
  /// a way out nor a word that goes by itself.
  var firstThingToDo: Element? {
    tabStops(isInList: false).first { $0.action != .back && !$0.id.isToast && $0.id != .message }
  }

  /// The topmost element that something can be done with at a place.
  public func target(at point: Point) -> Element? {
    elements.last { $0.bounds.contains(point) && $0.isTappable }
  }
}

extension Rect {
  fileprivate func covers(_ other: Rect) -> Bool { intersection(other) == other }
}
