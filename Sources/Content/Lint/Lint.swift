import Cells
import Loyalty

extension Screen {
  /// What is wrong with the screen: what concerns it as a whole first, then in the order of its
  /// blocks.
  ///
  /// - Parameter before: the screen of a moment ago with what was found in it on the same ground, so
  ///   that a key that is typed costs one block and not all of them.
  public func findings(
    on ground: LintGround, since before: (screen: Screen, findings: [Finding])? = nil
  ) -> [Finding] {
    var lint = Lint(ground: ground)
    if let before { lint.know(before.findings, of: before.screen) }
    lint.check(self)
    return lint.findings
  }
}

/// Looks through a screen for what would not do in the app.
struct Lint {
  let ground: LintGround
  private(set) var findings: [Finding] = []
  /// Blocks of before, with what was found in each but for its place among the others.
  private var known: [Block.ID: (block: Block, findings: [Finding])] = [:]
  /// Blocks that had to be looked at.
  private(set) var looks = 0
  /// The block that is being looked at.
  private var index: Int?
  private var block: Block.ID?
  /// The languages whose readers see it; empty is all.
  private var locales: [String] = []

  /// Columns of a section's title in the bar.
  private static let longestTab = 14
  /// Columns of a button's label on a narrow phone: its margins and brackets take the rest.
  private static let longestLabel = ContentLimits.columns - 8

  init(ground: LintGround) {
    self.ground = ground
  }

  mutating func know(_ findings: [Finding], of screen: Screen) {
    let byRow = Dictionary(grouping: findings) { $0.index }
    var doubtful = Set<Block.ID>()
    for (index, block) in screen.blocks.enumerated() {
      let own = (byRow[index] ?? []).filter { $0.code != .duplicateID }
      if known.updateValue((block, own), forKey: block.id) != nil { doubtful.insert(block.id) }
    }
    for id in doubtful { known[id] = nil }
  }

  mutating func check(_ screen: Screen) {
    if !Screen.isSlug(screen.slug) { add(.badSlug, .error, ["slug"], screen.slug) }
    check(screen.members["title"], at: ["title"], isRequired: true, .line)
    if let tab = screen.members["tab"], tab != .null {
      let position = tab["position"]
      if position?.integer.map({ Screen.positions.contains(Int(clamping: $0)) }) != true {
        add(.badValue, .error, ["tab", "position"], position?.shortly ?? "")
      }
    }
    if screen.tab?.place == .bar {
      for (language, title) in screen.title.values.sorted(by: { $0.key < $1.key })
      where displayWidth(of: title) > Lint.longestTab {
        add(.overflow, .warning, ["title", language], String(Lint.longestTab))
      }
    }
    if screen.blocks.isEmpty { add(.emptyScreen, .error, ["blocks"]) }
    if screen.blocks.count > ContentLimits.blocks {
      add(.tooLong, .error, ["blocks"], String(ContentLimits.blocks))
    }
    var seen = Set<Block.ID>()
    for (index, block) in screen.blocks.enumerated() {
      self.index = index
      self.block = block.id
      locales = block.visibility.locales
      if block.id.rawValue.isEmpty || !seen.insert(block.id).inserted {
        add(.duplicateID, .error, ["id"], block.id.rawValue)
      }
      if let same = known[block.id], same.block == block {
        findings += same.findings.map { finding in
          var finding = finding
          finding.index = index
          return finding
        }
      } else {
        looks += 1
        check(block)
      }
    }
    index = nil
    block = nil
    locales = []
  }

  /// Whether what is being looked at is ever shown in a language.
  func isRead(in language: String) -> Bool { locales.isEmpty || locales.contains(language) }

  private mutating func check(_ block: Block) {
    if !block.kind.isKnown {
      let hasFallback = !block.fallback.values.isEmpty
      add(.unknownType, hasFallback ? .warning : .error, ["type"], block.kind.rawValue)
    }
    for field in block.kind.fields { check(field, in: block) }
    check(block.members["fallback"], at: ["fallback"], isRequired: false, .line)
    checkPicture(of: block)
    checkWindow(block)
    let version = block.members["min_client"] ?? .null
    if version != .null, block.minClient == nil {
      add(.badValue, .error, ["min_client"], version.shortly)
    }
  }

  private mutating func check(_ field: BlockField, in block: Block) {
    let value = block[field.path] ?? .null
    switch field.value {
    case .line, .text:
      check(value, at: field.path, isRequired: field.isRequired, field.value)
      if block.kind == .button { checkLabel(block.text) }
    case .action: check(BlockAction(value), at: field.path, isRequired: field.isRequired)
    case .picture: break
    case .choice, .whole, .instant, .address:
      if value == .null || value == "" {
        if field.isRequired { add(.missingField, .error, field.path, field.name) }
      } else if !field.value.fits(value) {
        let code: Finding.Code = field.value == .instant ? .badInstant : .badValue
        add(code, .error, field.path, value.shortly)
      }
    }
  }

  private mutating func checkLabel(_ text: LocalizedText) {
    for (language, label) in text.values.sorted(by: { $0.key < $1.key })
    where displayWidth(of: label) > Lint.longestLabel {
      add(.overflow, .error, ["text", language], String(Lint.longestLabel))
    }
  }

  private mutating func check(_ action: BlockAction?, at path: [String], isRequired: Bool) {
    guard let action else {
      if isRequired { add(.missingField, .error, path, "action") }
      return
    }
    switch ground.leads(action) {
    case true?: break
    case false?: add(.deadLink, .error, path + ["target"], action.target)
    case nil: add(.unknownAction, .warning, path + ["kind"], action.kind.rawValue)
    }
  }

  private mutating func checkWindow(_ block: Block) {
    for name in ["from", "to"] {
      guard let value = block[["visibility", name]], value != .null else { continue }
      if !BlockField.Value.instant.fits(value) {
        add(.badInstant, .error, ["visibility", name], value.shortly)
      }
    }
    let visibility = block.visibility
    if let from = visibility.from, let to = visibility.to, from >= to {
      add(.badWindow, .error, ["visibility", "to"])
    }
    for tier in visibility.tiers where ground.tiers?.contains(tier) == false {
      add(.unknownTier, .error, ["visibility", "tiers"], tier)
    }
    for segment in visibility.segments where ground.segments?.contains(segment) == false {
      add(.unknownSegment, .error, ["visibility", "segments"], segment)
    }
    for locale in visibility.locales where !ground.languages.contains(.init(rawValue: locale)) {
      add(.unknownLanguage, .warning, ["visibility", "locales"], locale)
    }
  }

  mutating func add(
    _ code: Finding.Code, _ severity: Finding.Severity, _ path: [String], _ detail: String = ""
  ) {
    findings.append(
      Finding(
        code: code, severity: severity, index: index, block: block, path: path,
        detail: cleaned(detail, limit: 80)))
  }
}

extension JSONValue {
  /// What a person reads of it in a finding.
  var shortly: String {
    switch self {
    case .null: ""
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .string(let text): text
    case .array: "[…]"
    case .object: "{…}"
    }
  }
}
