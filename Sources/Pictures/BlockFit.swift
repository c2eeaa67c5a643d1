import Cells

/// Cells that come near to a picture: for each the block symbol and the two colours with the least
/// error.
///
/// A colour is the median of what it stands for, so that flat art stays flat where a mean would give
/// edges a halo. The symbols that are the nearest by means are tried with medians, as a terminal
/// shows them.
struct BlockFit {
  private let cuts: [BlockCut]
  private let samples: PictureSamples
  private var sums = BlockSums()
  private var medians = BlockMedians()
  /// The cuts that are the nearest so far, the best first.
  private var best = [(gain: Double, cut: Int)](repeating: (-1, 0), count: 3)

  /// - Parameter cuts: the symbols to choose among.
  init(_ samples: PictureSamples, cuts: [BlockCut] = BlockCut.all) {
    self.samples = samples
    self.cuts = cuts
  }

  mutating func cells() -> [PictureCells.Cell] {
    var cells: [PictureCells.Cell] = []
    cells.reserveCapacity(samples.size.width * samples.size.height)
    for y in 0..<samples.size.height {
      for x in 0..<samples.size.width { cells.append(cell(x: x, y: y)) }
    }
    return cells
  }

  private mutating func cell(x: Int, y: Int) -> PictureCells.Cell {
    sums.read(samples, x: x, y: y)
    if sums.isFlat {
      return PictureCells.Cell(.space, sums.lowest.color, on: sums.lowest.color)
    }
    shortlist()
    var found = PictureCells.Cell(.space, .terminal, on: .terminal)
    var least = Double.infinity
    for candidate in best where candidate.gain >= 0 {
      let cut = cuts[candidate.cut]
      let (on, off) = medians.read(samples, x: x, y: y, cut: cut, sums: sums)
      let error = sums.error(cut, on: on, off: off)
      guard error < least else { continue }
      least = error
      found = PictureCells.Cell(
        on == off ? .space : cut.symbol, cut.count == 0 ? off.color : on.color, on: off.color)
    }
    return found
  }

  /// Finds the cuts whose two means explain most of what is in the cell.
  private mutating func shortlist() {
    for place in best.indices { best[place] = (-1, 0) }
    for (index, cut) in cuts.enumerated() {
      let gain = sums.gain(cut)
      guard gain > best[best.count - 1].gain else { continue }
      var place = best.count - 1
      while place > 0, best[place - 1].gain < gain {
        best[place] = best[place - 1]
        place -= 1
      }
      best[place] = (gain, index)
    }
  }
}

extension PictureCells {
  /// The cells that come nearest to a picture, in any colours.
  public init(fitting samples: PictureSamples) {
    var fit = BlockFit(samples)
    self.init(fitted: fit.cells(), samples.size)
  }

  init(fitted cells: [Cell], _ size: Size) {
    self.size = size
    self.cells = cells
  }
}
