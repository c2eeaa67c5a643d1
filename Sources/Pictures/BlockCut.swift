/// A way to cut a cell in two, by the symbol that fills one side of it.
struct BlockCut: Sendable {
  let symbol: BlockSymbol
  /// Samples that the symbol fills, of 128.
  let count: Int
  /// The same, sample by sample: 1 or 0.
  let mask: [UInt8]

  init(_ symbol: BlockSymbol) {
    self.symbol = symbol
    mask = (0..<PictureSamples.rows * PictureSamples.columns).map { sample in
      symbol.fills(column: sample % PictureSamples.columns, row: sample / PictureSamples.columns)
        ? 1 : 0
    }
    count = mask.reduce(0) { $0 + Int($1) }
  }

  /// The space, seven each from below and from the left, four corners, a diagonal.
  static let all = [
    BlockSymbol.space, .lower4, .left4, .topLeft, .topRight, .bottomLeft, .bottomRight, .falling,
    .lower1, .lower2, .lower3, .lower5, .lower6, .lower7, .left1, .left2, .left3, .left5, .left6,
    .left7,
  ].map { BlockCut($0) }

  /// Half blocks, as most programs draw pictures.
  static let halves = [BlockSymbol.space, .lower4].map { BlockCut($0) }
}
