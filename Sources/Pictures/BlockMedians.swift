/// The medians of both sides of a cut.
struct BlockMedians {
  /// How often each value is there: by side, channel and value.
  private var counts = [UInt8](repeating: 0, count: 2 * 3 * 256)

  mutating func read(
    _ samples: PictureSamples, x: Int, y: Int, cut: BlockCut, sums: BlockSums
  ) -> (on: PictureColor, off: PictureColor) {
    let start = samples.start(x: x, y: y)
    count(samples, start, cut, isAdding: true)
    let on = median(side: 1, of: cut.count, sums)
    let off = median(side: 0, of: BlockSums.count - cut.count, sums)
    count(samples, start, cut, isAdding: false)
    return (on, off)
  }

  private mutating func count(
    _ samples: PictureSamples, _ start: Int, _ cut: BlockCut, isAdding: Bool
  ) {
    var row = start
    var sample = 0
    for _ in 0..<PictureSamples.rows {
      var place = row
      for _ in 0..<PictureSamples.columns {
        let side = Int(cut.mask[sample]) * 768
        sample += 1
        for channel in 0..<3 {
          let index = side + channel * 256 + Int(samples.rgb[place])
          place += 1
          counts[index] = isAdding ? counts[index] + 1 : 0
        }
      }
      row += samples.stride
    }
  }

  private func median(side: Int, of count: Int, _ sums: BlockSums) -> PictureColor {
    guard count > 0 else { return sums.lowest }
    let (low, high) = (sums.lowest, sums.highest)
    func median(_ channel: Int) -> Int {
      let start = side * 768 + channel * 256
      var value = low[channel]
      var seen = Int(counts[start + value])
      while seen * 2 < count, value < high[channel] {
        value += 1
        seen += Int(counts[start + value])
      }
      return value
    }
    return PictureColor(red: median(0), green: median(1), blue: median(2))
  }
}
