/// Text stands out from its ground: WCAG 2.2, success criterion 1.4.3.
enum Contrast {
  static let text = 4.5
  /// What shows where the focus is: success criterion 1.4.11.
  static let area = 3.0

  /// The ink, made lighter or darker just as far as it must be to be read on a ground.
  static func readable(_ ink: SRGB, on ground: SRGB, least: Double = text) -> SRGB {
    guard ink.contrast(with: ground) < least else { return ink }
    let start = OKLab(ink)
    let steps = 64
    for step in 1...steps {
      let share = Double(step) / Double(steps)
      // Towards white and towards black in turn; on any ground one of the two ends is readable.
      for end in [1.0, 0.0] {
        let candidate = OKLab(
          lightness: start.lightness + (end - start.lightness) * share,
          a: start.a * (1 - share), b: start.b * (1 - share)
        ).srgb
        if candidate.contrast(with: ground) >= least { return candidate }
      }
    }
    return ground.luminance > 0.18 ? .black : .white
  }
}
