import Cells

/// A colour of a picture, 0xRRGGBB.
struct ImageColor: Hashable {
  let value: UInt32

  init(red: Int, green: Int, blue: Int) {
    value = UInt32(red << 16 | green << 8 | blue)
  }

  /// - Parameter own: what stands for the terminal's own colour.
  init(_ color: Color, own: ImageColor) {
    switch color {
    case .terminal: self = own
    case .palette(let index):
      let (red, green, blue) = PaletteColor.rgb(of: index)
      self.init(red: red, green: green, blue: blue)
    case .rgb(let red, let green, let blue):
      self.init(red: Int(red), green: Int(green), blue: Int(blue))
    }
  }

  static let light = ImageColor(red: 0xE5, green: 0xE5, blue: 0xE5)
  static let dark = ImageColor(red: 0x10, green: 0x10, blue: 0x10)

  /// `#rrggbb`.
  var hex: String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The colour with a share of another one in it, in eighths.
  func mixed(with other: ImageColor, eighths: Int) -> ImageColor {
    func mix(_ shift: UInt32) -> Int {
      let (one, two) = (Int(value >> shift & 0xFF), Int(other.value >> shift & 0xFF))
      return (one * (8 - eighths) + two * eighths) / 8
    }
    return ImageColor(red: mix(16), green: mix(8), blue: mix(0))
  }
}

/// Rectangles by their colour, in the order in which the colours came.
struct PictureLayer {
  private var colors: [ImageColor] = []
  private var rects: [ImageColor: [Rect]] = [:]

  /// What continues the rectangle before it makes that longer.
  mutating func add(_ rect: Rect, _ color: ImageColor) {
    guard !rect.isEmpty else { return }
    guard var last = rects[color]?.last else {
      colors.append(color)
      rects[color] = [rect]
      return
    }
    if last.y == rect.y, last.height == rect.height, last.maxX == rect.x {
      last.width += rect.width
      rects[color]?.removeLast()
      rects[color]?.append(last)
    } else {
      rects[color]?.append(rect)
    }
  }

  /// One path for each colour.
  var paths: String {
    colors.map { color in
      let path = (rects[color] ?? []).map {
        "M\($0.x) \($0.y)h\($0.width)v\($0.height)h-\($0.width)z"
      }.joined()
      return "<path fill=\"\(color.hex)\" d=\"\(path)\"/>\n"
    }.joined()
  }
}
