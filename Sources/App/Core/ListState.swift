/// Where a person is in a list: the selected row, and the first one on the screen.
public struct ListState: Equatable, Sendable {
  public var selection = 0
  public var top = 0

  public init() {}

  /// Moves the selection and keeps it on the screen.
  ///
  /// - Parameters:
  ///   - count: rows of the list.
  ///   - height: rows of the screen.
  mutating func move(_ move: Move, count: Int, height: Int) {
    let target =
      switch move {
      case .rows(let rows): selection + rows
      case .pages(let pages): selection + pages * max(1, height - 1)
      case .first: 0
      case .last: count - 1
      }
    selection = max(0, min(target, count - 1))
    scrollToSelection(count: count, height: height)
  }

  /// Brings the selection back to the screen after the list or the screen has changed.
  mutating func scrollToSelection(count: Int, height: Int) {
    let height = max(1, height)
    selection = max(0, min(selection, count - 1))
    top = min(top, selection)
    top = max(top, selection - height + 1)
    top = max(0, min(top, count - height))
  }
}

extension Move {
  /// The first line on the screen after a move through a text.
  ///
  /// - Parameters:
  ///   - top: the first line until now.
  ///   - count: lines of the text.
  ///   - height: rows of the screen.
  func firstLine(from top: Int, of count: Int, height: Int) -> Int {
    let last = max(0, count - height)
    let line =
      switch self {
      case .rows(let rows): top + rows
      case .pages(let pages): top + pages * max(1, height - 1)
      case .first: 0
      case .last: last
      }
    return max(0, min(line, last))
  }
}
