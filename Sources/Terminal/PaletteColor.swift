/// The usual RGB values of a terminal's palette: 16 names, a 6×6×6 cube, 24 greys.
enum PaletteColor {
  typealias RGB = (red: Int, green: Int, blue: Int)

  private static let steps = [0, 95, 135, 175, 215, 255]

  static func rgb(of index: UInt8) -> RGB {
    let index = Int(index)
    switch index {
    case 0..<16:
      let level = index > 7 ? 255 : 205
      let dark = index == 8 ? 127 : 0
      if index == 7 { return (229, 229, 229) }
      return (
        index & 1 != 0 ? level : dark, index & 2 != 0 ? level : dark, index & 4 != 0 ? level : dark
      )
    case 16..<232:
      let place = index - 16
      return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    default:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
  }

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
