import Cells
import Foundation

/// The contrast of a style by WCAG 2.2, written from its text and not shared with the product;
/// the terminal's own colours count as readable.
func contrast(_ style: Style) -> Double {
  guard let ink = luminance(style.foreground), let paper = luminance(style.background) else {
    return 21
  }
  return (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
}

private func luminance(_ color: Color) -> Double? {
  guard let channels = channels(color) else { return nil }
  let light = channels.map { channel in
    let share = Double(channel) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
}

/// xterm's values: 16 names, a cube of 216, 24 greys.
private func channels(_ color: Color) -> [Int]? {
  let names = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
    0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  switch color {
  case .terminal: return nil
  case .rgb(let red, let green, let blue): return [Int(red), Int(green), Int(blue)]
  case .palette(let entry) where entry < 16:
    let value = names[Int(entry)]
    return [value >> 16, value >> 8 & 255, value & 255]
  case .palette(let entry) where entry < 232:
    let place = Int(entry) - 16
    return [place / 36, place / 6 % 6, place % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
  case .palette(let entry): return Array(repeating: 8 + 10 * (Int(entry) - 232), count: 3)
  }
}
