import YAML

extension Kind where Value == Template {
  static var text: Kind {
    Kind(.text) { node, reading in reading.template(node) }
  }

  /// A regular expression.
  static var pattern: Kind {
    Kind(.pattern) { node, reading in
      guard let template = reading.template(node) else { return nil }
      if let literal = template.literal { reading.check(pattern: literal, of: node) }
      return template
    }
  }

  /// A whole number, or `${…}` that becomes one.
  static func numberOrScript(_ range: ClosedRange<Int>) -> Kind {
    Kind(.number(range, isTemplate: true)) { node, reading in
      guard let template = reading.template(node) else { return nil }
      if case .script(let source, _) = template.pieces.first, template.pieces.count == 1,
        let number = Double(source.trimmed), Int(exactly: number).map(range.contains) != true
      {
        _ = reading.number(String(source.trimmed), range, of: node)
        return nil
      }
      guard let literal = template.literal else { return template }
      return reading.number(literal, range, of: node).map { Template(String($0)) }
    }
  }

  static func degrees(_ most: Double) -> Kind {
    Kind(.degrees(most)) { node, reading in
      guard let template = reading.template(node) else { return nil }
      guard let literal = template.literal else { return template }
      guard let number = Double(literal), abs(number) <= most else {
        reading.report(
          node.mark, en: "\"\(literal.prefix(40))\" is no number of degrees",
          ru: "«\(literal.prefix(40))» — не градусы",
          hint: Wording(
            en: "A number from -\(Int(most)) to \(Int(most)), such as 55.7558",
            ru: "Число от -\(Int(most)) до \(Int(most)), например 55.7558"))
        return nil
      }
      return template
    }
  }

  static func wordOrScript(_ words: Shape.Words) -> Kind {
    Kind(.word(words, isTemplate: true)) { node, reading in
      guard let template = reading.template(node) else { return nil }
      guard let literal = template.literal else { return template }
      return reading.word(literal, words, of: node).map { Template($0) }
    }
  }
}

extension Kind where Value == String {
  /// A text that is used as it stands.
  static var plain: Kind {
    Kind(.plainText) { node, reading in
      guard let text = reading.attempt({ () throws(YAMLError) in try node.string() }) else {
        return nil
      }
      guard !text.contains("${") else {
        reading.report(
          node.mark, en: "Nothing is put in for ${…} here", ru: "Здесь «${…}» не подставляется",
          hint: Wording(en: "Write the text itself", ru: "Напишите сам текст"))
        return nil
      }
      return text
    }
  }

  static func word(_ words: Shape.Words) -> Kind {
    Kind(.word(words, isTemplate: false)) { node, reading in
      reading.attempt { () throws(YAMLError) in try node.string() }
        .flatMap { reading.word($0, words, of: node) }
    }
  }
}

extension FlowReading {
  /// One of the words; an empty list of words takes any.
  func word(_ word: String, _ words: Shape.Words, of node: YAMLNode) -> String? {
    let known = words.all(in: surroundings)
    guard !known.isEmpty, !known.contains(word) else { return word }
    report(
      node.mark, en: "\"\(word.prefix(40))\" is not known here",
      ru: "Что такое «\(word.prefix(40))», здесь неизвестно",
      hint: Nearest.hint(to: word, among: known))
    return nil
  }

  func number(_ text: String, _ range: ClosedRange<Int>, of node: YAMLNode) -> Int? {
    if let number = Int(text), range.contains(number) { return number }
    report(
      node.mark, en: "Expected a whole number, found \"\(text.prefix(40))\"",
      ru: "Нужно целое число, а здесь «\(text.prefix(40))»",
      hint: Wording(
        en: "From \(range.lowerBound) to \(range.upperBound)",
        ru: "От \(range.lowerBound) до \(range.upperBound)"))
    return nil
  }

  /// A regular expression that has a fault, or is too much.
  func check(pattern: String, of node: YAMLNode) {
    let signs = Set("\\()[]{}*+?|".utf8)
    guard pattern.utf8.contains(where: signs.contains) else { return }
    if let isRight = library.patterns[pattern] {
      if isRight { return }
    } else {
      var depth = 0
      let depths = pattern.utf8.map { byte in
        depth += "([".utf8.contains(byte) ? 1 : ")]".utf8.contains(byte) ? -1 : 0
        return depth
      }
      // The reader of regular expressions takes one level of the machine's stack for each.
      let isSmall = pattern.utf8.count <= 2000 && (depths.max() ?? 0) <= 40
      let isRight = isSmall && (try? Regex(pattern)) != nil
      library.patterns[pattern] = isRight
      if isRight { return }
    }
    report(
      node.mark, en: "\"\(pattern.prefix(60))\" is no regular expression",
      ru: "«\(pattern.prefix(60))» — не регулярное выражение",
      hint: Wording(
        en: "Write a backslash before signs that are meant themselves: \\( \\[ \\* \\+ \\?",
        ru: "Ставьте обратную косую черту перед знаками, которые значат себя: \\( \\[ \\* \\+ \\?"))
  }
}
