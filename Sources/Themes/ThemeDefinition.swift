import Cells
import YAML

/// What a theme file says, with what it inherits.
struct ThemeDefinition: Hashable {
  struct NamedColor: Hashable {
    let name: String
    var color: SRGB
    /// Entries of the palettes of 256 and of 16 colours that stand for it where the nearest one does
    /// not look best.
    var entry256: UInt8?
    var entry16: UInt8?

    /// What stands for it at a depth; `nil` where the nearest entry does.
    func entry(_ depth: ColorDepth) -> UInt8? {
      switch depth {
      case .mono, .trueColor: nil
      case .palette8: entry16.map { $0 % 8 }
      case .palette16: entry16
      case .palette256: entry256
      }
    }
  }

  /// A style before it is fitted to a depth.
  struct Recipe: Hashable {
    /// An index of `colors`; `nil` is the terminal's own.
    var ink: Int?
    var ground: Int?
    var attributes: Attributes = []
    /// What tells the token apart where colours cannot.
    var marks: Attributes = []
  }

  private(set) var isDark = true
  /// The most colours that the theme uses.
  private(set) var depth = ColorDepth.trueColor
  /// NB: arrays, not dictionaries: there are few, and they are read before the first frame.
  private(set) var colors: [NamedColor] = []
  private var recipes: [Recipe?] = Array(repeating: nil, count: ThemeToken.allCases.count)

  init(source: [UInt8], file: String) throws(ThemeError) {
    do {
      try read(source, file: file, heirs: [])
      try check(file: file)
    } catch {
      throw .file(error)
    }
  }

  subscript(token: ThemeToken) -> Recipe { recipes[token.rawValue] ?? Recipe() }

  /// The colour that a business brings: one hue for all that has it.
  mutating func setAccent(_ color: SRGB) {
    let page = self[.background].ground.map { colors[$0].color }
    // The row that has the focus is filled with it.
    let fill = page.map { Contrast.readable(color, on: $0, least: Contrast.area) } ?? color
    set(NamedColor(name: "accent", color: fill))
    set(NamedColor(name: "brand", color: Self.face(of: color)))
    guard let page else { return }
    set(NamedColor(name: "tint", color: OKLab(page).mixed(with: OKLab(color), 0.16).srgb))
  }

  /// Of the card's face: the accent's hue, so much darker or, where that is dark already, paler, that
  /// nobody takes a face for what has the focus.
  private static func face(of accent: SRGB) -> SRGB {
    let point = OKLab(accent)
    guard point.lightness >= 0.42 else {
      return OKLab(lightness: 0.86, a: point.a / 2, b: point.b / 2).srgb
    }
    let lightness = min(0.4, point.lightness - 0.2)
    let share = lightness / point.lightness
    return OKLab(lightness: lightness, a: point.a * share, b: point.b * share).srgb
  }

  private mutating func set(_ color: NamedColor) {
    if let index = colors.firstIndex(where: { $0.name == color.name }) {
      colors[index] = color
    } else {
      colors.append(color)
    }
  }

  private mutating func read(
    _ source: [UInt8], file: String, heirs: [String]
  ) throws(YAMLError) {
    let limits = YAMLLimits(bytes: 1 << 16, depth: 4, nodes: 2000)
    let root = try YAMLNode.document(in: source, file: file, limits: limits).mapping()
    try root.allow(["extends", "dark", "depth", "colors", "styles", "marks"])
    if let parent = root["extends"] {
      let name = try parent.string()
      guard let source = Theme.source(of: name) else {
        throw ThemeError.unknown(name).standing(at: parent.mark)
      }
      guard !heirs.contains(name) else {
        throw YAMLError(
          en: "The theme \"\(name)\" extends itself", ru: "Тема «\(name)» расширяет саму себя",
          at: parent.mark)
      }
      try read(source, file: name + ".yaml", heirs: heirs + [name])
    }
    if let dark = root["dark"] { isDark = try dark.bool() }
    if let depth = root["depth"] { self.depth = try Self.depth(depth) }
    for entry in try root["colors"]?.mapping().entries ?? [] {
      set(try Self.color(entry))
    }
    for entry in try root["styles"]?.mapping().entries ?? [] {
      let token = try Self.token(entry).rawValue
      var recipe = try recipe(entry.value)
      recipe.marks = recipes[token]?.marks ?? []
      recipes[token] = recipe
    }
    for entry in try root["marks"]?.mapping().entries ?? [] {
      recipes[try Self.token(entry).rawValue]?.marks = try Self.attributes(
        entry.value.string().split(separator: " ")[...], at: entry.value.mark)
    }
  }

  private func check(file: String) throws(YAMLError) {
    for token in ThemeToken.allCases where recipes[token.rawValue] == nil {
      throw YAMLError(
        en: "The style \"\(token.name)\" is missing", ru: "Не хватает стиля «\(token.name)»",
        at: YAMLMark(file: file, line: 1, column: 1))
    }
  }

  /// `ink on ground`, then attributes after a comma: `text on sheet, bold underline`.
  private func recipe(_ node: YAMLNode) throws(YAMLError) -> Recipe {
    let words = try node.string().split(separator: " ")
    guard words.count >= 3, words[1] == "on", (words.count > 3) == (words[2].last == ",") else {
      throw YAMLError(
        en: "A style is written as in \"text on ground, bold\"",
        ru: "Стиль пишется так: «text on ground, bold»", at: node.mark)
    }
    let ground = words.count > 3 ? words[2].dropLast() : words[2]
    return Recipe(
      ink: try index(of: words[0], at: node.mark), ground: try index(of: ground, at: node.mark),
      attributes: try Self.attributes(words[3...], at: node.mark))
  }

  private func index(of name: Substring, at mark: YAMLMark) throws(YAMLError) -> Int? {
    if name == "terminal" { return nil }
    guard let index = colors.firstIndex(where: { $0.name == name }) else {
      throw YAMLError(
        en: "There is no colour \"\(name)\"", ru: "Цвета «\(name)» нет", at: mark)
    }
    return index
  }

  private static func token(_ entry: YAMLMapping.Entry) throws(YAMLError) -> ThemeToken {
    guard let token = ThemeToken(stringValue: entry.key) else {
      throw YAMLError(
        en: "There is no style \"\(entry.key)\"", ru: "Стиля «\(entry.key)» нет",
        at: entry.keyMark)
    }
    return token
  }

  /// `#rrggbb`, then what stands for it among 256 colours, then among 16: `#f2773b 208 11`.
  private static func color(_ entry: YAMLMapping.Entry) throws(YAMLError) -> NamedColor {
    let text = try entry.value.string()
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let entries = words.dropFirst().map { UInt8($0) }
    guard let color = SRGB(hex: String(words.first ?? "")), words.count <= 3,
      !entries.contains(nil), (entries.first ?? 16) ?? 0 >= 16,
      (entries.dropFirst().first ?? 0) ?? 16 < 16
    else { throw ThemeError.color(text).standing(at: entry.value.mark) }
    return NamedColor(
      name: entry.key, color: color, entry256: entries.first ?? nil,
      entry16: entries.dropFirst().first ?? nil)
  }

  private static func depth(_ node: YAMLNode) throws(YAMLError) -> ColorDepth {
    let depths: [String: ColorDepth] = [
      "mono": .mono, "8": .palette8, "16": .palette16, "256": .palette256, "true": .trueColor,
    ]
    guard let depth = depths[try node.string()] else {
      throw YAMLError(
        en: "A depth is mono, 8, 16, 256 or true",
        ru: "Число цветов — «mono», «8», «16», «256» или «true»", at: node.mark)
    }
    return depth
  }

  private static func attributes(
    _ words: ArraySlice<Substring>, at mark: YAMLMark
  ) throws(YAMLError) -> Attributes {
    var attributes: Attributes = []
    for word in words {
      switch word {
      case "bold": attributes.insert(.bold)
      case "dim": attributes.insert(.dim)
      case "italic": attributes.insert(.italic)
      case "underline": attributes.insert(.underline)
      case "reverse": attributes.insert(.reverse)
      default:
        throw YAMLError(
          en: "\"\(word)\" is not an attribute of text", ru: "«\(word)» — не начертание текста",
          at: mark)
      }
    }
    return attributes
  }
}

extension ThemeError {
  /// The same with its place in a file.
  fileprivate func standing(at mark: YAMLMark) -> YAMLError {
    YAMLError(en: description, ru: russian, at: mark)
  }
}
