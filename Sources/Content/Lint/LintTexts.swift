import Cells
import Loyalty

extension Lint {
  /// Columns that a word may take before it has to be broken: a narrow phone without its margins.
  private static let longestWord = ContentLimits.columns - 4

  /// Looks at a text in all its languages.
  mutating func check(
    _ value: JSONValue?, at path: [String], isRequired: Bool, _ kind: BlockField.Value
  ) {
    let texts = LocalizedText(value).values.filter { !$0.value.isEmpty }
    if let value, value != .null, value.object == nil { add(.badValue, .error, path) }
    checkLanguages(texts, at: path, isRequired: isRequired)
    for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
      check(text, at: path + [language], kind)
    }
  }

  private mutating func checkLanguages(
    _ texts: [String: String], at path: [String], isRequired: Bool
  ) {
    let configured = ground.languages.map(\.rawValue)
    if isRequired || !texts.isEmpty {
      for (place, language) in configured.enumerated()
      where texts[language] == nil && isRead(in: language) {
        // A picture without words is nothing to who cannot see it.
        let code: Finding.Code = path.last == "alt" ? .missingAlt : .missingLanguage
        let isMust = place == 0 && ground.hasToldLanguages
        add(code, isMust ? .error : .warning, path + [language], language)
      }
    }
    for language in texts.keys.sorted() where !configured.contains(language) {
      add(.unknownLanguage, .warning, path + [language], language)
    }
  }

  private mutating func check(_ text: String, at path: [String], _ kind: BlockField.Value) {
    let limit = kind == .text ? ContentLimits.text : ContentLimits.line
    // The rest would be looked at for nothing.
    guard text.utf8.count <= limit * 8, text.count <= limit else {
      return add(.tooLong, .error, path, String(limit))
    }
    if text.unicodeScalars.contains(where: \.isControl) { add(.controlCharacter, .error, path) }
    let markup = Markup(text)
    if kind == .text, markup.isUnclosed { add(.unclosedMarkup, .warning, path) }
    let plain = kind == .text ? markup.plain : text
    let widest = plain.split(whereSeparator: \.isWhitespace).map { displayWidth(of: $0) }.max() ?? 0
    if widest > Lint.longestWord { add(.overflow, .warning, path, String(Lint.longestWord)) }
    guard kind == .text else { return }
    for link in Set(markup.spans.compactMap(\.link)).sorted(by: { $0.rawValue < $1.rawValue })
    where ground.leads(link.action) == false {
      add(.deadLink, .error, path, link.rawValue)
    }
  }
}

extension BlockField.Value {
  /// Whether a value is of this kind.
  func fits(_ value: JSONValue) -> Bool {
    switch self {
    case .line, .text: value.object != nil
    case .choice(let names): value.string.map(names.contains) ?? false
    case .whole(let range): value.integer.map { range.contains(Int(clamping: $0)) } ?? false
    case .instant: value.string.flatMap(Instant.init(rfc3339:)) != nil
    case .address: value.string.map(LintGround.isAddress) ?? false
    case .picture: value.object != nil && Lint.oddParts(ofPicture: value).isEmpty
    case .action: BlockAction(value) != nil
    }
  }
}

extension Unicode.Scalar {
  /// What could move a cursor or reorder a line, but for line ends and tabs.
  fileprivate var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x200C, 0x200D: false
    default: properties.generalCategory == .control || properties.generalCategory == .format
    }
  }
}
