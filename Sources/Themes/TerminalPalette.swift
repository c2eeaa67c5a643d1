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

  /// The entry that looks most like a colour among those that a depth has and that stand out
  /// enough from a ground; when none does, the one that stands out most.
  static func nearest(
    to color: SRGB, depth: ColorDepth, contrast: Double = 1, on ground: SRGB? = nil
  ) -> UInt8 {
    let entries: ClosedRange<UInt8> =
      switch depth {
      case .mono, .palette8: 0...7
      case .palette16: 0...15
      // NB: users redefine the first 16, so they are not counted on where there are others.
      case .palette256, .trueColor: 16...255
      }
    let point = OKLab(color)
    var best = entries.lowerBound
    var bestDistance = Double.infinity
    for entry in entries {
      let distance = points[Int(entry)].distance(to: point)
      guard distance < bestDistance else { continue }
      if let ground, colors[Int(entry)].contrast(with: ground) < contrast { continue }
      best = entry
      bestDistance = distance
    }
    guard bestDistance == .infinity, let ground else { return best }
    return entries.max {
      colors[Int($0)].contrast(with: ground) < colors[Int($1)].contrast(with: ground)
    } ?? best
  }
}
