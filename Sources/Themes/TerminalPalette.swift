/// The colours that a terminal with few of them has: xterm's values.
enum TerminalPalette {
  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// 16 names, a 6×6×6 cube, 24 greys.
  static let colors: [SRGB] = {
    var colors: [SRGB] = [
      SRGB(0, 0, 0), SRGB(205, 0, 0), SRGB(0, 205, 0), SRGB(205, 205, 0), SRGB(0, 0, 238),
      SRGB(205, 0, 205), SRGB(0, 205, 205), SRGB(229, 229, 229), SRGB(127, 127, 127),
      SRGB(255, 0, 0), SRGB(0, 255, 0), SRGB(255, 255, 0), SRGB(92, 92, 255),
      SRGB(255, 0, 255), SRGB(0, 255, 255), SRGB(255, 255, 255),
    ]
    for red in steps {
      for green in steps {
        for blue in steps { colors.append(SRGB(red, green, blue)) }
      }
    }
    for grey in 0..<24 {
      let level = UInt8(8 + 10 * grey)
      colors.append(SRGB(level, level, level))
    }
    return colors
  }()

  private static let points = colors.map { OKLab($0) }

  /// The entry that looks most like an ink among those that can be read on a ground; when none
  /// can, the one that stands out most.
  static func ink(_ color: SRGB, on ground: SRGB, depth: ColorDepth) -> UInt8 {
    nearest(to: color, depth: depth) { $0.contrast(with: ground) >= Contrast.text }
      ?? entries(depth).max {
        colors[Int($0)].contrast(with: ground) < colors[Int($1)].contrast(with: ground)
      } ?? 0
  }

  /// The entry that looks most like a ground among those on which something can be read.
  static func ground(_ color: SRGB, depth: ColorDepth) -> UInt8 {
    let ends = [colors[0], colors[depth < .palette16 ? 7 : 15]]
    return nearest(to: color, depth: depth) { candidate in
      ends.contains { $0.contrast(with: candidate) >= Contrast.text }
    } ?? 0
  }

  /// The entry that looks most like an area of a colour on which something can be read: its hue is
  /// kept as long as it has one, and not made stronger than it is.
  static func area(_ color: SRGB, depth: ColorDepth) -> UInt8 {
    var point = OKLab(color)
    let isColored = point.a * point.a + point.b * point.b > 0.0006
    // Between the steps of the cube what is quiet would fall to grey.
    point.a *= 1.25
    point.b *= 1.25
    let ends = [colors[0], colors[depth < .palette16 ? 7 : 15]]
    let readable = { (entry: SRGB) in
      ends.contains { $0.contrast(with: entry) >= Contrast.text }
    }
    return nearest(to: point, depth: depth) { entry, other in
      (!isColored || depth < .palette256 || !other.isGrey) && readable(entry)
    } ?? ground(color, depth: depth)
  }

  /// The entry that looks most like a colour of a picture: what has a hue keeps it, and where there
  /// are few entries all else is told apart by how light it is.
  static func picture(_ color: SRGB, depth: ColorDepth) -> UInt8 {
    let point = OKLab(color)
    let chroma = point.a * point.a + point.b * point.b
    guard depth < .palette256 else {
      // NB: the dark steps of the cube are far stronger than quiet grounds are: those become grey.
      return entries(depth).filter { chroma < 0.0025 || !points[Int($0)].isGrey }.min {
        point.difference(from: points[Int($0)]) < point.difference(from: points[Int($1)])
      } ?? 0
    }
    let hue =
      chroma < 0.0064
      ? nil : nearest(to: point.vivid, depth: depth) { _, other in point.hasHue(of: other) }
    return hue ?? entries(depth).filter { points[Int($0)].isGrey }.min {
      color.difference(from: colors[Int($0)]) < color.difference(from: colors[Int($1)])
    } ?? 0
  }

  private static func entries(_ depth: ColorDepth) -> ClosedRange<UInt8> {
    switch depth {
    case .mono, .palette8: 0...7
    case .palette16: 0...15
    // NB: users redefine the first 16, so they are not counted on where there are others.
    case .palette256, .trueColor: 16...255
    }
  }

  private static func nearest(
    to color: SRGB, depth: ColorDepth, where accepts: (SRGB) -> Bool
  ) -> UInt8? {
    let point = OKLab(color)
    guard depth < .palette256 else {
      return nearest(to: point, depth: depth) { entry, _ in accepts(entry) }
    }
    // A pale red is nearer to grey than to the palette's red, but what it says is "red"; so hues
    // stay hues as long as there is one, and greys stay grey.
    let hue =
      point.isGrey
      ? nil
      : nearest(to: point.vivid, depth: depth) { entry, other in
        !other.isGrey && point.hasHue(of: other) && accepts(entry)
      }
    return hue
      ?? nearest(to: point, depth: depth) { entry, other in other.isGrey && accepts(entry) }
  }

  private static func nearest(
    to point: OKLab, depth: ColorDepth, where accepts: (SRGB, OKLab) -> Bool
  ) -> UInt8? {
    var best: UInt8?
    var bestDistance = Double.infinity
    for entry in entries(depth) {
      let candidate = points[Int(entry)]
      let distance = candidate.distance(to: point)
      guard distance < bestDistance, accepts(colors[Int(entry)], candidate) else { continue }
      best = entry
      bestDistance = distance
    }
    return best
  }
}
