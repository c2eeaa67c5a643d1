import Cells

/// The numbers by which one terminal knows colours.
///
/// Themes choose colours that the terminal has; this is the floor below them, so that no colour is
/// ever sent that the terminal would not understand.
struct ColorEncoding {
  /// 0, 8, 16, 256 or 2²⁴.
  let colors: Int
  /// Numbers from 8 on are 24-bit RGB.
  let isDirect: Bool

  /// -1 is the terminal's own colour.
  func number(of color: Color) -> Int32 {
    guard colors > 0 else { return -1 }
    switch color {
    case .terminal: return -1
    case .palette(let index) where Int(index) < min(colors, isDirect ? 8 : 256):
      return Int32(index)
    case .palette(let index):
      return number(of: PaletteColor.rgb(of: index))
    case .rgb(let red, let green, let blue):
      return number(of: (Int(red), Int(green), Int(blue)))
    }
  }

  private func number(of rgb: PaletteColor.RGB) -> Int32 {
    if isDirect, colors > 256 {
      let value = rgb.red << 16 | rgb.green << 8 | rgb.blue
      // NB: 0–7 are palette entries there, and a palette's black may be any colour.
      return Int32(value < 8 ? 0x01_0101 : value)
    }
    let nearest = PaletteColor.nearest(to: rgb, among: colors)
    return isDirect && nearest > 7
      ? ColorEncoding(colors: 1 << 24, isDirect: true).number(of: PaletteColor.rgb(of: nearest))
      : Int32(nearest)
  }
}
