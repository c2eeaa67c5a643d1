import Cells

/// Fits a definition to one depth.
struct ThemeColors {
  private let definition: ThemeDefinition
  private let depth: ColorDepth
  /// The definition's colours as grounds at this depth.
  private let grounds: [Color]

  init(_ definition: ThemeDefinition, depth: ColorDepth) {
    self.definition = definition
    self.depth = depth
    grounds = Self.apart(definition, definition.colors.map { Self.ground($0, depth: depth) })
  }

  /// Where there are few colours the card's face, or a button at rest, may fall together with the
  /// focus: then it has a quiet ground.
  private static func apart(_ definition: ThemeDefinition, _ grounds: [Color]) -> [Color] {
    func index(_ name: String) -> Int? { definition.colors.firstIndex { $0.name == name } }
    guard let accent = index("accent"), grounds[accent] != .terminal else { return grounds }
    var grounds = grounds
    let quiet = ["lifted", "text"].compactMap { index($0).map { grounds[$0] } }
      .first { $0 != grounds[accent] }
    for name in ["brand", "tint"] {
      guard let place = index(name), let quiet, grounds[place] == grounds[accent] else { continue }
      grounds[place] = quiet
    }
    return grounds
  }

  func style(_ token: ThemeToken) -> Style {
    let recipe = definition[token]
    guard depth != .mono else { return Style(.terminal, on: .terminal, recipe.marks) }
    let ground = recipe.ground.map { grounds[$0] } ?? .terminal
    var style = Style(ink(of: token, on: ground.shown), on: ground, recipe.attributes)
    if isLost(recipe.ground) { style.attributes.formUnion(recipe.marks) }
    return style
  }

  /// A token's ink where it is drawn on a colour of this depth; `nil` is the terminal's own.
  private func ink(of token: ThemeToken, on ground: SRGB?) -> Color {
    guard let index = definition[token].ink else { return .terminal }
    guard let ground, token.isText else { return grounds[index] }
    let named = definition.colors[index]
    let ink = named.color
    if let entry = named.entry(depth),
      TerminalPalette.colors[Int(entry)].contrast(with: ground) >= Contrast.text
    {
      return .palette(entry)
    }
    guard depth != .trueColor else { return Color(Contrast.readable(ink, on: ground)) }
    return .palette(TerminalPalette.ink(ink, on: ground, depth: depth))
  }

  private static func ground(_ named: ThemeDefinition.NamedColor, depth: ColorDepth) -> Color {
    switch depth {
    case .mono: .terminal
    case .trueColor: Color(named.color)
    case .palette8, .palette16, .palette256:
      // An area keeps its hue, as far as it has one.
      .palette(
        named.entry(depth)
          ?? (named.name == "brand"
            ? TerminalPalette.area(named.color, depth: depth)
            : TerminalPalette.ground(named.color, depth: depth)))
    }
  }

  /// Whether a ground fell together with the page's, so that marks must stand in for it.
  private func isLost(_ ground: Int?) -> Bool {
    guard let ground, let page = definition[.background].ground, page != ground
    else { return false }
    return grounds[page] == grounds[ground]
      && definition.colors[page].color != definition.colors[ground].color
  }
}

extension Color {
  init(_ color: SRGB) {
    self = .rgb(red: color.red, green: color.green, blue: color.blue)
  }

  /// Whether text stands out; the terminal's own colours are taken to.
  func isReadable(on ground: Color) -> Bool {
    guard let ink = shown, let paper = ground.shown else { return true }
    return ink.contrast(with: paper) >= Contrast.text
  }

  /// What the colour looks like; `nil` when only the terminal knows.
  fileprivate var shown: SRGB? {
    switch self {
    case .terminal: nil
    case .palette(let entry): TerminalPalette.colors[Int(entry)]
    case .rgb(let red, let green, let blue): SRGB(red, green, blue)
    }
  }
}
