public import Loyalty
public import Themes

/// Which theme the app wears: the person's choice, else the brand's, on what the terminal can show.
public struct Look: Equatable, Sendable {
  /// The name of a shipped theme; `nil` follows the brand.
  public var chosen: String?
  public var depth: ColorDepth
  /// Whether the terminal has said that its ground is light; `nil` for one that does not answer.
  private var answer: Bool?
  /// Whether the chosen theme is made for a light ground, which is the best guess without an answer.
  private let isMadeForLight: Bool

  /// - Throws: `ThemeError` when there is no theme of the chosen name.
  public init(chosen: String? = nil, depth: ColorDepth) throws(ThemeError) {
    isMadeForLight = if let chosen { try !Theme.named(chosen).isDark } else { false }
    self.chosen = chosen
    self.depth = depth
  }

  /// Whether the terminal's own ground is light.
  public var isTerminalLight: Bool {
    get { answer ?? isMadeForLight }
    set { answer = newValue }
  }

  /// A brand's theme is made for the dark; a light terminal gets the light one in its colour.
  public func theme(for brand: Brand?) -> Theme {
    if let theme = chosen.flatMap(shipped) { return theme }
    guard let brand else { return isTerminalLight ? light : dark }
    guard isTerminalLight else { return shipped(brand.theme) ?? dark }
    // NB: an accent that is no colour leaves the theme as it is.
    return (try? light.branded(accent: brand.accent)) ?? light
  }

  private var dark: Theme { Theme.dark.reduced(to: depth, darkTerminal: !isTerminalLight) }
  private var light: Theme { Theme.light.reduced(to: depth, darkTerminal: !isTerminalLight) }

  private func shipped(_ name: String) -> Theme? {
    try? Theme.named(name).reduced(to: depth, darkTerminal: !isTerminalLight)
  }
}
