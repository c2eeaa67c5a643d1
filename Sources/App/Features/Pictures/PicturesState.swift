import Cells

/// The pictures that have been drawn, each for a place of one size.
public struct PicturesState: Equatable, Sendable {
  private(set) var drawn: [PictureWish: Grid] = [:]
  /// The newest last.
  private var order: [PictureWish] = []
  private var cells = 0
  private(set) var painted: [PictureWish: Pixels] = [:]
  private var paintedOrder: [PictureWish] = []
  private var bytes = 0
  /// Those that cannot be had in pixels.
  private var unpainted: Set<PictureWish> = []
  /// Those that cannot be shown, by their digests.
  private(set) var failures: [String: PictureFailure] = [:]

  /// More than the pictures of four of the usual windows take.
  static let mostCells = 60_000
  /// Of pixels as they are sent.
  static let mostBytes = 8 << 20

  /// - Parameter window: what is in sight at once, those that are cut at its edges among it, stays: else
  ///   two pictures beside each other would be drawn in turn for ever.
  mutating func keep(_ grid: Grid, for wish: PictureWish, in window: Size) {
    guard grid.size == wish.size, drawn[wish] == nil else { return }
    drawn[wish] = grid
    order.append(wish)
    cells += grid.cells.count
    let most = max(PicturesState.mostCells, 2 * window.width * window.height)
    while cells > most, order.count > 1 {
      let oldest = order.removeFirst()
      cells -= drawn.removeValue(forKey: oldest)?.cells.count ?? 0
    }
  }

  /// - Parameter window: as for cells; a pixel takes at most four bytes, and deflating or a palette
  ///   makes it no longer.
  mutating func keep(_ pixels: Pixels, for wish: PictureWish, in window: Size) {
    guard pixels.size == wish.size, pixels.display == wish.display, painted[wish] == nil else {
      return
    }
    painted[wish] = pixels
    paintedOrder.append(wish)
    bytes += pixels.bytes.count
    let cell = pixels.display.cell
    let most = max(
      PicturesState.mostBytes, 2 * 4 * window.width * window.height * cell.width * cell.height)
    while bytes > most, paintedOrder.count > 1 {
      let oldest = paintedOrder.removeFirst()
      bytes -= painted.removeValue(forKey: oldest)?.bytes.count ?? 0
    }
  }

  mutating func noteUnpainted(_ wish: PictureWish) { unpainted.insert(wish) }

  /// What another terminal, or another font, would show.
  mutating func dropPixels(but display: PixelDisplay?) {
    paintedOrder.removeAll { $0.display != display }
    painted = painted.filter { $0.key.display == display }
    bytes = painted.values.reduce(0) { $0 + $1.bytes.count }
    unpainted = []
  }

  mutating func note(_ failure: PictureFailure, of sha256: String) {
    failures[sha256] = failure
  }

  /// It may be had by now.
  mutating func forgetFailure(of sha256: String) {
    failures[sha256] = nil
  }

  /// What no server was there for is asked for again.
  mutating func retry() {
    failures = failures.filter { $0.value != .away }
  }

  /// Whether a frame may ask for it.
  func mayCome(_ wish: PictureWish) -> Bool {
    drawn[wish] == nil && painted[wish] == nil && !unpainted.contains(wish)
      && failures[wish.sha256] == nil
  }
}
