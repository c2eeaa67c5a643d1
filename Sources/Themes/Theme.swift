public import Cells

/// How everything on the screen looks: a style for each meaning, in the colours of one terminal.
public struct Theme: Hashable, Sendable {
  public let name: String
  public let depth: ColorDepth
  /// Whether the ground is darker than the ink.
  public let isDark: Bool
  /// Black on white for symbols that a till reads; no theme changes it.
  public let paper: Style
  let definition: ThemeDefinition
  /// By the tokens' raw values.
  private let styles: [Style]

  /// A built-in theme, in 24-bit colour.
  public static func named(_ name: String) throws(ThemeError) -> Theme {
    Theme(name: name, try ThemeDefinition.shipped(name), depth: .trueColor, darkTerminal: true)
  }

  /// The theme that every other one starts from.
  public static var dark: Theme { builtIn("dark") }
  public static var light: Theme { builtIn("light") }

  private static func builtIn(_ name: String) -> Theme {
    do throws(ThemeError) {
      return try named(name)
    } catch {
      preconditionFailure("themes/\(name).yaml is compiled in and tested: \(error)")
    }
  }

  /// A theme from a file of the user's; it may extend a built-in one.
  ///
  /// - Parameter file: the name that errors give.
  public init(name: String, source: [UInt8], file: String) throws(ThemeError) {
    let definition = try ThemeDefinition(source: source, file: file)
    self.init(name: name, definition, depth: .trueColor, darkTerminal: true)
  }

  private init(
    name: String, _ definition: ThemeDefinition, depth: ColorDepth, darkTerminal: Bool
  ) {
    let depth = min(depth, definition.depth)
    let colors = ThemeColors(definition, depth: depth)
    self.name = name
    self.depth = depth
    self.definition = definition
    isDark = depth == .mono ? darkTerminal : definition.isDark
    // Without colours, reverse video is what makes paper lighter than ink on a dark terminal.
    paper =
      depth == .mono
      ? Style(.terminal, on: .terminal, darkTerminal ? .reverse : []) : Style.paper
    styles = ThemeToken.allCases.map { colors.style($0) }
  }

  public subscript(token: ThemeToken) -> Style { styles[token.rawValue] }

  /// One meaning on the ground of another: `theme[.negative, on: .selection]`.
  ///
  /// The ground brings its attributes, and its own ink where the other could not be read.
  public subscript(token: ThemeToken, on ground: ThemeToken) -> Style {
    let below = self[ground]
    var style = self[token]
    style.attributes = style.attributes.subtracting(.reverse).union(below.attributes)
    style.background = below.background
    if below.attributes.contains(.reverse)
      || token.isText && !style.foreground.isReadable(on: below.background)
    {
      style.foreground = below.foreground
    }
    return style
  }

  /// The theme in the colours that a terminal has.
  ///
  /// - Parameter darkTerminal: whether the terminal's own ground is dark; matters without colours.
  public func reduced(to depth: ColorDepth, darkTerminal: Bool = true) -> Theme {
    Theme(name: name, definition, depth: depth, darkTerminal: darkTerminal)
  }

  /// The theme with a business's own colour, made lighter or darker where it could not be read.
  ///
  /// - Parameter accent: sRGB, `#rrggbb`.
  public func branded(accent: String) throws(ThemeError) -> Theme {
    guard let color = SRGB(hex: accent) else { throw .color(accent) }
    var definition = definition
    definition.setAccent(color)
    return Theme(name: name, definition, depth: depth, darkTerminal: isDark)
  }
}
