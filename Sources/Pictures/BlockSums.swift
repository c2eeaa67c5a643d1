/// What is in one cell of samples, summed up so that each cut of it is a matter of additions.
struct BlockSums {
  /// Of each channel in eight bands from above, then in eight columns, then in four quarters.
  private var bands = [Int](repeating: 0, count: 3 * 8)
  private var columns = [Int](repeating: 0, count: 3 * 8)
  private var quarters = [Int](repeating: 0, count: 3 * 4)
  private var total = [0, 0, 0]
  private var squares = 0
  private var low = [0, 0, 0]
  private var high = [0, 0, 0]

  static let count = PictureSamples.rows * PictureSamples.columns

  var lowest: PictureColor { PictureColor(red: low[0], green: low[1], blue: low[2]) }
  var highest: PictureColor { PictureColor(red: high[0], green: high[1], blue: high[2]) }
  var isFlat: Bool { low == high }

  mutating func read(_ samples: PictureSamples, x: Int, y: Int) {
    for place in 0..<24 {
      bands[place] = 0
      columns[place] = 0
    }
    for place in 0..<12 { quarters[place] = 0 }
    squares = 0
    var start = samples.start(x: x, y: y)
    for channel in 0..<3 {
      low[channel] = Int(samples.rgb[start + channel])
      high[channel] = low[channel]
    }
    for row in 0..<PictureSamples.rows {
      let band = row / 2 * 3
      let half = row / 8 * 6
      var place = start
      for column in 0..<PictureSamples.columns {
        let quarter = half + column / 4 * 3
        for channel in 0..<3 {
          let value = Int(samples.rgb[place])
          place += 1
          bands[band + channel] += value
          columns[column * 3 + channel] += value
          quarters[quarter + channel] += value
          squares += value * value
          if value < low[channel] { low[channel] = value }
          if value > high[channel] { high[channel] = value }
        }
      }
      start += samples.stride
    }
    for channel in 0..<3 {
      total[channel] =
        quarters[channel] + quarters[3 + channel] + quarters[6 + channel] + quarters[9 + channel]
    }
  }

  /// How much of the squares two means explain.
  func gain(_ cut: BlockCut) -> Double {
    var gain = 0.0
    for channel in 0..<3 {
      let on = sum(cut.symbol, channel)
      let off = total[channel] - on
      if cut.count > 0 { gain += Double(on * on) / Double(cut.count) }
      gain += Double(off * off) / Double(BlockSums.count - cut.count)
    }
    return gain
  }

  /// The squares of what two colours leave.
  func error(_ cut: BlockCut, on: PictureColor, off: PictureColor) -> Double {
    var error = squares
    for channel in 0..<3 {
      let filled = sum(cut.symbol, channel)
      let left = total[channel] - filled
      error += on[channel] * (on[channel] * cut.count - 2 * filled)
      error += off[channel] * (off[channel] * (BlockSums.count - cut.count) - 2 * left)
    }
    return Double(error)
  }

  /// The sum of what a symbol fills.
  private func sum(_ symbol: BlockSymbol, _ channel: Int) -> Int {
    switch symbol {
    case .space: return 0
    case .full: return total[channel]
    case .lower1, .lower2, .lower3, .lower4, .lower5, .lower6, .lower7:
      let first = 7 - Int(symbol.rawValue - BlockSymbol.lower1.rawValue)
      return (first..<8).reduce(0) { $0 + bands[$1 * 3 + channel] }
    case .left1, .left2, .left3, .left4, .left5, .left6, .left7:
      let last = Int(symbol.rawValue - BlockSymbol.left1.rawValue)
      return (0...last).reduce(0) { $0 + columns[$1 * 3 + channel] }
    case .topLeft: return quarters[channel]
    case .topRight: return quarters[3 + channel]
    case .bottomLeft: return quarters[6 + channel]
    case .bottomRight: return quarters[9 + channel]
    case .falling: return quarters[channel] + quarters[9 + channel]
    case .upper1, .upper4, .right1, .right4, .allButTopLeft, .allButTopRight, .allButBottomLeft,
      .allButBottomRight, .rising:
      return symbol.inverse.map { total[channel] - sum($0, channel) } ?? 0
    }
  }
}
