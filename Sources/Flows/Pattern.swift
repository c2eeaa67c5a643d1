import FlowLanguage

extension Wanted {
  /// A text or an id that is looked for.
  struct Pattern {
    var literal: String
    /// Whether it was to be a regular expression and is none.
    let isBroken: Bool
    private let expression: Regex<AnyRegexOutput>?
    /// With a sign that has something matched more than once, which can take for ever.
    private let isWatched: Bool
    private let place: Place?

    private static let signs = Set("\\()[]{}*+?|".utf8)
    private static let repeating = Set("{}*+?".utf8)
    private static let mostBytes = 2_000
    private static let mostBrackets = 40

    /// As Maestro: what is no regular expression, or equals literally, is taken literally.
    ///
    /// - Parameter place: of the step that looks for it.
    init(_ text: String, at place: Place? = nil) {
      literal = plain(text)
      self.place = place
      let expression = Pattern.isSmall(literal) ? (try? Regex(literal)) : nil
      self.expression = expression?.ignoresCase().dotMatchesNewlines().anchorsMatchLineEndings()
      isBroken = expression == nil && literal.utf8.contains(where: Pattern.signs.contains)
      isWatched = literal.utf8.contains(where: Pattern.repeating.contains)
    }

    /// The reader of regular expressions takes one level of the machine's stack for each bracket.
    private static func isSmall(_ text: String) -> Bool {
      var depth = 0
      var deepest = 0
      for byte in text.utf8 {
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
        deepest = max(deepest, depth)
      }
      return text.utf8.count <= mostBytes && deepest <= mostBrackets
    }

    func fits(_ text: String) -> Bool {
      if text == literal { return true }
      guard let expression else { return false }
      // NB: a match that fails to run (a backtracking limit, say) is no match.
      guard isWatched else { return (try? expression.wholeMatch(in: text)) != nil }
      MatchWatch.begin(literal, at: place)
      defer { MatchWatch.end() }
      return (try? expression.wholeMatch(in: text)) != nil
    }
  }

  /// Why nothing can fit: a text that was to be a regular expression.
  var fault: StepError? {
    if let broken = [text, id].compactMap(\.self).first(where: \.isBroken) {
      let pattern = String(broken.literal.prefix(60))
      return StepError(
        en: "\"\(pattern)\" is no regular expression",
        ru: "«\(pattern)» — не регулярное выражение", expected: words)
    }
    return relations.flatMap(\.others).compactMap(\.fault).first
  }
}

extension Wanted.Relation {
  fileprivate var others: [Wanted] {
    switch self {
    case .beside(_, let other), .childOf(let other): [other]
    case .contains(let others): others
    }
  }
}
