import CYAML
import Loyalty

extension YAMLNode {
  /// All documents of a text in UTF-8, UTF-16 or UTF-32 (`---` stands between them); an empty text
  /// has none.
  ///
  /// - Parameter file: the name that errors give.
  public static func documents(
    in bytes: [UInt8], file: String, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> [YAMLNode] {
    let start = YAMLMark(file: file, line: 1, column: 1)
    func tooLarge(_ english: String, _ russian: String) -> YAMLError {
      YAMLError(
        en: "The file has \(english) bytes, at most \(limits.bytes) are read",
        ru: "Файл слишком велик: байтов в нём \(russian), а читается не больше \(limits.bytes)",
        at: start)
    }
    // The same text is up to four times as long in UTF-32.
    let most = limits.bytes * 4
    // NB: whoever reads a longer one from the disk stops somewhere behind that.
    guard bytes.count <= most else { throw tooLarge("more than \(most)", "больше \(most)") }
    // NB: libyaml counts a mark as a column, so that the first name would not fit the others.
    let bytes = try YAMLText(bytes, file: file).bytes
    guard bytes.count <= limits.bytes else {
      throw tooLarge("\(bytes.count)", "\(bytes.count)")
    }
    let result = bytes.withUnsafeBufferPointer {
      (buffer) -> Result<[YAMLNode], YAMLError> in
      // A buffer without bytes may have no address.
      guard let base = buffer.baseAddress else { return .success([]) }
      guard let parser = cyaml_open(base, buffer.count) else {
        return .failure(YAMLError.noMemory(at: start))
      }
      defer { cyaml_close(parser) }
      var reader = YAMLReader(parser: parser, bytes: bytes, file: file, limits: limits)
      return Result { () throws(YAMLError) in try reader.documents() }
    }
    return try result.get()
  }

  /// The one document of a text.
  public static func document(
    in bytes: [UInt8], file: String, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> YAMLNode {
    let all = try documents(in: bytes, file: file, limits: limits)
    guard let first = all.first else {
      throw YAMLError(
        en: "The file is empty", ru: "Файл пуст", at: YAMLMark(file: file, line: 1, column: 1))
    }
    guard all.count == 1 else {
      throw YAMLError(
        en: "Only one document is expected, here begins another",
        ru: "Документ должен быть один, а здесь начинается второй", at: all[1].mark)
    }
    return first
  }
}

extension YAMLError {
  fileprivate static func noMemory(at mark: YAMLMark) -> YAMLError {
    YAMLError(
      en: "There is no memory to read the file", ru: "Не хватает памяти, чтобы прочитать файл",
      at: mark)
  }
}

/// Builds nodes from the parser's events.
struct YAMLReader {
  private struct Anchor {
    let node: YAMLNode
    /// Nodes that it stands for.
    let size: Int
    /// Levels inside it.
    let height: Int
  }

  private let parser: OpaquePointer
  private let bytes: [UInt8]
  private let file: String
  private let limits: YAMLLimits
  private var anchors: [String: Anchor] = [:]
  private var nodes = 0
  private var depth = 0
  /// The deepest level since the innermost anchor that is being read began.
  private var deepest = 0

  init(parser: OpaquePointer, bytes: [UInt8], file: String, limits: YAMLLimits) {
    self.parser = parser
    self.bytes = bytes
    self.file = file
    self.limits = limits
  }

  mutating func documents() throws(YAMLError) -> [YAMLNode] {
    var documents: [YAMLNode] = []
    while true {
      let event = try next()
      switch event.kind {
      case CYAML_STREAM_END: return documents
      case CYAML_DOCUMENT_START:
        anchors = [:]
        documents.append(try node(of: try next()))
      default: continue
      }
    }
  }

  private mutating func node(of event: cyaml_event) throws(YAMLError) -> YAMLNode {
    let mark = mark(line: event.line, column: event.column)
    if event.kind == CYAML_ALIAS { return try alias(event, at: mark) }
    try count(1, at: mark)
    let before = (nodes: nodes, deepest: deepest)
    deepest = depth
    let anchor = event.anchor.map { String(cString: $0) }
    if let tag = event.tag.map({ String(cString: $0) }), !Self.isStandard(tag) {
      throw YAMLError(
        en: "The tag \(tag) is not known", ru: "Тег «\(tag)» неизвестен", at: mark)
    }
    let node: YAMLNode
    switch event.kind {
    case CYAML_SEQUENCE_START: node = YAMLNode(.sequence(try items(at: mark)), at: mark)
    case CYAML_MAPPING_START: node = YAMLNode(.mapping(try mapping(at: mark)), at: mark)
    default:
      if !limits.takesTypes, let type = Self.statedType(of: event) {
        throw YAMLError(
          en: "!!\(type) changes nothing here; write the text in quotes",
          ru: "«!!\(type)» здесь ничего не меняет; возьмите текст в кавычки", at: mark)
      }
      let (text, style) = (Self.text(of: event), Self.style(of: event))
      // In quotes it is a character like others (YAML 1.2.2, 5.1).
      if style != .singleQuoted, style != .doubleQuoted,
        text.unicodeScalars.contains(YAMLText.mark)
      {
        throw strayMark(from: mark)
      }
      node = YAMLNode(.scalar(text, style), at: mark)
    }
    if let anchor {
      anchors[anchor] = Anchor(
        node: node, size: nodes - before.nodes + 1, height: deepest - depth)
    }
    deepest = max(deepest, before.deepest)
    return node
  }

  private mutating func items(at mark: YAMLMark) throws(YAMLError) -> [YAMLNode] {
    try enter(at: mark)
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if event.kind == CYAML_SEQUENCE_END { break }
      items.append(try node(of: event))
    }
    depth -= 1
    return items
  }

  private mutating func mapping(at mark: YAMLMark) throws(YAMLError) -> YAMLMapping {
    try enter(at: mark)
    var entries: [YAMLMapping.Entry] = []
    while true {
      let event = try next()
      if event.kind == CYAML_MAPPING_END { break }
      let key = try node(of: event)
      guard case .scalar(let name, _) = key.content else {
        throw YAMLError(
          en: "A key must be a text", ru: "Ключ должен быть текстом", at: key.mark)
      }
      entries.append(YAMLMapping.Entry(name, at: key.mark, try node(of: try next())))
    }
    depth -= 1
    return try YAMLMapping(entries, at: mark)
  }

  private mutating func alias(
    _ event: cyaml_event, at mark: YAMLMark
  ) throws(YAMLError) -> YAMLNode {
    let name = event.anchor.map { String(cString: $0) } ?? ""
    // An alias inside its own anchor finds nothing here, so no node can contain itself.
    guard let anchor = anchors[name] else {
      throw YAMLError(
        en: "No finished node before this line has the anchor &\(name)",
        ru: "Выше нет законченного значения с якорем «&\(name)»", at: mark)
    }
    try count(anchor.size, at: mark)
    try reach(depth + anchor.height, at: mark)
    return anchor.node
  }

  private mutating func enter(at mark: YAMLMark) throws(YAMLError) {
    depth += 1
    try reach(depth, at: mark)
  }

  private mutating func reach(_ level: Int, at mark: YAMLMark) throws(YAMLError) {
    guard level <= limits.depth else {
      throw YAMLError(
        en: "More than \(limits.depth) levels stand inside one another",
        ru: "Уровней друг в друге больше, чем \(limits.depth)", at: mark)
    }
    deepest = max(deepest, level)
  }

  private mutating func count(_ more: Int, at mark: YAMLMark) throws(YAMLError) {
    // Both are at most the limit, so the sum cannot overflow.
    nodes += more
    guard nodes <= limits.nodes else {
      throw YAMLError(
        en: "The file stands for more than \(limits.nodes) values",
        ru: "Значений вместе с повторами по ссылкам больше, чем \(limits.nodes)", at: mark)
    }
  }

  private func next() throws(YAMLError) -> cyaml_event {
    var event = cyaml_event()
    guard cyaml_next(parser, &event) != 0 else { throw problem() }
    return event
  }

  private func problem() -> YAMLError {
    let problem = cyaml_problem(parser)
    let mark = mark(line: problem.line, column: problem.column)
    guard let text = problem.problem else {
      return .noMemory(at: mark)
    }
    if line(problem.line)?.starts(with: [0xEF, 0xBB, 0xBF]) == true {
      return strayMark(from: self.mark(line: problem.line, column: 0))
    }
    if byte(line: problem.line, column: problem.column) == UInt8(ascii: "\t") {
      return YAMLError(
        en: "A tab cannot stand here; indent with spaces",
        ru: "Табуляция здесь стоять не может; делайте отступ пробелами", at: mark)
    }
    let what = String(cString: text)
    let context = problem.context.map { String(cString: $0) }
    var error = YAMLError(
      en: what.prefix(1).uppercased() + what.dropFirst() + (context.map { " (\($0))" } ?? ""),
      ru: ParserWords.russian(what, context: context), at: mark)
    if context != nil {
      error.began = self.mark(line: problem.context_line, column: problem.context_column)
    }
    return error
  }

  /// A byte order mark in the middle of a document; editors do not show it.
  private func strayMark(from start: YAMLMark) -> YAMLError {
    var place = (line: start.line - 1, column: start.column - 1)
    while let line = line(place.line) {
      let characters = String(decoding: line, as: UTF8.self).unicodeScalars
      if let found = characters.dropFirst(place.column).firstIndex(of: YAMLText.mark) {
        place.column = characters.distance(from: characters.startIndex, to: found)
        break
      }
      place = (place.line + 1, 0)
    }
    return YAMLError(
      en: "A byte order mark (U+FEFF), which is not seen, stands here; remove it",
      ru: "Здесь стоит невидимая метка порядка байтов (U+FEFF); удалите её",
      at: mark(line: place.line, column: place.column))
  }

  /// The bytes of a line, from 0.
  private func line(_ line: Int) -> ArraySlice<UInt8>? {
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: line + 1, omittingEmptySubsequences: false)
    return lines.indices.contains(line) ? lines[line] : nil
  }

  /// The character at a mark if it is ASCII; what stands before it may be any UTF-8.
  private func byte(line: Int, column: Int) -> UInt8? {
    guard let text = self.line(line) else { return nil }
    // NB: libyaml counts characters; a byte that continues one is not counted.
    return text.filter { $0 & 0xC0 != 0x80 }.dropFirst(column).first
  }

  private func mark(line: Int, column: Int) -> YAMLMark {
    YAMLMark(file: file, line: line + 1, column: column + 1)
  }

  private static func isStandard(_ tag: String) -> Bool {
    tag == "!" || tag.hasPrefix("tag:yaml.org,2002:")
  }

  private static func text(of event: cyaml_event) -> String {
    String(decoding: UnsafeBufferPointer(start: event.text, count: event.length), as: UTF8.self)
  }

  private static func style(of event: cyaml_event) -> YAMLNode.ScalarStyle {
    switch event.style {
    case CYAML_SINGLE_QUOTED: .singleQuoted
    case CYAML_DOUBLE_QUOTED: .doubleQuoted
    case CYAML_LITERAL: .literal
    case CYAML_FOLDED: .folded
    default: isText(event) ? .doubleQuoted : .plain
    }
  }

  /// What a scalar says that it is, unless that is a text.
  private static func statedType(of event: cyaml_event) -> Substring? {
    let standard = "tag:yaml.org,2002:"
    guard !isText(event), let tag = event.tag.map({ String(cString: $0) }), tag.hasPrefix(standard)
    else { return nil }
    return tag.dropFirst(standard.count)
  }

  /// Whether a plain scalar says that it is a text: `!!str 1`, `! 1`.
  private static func isText(_ event: cyaml_event) -> Bool {
    guard let tag = event.tag.map({ String(cString: $0) }) else { return false }
    return tag == "!" || tag == "tag:yaml.org,2002:str"
  }
}
