import Cells

/// The pictures that have been drawn, each for a place of one size.
public struct PicturesState: Hashable, Sendable {
  private(set) var drawn: [PictureWish: Grid] = [:]
  /// The newest last.
  private var order: [PictureWish] = []
  private var cells = 0
  /// Those that cannot be shown, by their digests.
  private(set) var failures: [String: PictureFailure] = [:]

  /// More than the pictures of four of the largest windows take.
  static let mostCells = 60_000

  mutating func keep(_ grid: Grid, for wish: PictureWish) {
    guard grid.size == wish.size, drawn[wish] == nil else { return }
    drawn[wish] = grid
    order.append(wish)
    cells += grid.cells.count
    while cells > PicturesState.mostCells, order.count > 1 {
      let oldest = order.removeFirst()
      cells -= drawn.removeValue(forKey: oldest)?.cells.count ?? 0
    }
  }

  mutating func note(_ failure: PictureFailure, of sha256: String) {
    failures[sha256] = failure
  }

  /// What no server was there for is asked for again.
  mutating func retry() {
    failures = failures.filter { $0.value != .away }
  }

  /// Whether a frame may ask for it.
  func mayCome(_ wish: PictureWish) -> Bool {
    drawn[wish] == nil && failures[wish.sha256] == nil
  }
}
