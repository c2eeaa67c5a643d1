public import Cells

/// An area in a business's own colour: the ground, a shade of it for a quiet drawing, and what is
/// written on either.
public struct Face: Hashable, Sendable {
  /// Ink on the ground.
  public let ground: Style
  /// Ink on the shade.
  public let shade: Style
  /// The colour of the ground on the shade: where one ends in a cell and the other begins.
  public let edge: Style

  /// Whether ground and shade can be told apart.
  public var isShaded: Bool { ground.background != shade.background }

  /// Brighter areas are drawn at this lightness: beside a code nothing may be taken for its paper.
  fileprivate static let brightest = 0.76
  /// And darker ones at this, so that they are seen on a dark page.
  fileprivate static let darkest = 0.30
  fileprivate static let step = 0.045
  /// The calm palette's light and dark ink, then the ends of what there is.
  fileprivate static let inks = [
    SRGB(251, 243, 232), SRGB(29, 24, 21), SRGB.white, SRGB.black,
  ]
}

extension Theme {
  /// How an area wears a colour; what is written on it can be read, whatever colour that is.
  ///
  /// - Parameter color: sRGB, `#rrggbb`; anything else is worn as the member's card is.
  public func face(of color: String) -> Face {
    guard depth != .mono else { return Face(ground: .plain, shade: .plain, edge: .plain) }
    guard let color = SRGB(hex: color) else {
      let own = self[.brandFace]
      return Face(ground: own, shade: own, edge: own)
    }
    var point = OKLab(color)
    point.lightness = min(max(point.lightness, Face.darkest), Face.brightest)
    let ground = entry(point.srgb)
    point.lightness += Face.step
    let shade = entry(point.srgb)
    let readable = Face.inks.first { ink in
      [ground, shade].allSatisfy { ink.contrast(with: $0.color) >= Contrast.text }
    }
    // The steps of a palette are too large for a shade of the same hue.
    guard let readable, depth == .trueColor else {
      let ink = Contrast.readable(Face.inks[0], on: ground.color)
      let style = Style(entry(ink, on: ground.color), on: ground.shown)
      return Face(ground: style, shade: style, edge: style)
    }
    return Face(
      ground: Style(entry(readable, on: ground.color), on: ground.shown),
      shade: Style(entry(readable, on: shade.color), on: shade.shown),
      edge: Style(ground.shown, on: shade.shown))
  }

  /// A ground as this terminal shows it, and what that looks like.
  private func entry(_ color: SRGB) -> (shown: Color, color: SRGB) {
    guard depth < .trueColor else { return (Color(color), color) }
    let entry = TerminalPalette.area(color, depth: depth)
    return (.palette(entry), TerminalPalette.colors[Int(entry)])
  }

  private func entry(_ ink: SRGB, on ground: SRGB) -> Color {
    guard depth < .trueColor else { return Color(ink) }
    return .palette(TerminalPalette.ink(ink, on: ground, depth: depth))
  }
}
