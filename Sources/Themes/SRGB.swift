import Glibc

/// A colour in sRGB.
struct SRGB: Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#rrggbb`.
  init?(hex: String) {
    let digits = hex.utf8.dropFirst()
    guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      // `UInt32(_:radix:)` also takes a sign.
      digits.first != UInt8(ascii: "+"), let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }

  static let black = SRGB(0, 0, 0)
  static let white = SRGB(255, 255, 255)

  /// Light that each channel value gives, 0–1 (IEC 61966-2-1).
  static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }

  /// How far the channels are from another colour's, summed up.
  func difference(from other: SRGB) -> Int {
    abs(Int(red) - Int(other.red)) + abs(Int(green) - Int(other.green))
      + abs(Int(blue) - Int(other.blue))
  }

  /// Relative luminance, 0–1 (WCAG 2.2).
  var luminance: Double {
    0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)]
      + 0.0722 * Self.linear[Int(blue)]
  }

  /// The ratio of WCAG 2.2, 1–21.
  func contrast(with other: SRGB) -> Double {
    let lights = (luminance, other.luminance)
    return (max(lights.0, lights.1) + 0.05) / (min(lights.0, lights.1) + 0.05)
  }
}
