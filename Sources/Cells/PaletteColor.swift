/// The usual RGB values of a terminal's palette: 16 names, a 6×6×6 cube, 24 greys.
public enum PaletteColor {
  public typealias RGB = (red: Int, green: Int, blue: Int)

  private static let steps = [0, 95, 135, 175, 215, 255]

  public static func rgb(of index: UInt8) -> RGB {
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
}
