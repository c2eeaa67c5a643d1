public import Cells

/// Whether ink can be read on a ground that is no part of a theme: a cell of a picture.
public enum InkContrast {
  /// What text, and what large letters, must have at least (WCAG 2.2, 1.4.3).
  public static let text = Contrast.text
  public static let large = 3.0

  /// The ratio of WCAG 2.2, 1–21; of the terminal's own colours nobody knows it: they have 1.
  public static func ratio(_ ink: Color, on ground: Color) -> Double {
    guard let ink = SRGB(ink), let ground = SRGB(ground) else { return 1 }
    return ink.contrast(with: ground)
  }
}

extension SRGB {
  fileprivate init?(_ color: Color) {
    switch color {
    case .terminal: return nil
    case .palette(let index): self = TerminalPalette.colors[Int(index)]
    case .rgb(let red, let green, let blue): self.init(red, green, blue)
    }
  }
}
