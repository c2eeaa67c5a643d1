extension YAMLNode {
  /// Whether nothing is written, or `null` or `~`.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The text of any scalar but `null`; numbers and truth values are texts as well.
  public func string() throws(YAMLError) -> String {
    guard case .scalar(let text, _) = content, !isNull else {
      throw expected("a text", "Нужен текст")
    }
    return text
  }

  /// A decimal number without a fraction.
  public func int() throws(YAMLError) -> Int {
    guard case .scalar(let text, .plain) = content, let number = Int(text) else {
      throw expected("a whole number", "Нужно целое число")
    }
    return number
  }

  /// `true` or `false`; `yes` and `no` are texts, as in YAML 1.2.
  public func bool() throws(YAMLError) -> Bool {
    guard case .scalar(let text, .plain) = content else {
      throw expected("true or false", "Нужно «true» или «false»")
    }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: throw expected("true or false", "Нужно «true» или «false»")
    }
  }

  public func list() throws(YAMLError) -> [YAMLNode] {
    guard case .sequence(let items) = content else { throw expected("a list", "Нужен список") }
    return items
  }

  public func mapping() throws(YAMLError) -> YAMLMapping {
    guard case .mapping(let mapping) = content else {
      throw expected("keys and values", "Нужны ключи и значения")
    }
    return mapping
  }

  private func expected(_ english: String, _ russian: String) -> YAMLError {
    let found = name
    return YAMLError(
      en: "Expected \(english), found \(found.english)",
      ru: "\(russian), а здесь \(found.russian)", at: mark)
  }

  private var name: (english: String, russian: String) {
    switch content {
    case .sequence: return ("a list", "список")
    case .mapping: return ("keys and values", "ключи и значения")
    case .scalar(let text, _):
      if isNull { return ("nothing", "пусто") }
      let start = text.prefix(40)
      let shown = "\(start)\(start.endIndex == text.endIndex ? "" : "…")"
      return ("\"\(shown)\"", "«\(shown)»")
    }
  }
}
