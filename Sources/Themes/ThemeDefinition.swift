import Cells
import YAML

/// What a theme file says, with what it inherits.
struct ThemeDefinition: Hashable {
  /// A style before its colours are looked up.
  struct Recipe: Hashable {
    var ink: String
    var ground: String
    var attributes: Attributes
  }

  /// The name for the terminal's own colours.
  static let terminal = "terminal"
  /// The colour that a business brings.
  static let accent = "accent"

  private(set) var isDark = true
  /// The most colours that the theme uses.
  private(set) var depth = ColorDepth.trueColor
  private(set) var colors: [String: SRGB] = [:]
  private(set) var recipes: [ThemeToken: Recipe] = [:]
  /// What marks a token where colours cannot.
  private(set) var marks: [ThemeToken: Attributes] = [:]

  init(source: [UInt8], file: String) throws(ThemeError) {
    do {
      try read(source, file: file, heirs: [])
      try check(file: file)
    } catch {
      throw .file(error)
    }
  }

  mutating func setAccent(_ color: SRGB) {
    colors[Self.accent] = color
  }

  /// `nil` is the terminal's own colour.
  func color(_ name: String) -> SRGB? { colors[name] }

  private mutating func read(
    _ source: [UInt8], file: String, heirs: [String]
  ) throws(YAMLError) {
    let limits = YAMLLimits(bytes: 1 << 16, depth: 4, nodes: 2000)
    let root = try YAMLNode.document(in: source, file: file, limits: limits).mapping()
    try root.allow(["extends", "dark", "depth", "colors", "styles", "marks"])
    if let parent = root["extends"] {
      let name = try parent.string()
      guard let source = Theme.source(of: name) else {
        throw YAMLError(ThemeError.unknown(name).description, at: parent.mark)
      }
      guard !heirs.contains(name) else {
        throw YAMLError("The theme \"\(name)\" extends itself", at: parent.mark)
      }
      try read(source, file: name + ".yaml", heirs: heirs + [name])
    }
    if let dark = root["dark"] { isDark = try dark.bool() }
    if let depth = root["depth"] { self.depth = try Self.depth(depth) }
    for entry in try root["colors"]?.mapping().entries ?? [] {
      colors[entry.key] = try Self.color(entry.value)
    }
    for entry in try root["styles"]?.mapping().entries ?? [] {
      recipes[try Self.token(entry)] = try recipe(entry.value)
    }
    for entry in try root["marks"]?.mapping().entries ?? [] {
      marks[try Self.token(entry)] = try Self.attributes(
        entry.value.string().split(separator: " "), at: entry.value.mark)
    }
  }

  private func check(file: String) throws(YAMLError) {
    for token in ThemeToken.allCases where recipes[token] == nil {
      throw YAMLError(
        "The style \"\(token.name)\" is missing", at: YAMLMark(file: file, line: 1, column: 1))
    }
  }

  /// `ink on ground`, then attributes after a comma: `text on sheet, bold underline`.
  private func recipe(_ node: YAMLNode) throws(YAMLError) -> Recipe {
    let parts = try node.string().split(separator: ",", maxSplits: 1)
    let words = parts.first?.split(separator: " ") ?? []
    guard words.count == 3, words[1] == "on" else {
      throw YAMLError("A style is written as in \"text on ground, bold\"", at: node.mark)
    }
    for name in [words[0], words[2]]
    where name != Self.terminal && colors[String(name)] == nil {
      throw YAMLError("There is no colour \"\(name)\"", at: node.mark)
    }
    return Recipe(
      ink: String(words[0]), ground: String(words[2]),
      attributes: try Self.attributes(
        parts.count > 1 ? parts[1].split(separator: " ") : [], at: node.mark))
  }

  private static func token(_ entry: YAMLMapping.Entry) throws(YAMLError) -> ThemeToken {
    guard let token = ThemeToken.named[entry.key] else {
      throw YAMLError("There is no style \"\(entry.key)\"", at: entry.keyMark)
    }
    return token
  }

  private static func color(_ node: YAMLNode) throws(YAMLError) -> SRGB {
    let text = try node.string()
    guard let color = SRGB(hex: text) else {
      throw YAMLError(ThemeError.color(text).description, at: node.mark)
    }
    return color
  }

  private static func depth(_ node: YAMLNode) throws(YAMLError) -> ColorDepth {
    let depths: [String: ColorDepth] = [
      "mono": .mono, "8": .palette8, "16": .palette16, "256": .palette256, "true": .trueColor,
    ]
    guard let depth = depths[try node.string()] else {
      throw YAMLError("A depth is mono, 8, 16, 256 or true", at: node.mark)
    }
    return depth
  }

  private static func attributes(
    _ words: [Substring], at mark: YAMLMark
  ) throws(YAMLError) -> Attributes {
    var attributes: Attributes = []
    for word in words {
      switch word {
      case "bold": attributes.insert(.bold)
      case "dim": attributes.insert(.dim)
      case "italic": attributes.insert(.italic)
      case "underline": attributes.insert(.underline)
      case "reverse": attributes.insert(.reverse)
      default: throw YAMLError("\"\(word)\" is not an attribute of text", at: mark)
      }
    }
    return attributes
  }
}
