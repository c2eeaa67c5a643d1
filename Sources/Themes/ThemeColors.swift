import Cells

/// Turns a definition into styles at one depth.
struct ThemeColors {
  let definition: ThemeDefinition
  let depth: ColorDepth

  func style(_ token: ThemeToken) -> Style {
    guard let recipe = definition.recipes[token] else { return .plain }
    let marks = definition.marks[token] ?? []
    guard depth != .mono else { return Style(.terminal, on: .terminal, marks) }
    let ground = definition.color(recipe.ground).map { color($0) } ?? .terminal
    var style = Style(
      ink(token, on: ground.shown), on: ground, recipe.attributes)
    // Marks stand in for a ground that fell together with the page's.
    if depth < .palette256, isLost(recipe.ground) { style.attributes.formUnion(marks) }
    return style
  }

  /// A token's ink where it is drawn on a colour of this depth; `nil` is the terminal's own.
  func ink(_ token: ThemeToken, on ground: SRGB?) -> Color {
    guard let recipe = definition.recipes[token], let ink = definition.color(recipe.ink) else {
      return .terminal
    }
    guard let ground, token.isText else { return color(ink) }
    guard depth != .trueColor else { return Color(Contrast.readable(ink, on: ground)) }
    return .palette(TerminalPalette.ink(ink, on: ground, depth: depth))
  }

  private func color(_ color: SRGB) -> Color {
    depth == .trueColor
      ? Color(color) : .palette(TerminalPalette.ground(color, depth: depth))
  }

  private func isLost(_ ground: String) -> Bool {
    guard let page = definition.recipes[.background]?.ground, page != ground,
      let pageColor = definition.color(page), let ownColor = definition.color(ground)
    else { return false }
    return color(pageColor) == color(ownColor)
  }
}

extension Color {
  init(_ color: SRGB) {
    self = .rgb(red: color.red, green: color.green, blue: color.blue)
  }

  /// What the colour looks like; `nil` when only the terminal knows.
  var shown: SRGB? {
    switch self {
    case .terminal: nil
    case .palette(let entry): TerminalPalette.colors[Int(entry)]
    case .rgb(let red, let green, let blue): SRGB(red, green, blue)
    }
  }
}
