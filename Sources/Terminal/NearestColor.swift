import Cells

extension PaletteColor {
  /// The nearest of the first `count` entries; of 256 the 16 that users redefine are left out.
  static func nearest(to color: RGB, among count: Int) -> UInt8 {
    let candidates = count >= 256 ? 16...255 : 0...UInt8(clamping: max(count, 1) - 1)
    return candidates.min { distance(rgb(of: $0), color) < distance(rgb(of: $1), color) } ?? 0
  }

  private static func distance(_ one: RGB, _ other: RGB) -> Int {
    let red = one.red - other.red
    let green = one.green - other.green
    let blue = one.blue - other.blue
    return red * red + green * green + blue * blue
  }
}
