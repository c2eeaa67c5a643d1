import FlowLanguage

/// One line of a file of variables.
struct EnvLine {
  private let text: Substring
  private let place: Place

  init(_ text: Substring, at place: Place) {
    self.text = text
    self.place = place
  }

  /// - Returns: `nil` when it is empty or a comment.
  func variable() throws(FlowProblem) -> Flow.Variable? {
    let trimmed = text.drop(while: \.isWhitespace)
    guard let first = trimmed.first, first != "#" else { return nil }
    let (name, value) = try sides()
    return Flow.Variable(name, Template(try self.value(of: value)))
  }

  /// What stands on both sides of the sign, the name being looked at.
  func sides() throws(FlowProblem) -> (name: String, value: Substring) {
    guard let sign = text.firstIndex(of: "=") else {
      throw problem("NAME=value is expected", "Нужно ИМЯ=значение")
    }
    let words = text[..<sign].split(whereSeparator: \.isWhitespace)
    let name = words.count == 2 && words[0] == "export" ? words[1] : words.first ?? ""
    let isOne = words.count == 1 || (words.count == 2 && words[0] == "export")
    let isName = name.allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
    guard isOne, isName, name.first?.isNumber == false else {
      throw problem(
        "A name is of letters of A to Z, digits and _, and begins with no digit",
        "Имя — из латинских букв, цифр и _, начинается не с цифры")
    }
    return (String(name), text[text.index(after: sign)...])
  }

  private func value(of side: Substring) throws(FlowProblem) -> String {
    let start = side.drop(while: \.isWhitespace)
    guard let quote = start.first, quote == "\"" || quote == "'" else {
      // A sign of a comment in the middle of a word is of the word.
      var value = ""
      for character in start {
        if character == "#", value.last?.isWhitespace ?? (start.startIndex != side.startIndex) {
          break
        }
        value.append(character)
      }
      while value.last?.isWhitespace == true { value.removeLast() }
      return value
    }
    return try quoted(start.dropFirst(), by: quote)
  }

  private func quoted(_ text: Substring, by quote: Character) throws(FlowProblem) -> String {
    var value = ""
    var rest = text
    while let character = rest.popFirst() {
      if character == quote {
        let after = rest.drop(while: \.isWhitespace)
        guard after.isEmpty || after.first == "#" else {
          throw problem(
            "Nothing but a comment may stand behind the quotes",
            "После кавычек может стоять только комментарий")
        }
        return value
      }
      guard character == "\\", quote == "\"", let next = rest.popFirst() else {
        value.append(character)
        continue
      }
      switch next {
      case "n": value.append("\n")
      case "t": value.append("\t")
      case "r": value.append("\r")
      case "\"", "\\", "$": value.append(next)
      default: value += "\\\(next)"
      }
    }
    throw problem("The quotes are not closed in this line", "Кавычки в этой строке не закрыты")
  }

  private func problem(_ english: String, _ russian: String) -> FlowProblem {
    FlowProblem(place, en: english, ru: russian)
  }
}
