import YAML

extension YAMLError {
  /// What to write in place of what YAML does not understand.
  var hint: Wording? {
    guard let hint = YAMLError.hints.first(where: { english.hasPrefix($0.start) }) else {
      return nil
    }
    guard hint.tellsBegin, let began else { return hint.words }
    let place = "\(began.line):\(began.column)"
    return Wording(
      en: "It begins at \(place). \(hint.words.english)",
      ru: "Начало — \(place). \(hint.words.russian)")
  }

  private typealias Hint = (start: String, tellsBegin: Bool, words: Wording)

  private static let quotes = Wording(
    en: "Close the quotation mark: tapOn: \"Foo\"", ru: "Закройте кавычку: tapOn: \"Foo\"")

  private static let hints: [Hint] = [
    (
      "Mapping values are not allowed", false,
      Wording(
        en: "Put a text with a colon in it in quotes: tapOn: \"Foo: bar\"",
        ru: "Возьмите текст с двоеточием в кавычки: tapOn: \"Foo: bar\"")
    ),
    (
      "Found character that cannot start any token", false,
      Wording(
        en: "Put a text that begins with %, @ or ` in quotes: tapOn: \"@home\"",
        ru: "Возьмите текст, который начинается с %, @ или `, в кавычки: tapOn: \"@home\"")
    ),
    ("Found unexpected end of stream", true, quotes),
    ("Found unexpected document indicator", true, quotes),
    (
      "Did not find expected alphabetic or numeric character", false,
      Wording(
        en: "Put a text that begins with * or & in quotes: tapOn: \"*\"",
        ru: "Возьмите текст, который начинается с * или &, в кавычки: tapOn: \"*\"")
    ),
    (
      "Did not find expected ',' or", true,
      Wording(
        en: "Close it by ] or }, and put a text with ${…}, [ or { in it in quotes",
        ru: "Закройте скобку, а текст, в котором есть ${…}, [ или {, возьмите в кавычки")
    ),
    (
      "Did not find expected key", false,
      Wording(
        en: "Indent as the lines above; a text with quotation marks in it is in quotes as a whole: "
          + "tapOn: 'Say \"hi\"'",
        ru: "Отступ — как у строк выше; текст с кавычками внутри берут в кавычки целиком: "
          + "tapOn: 'Скажи \"да\"'")
    ),
    (
      "Found unknown escape character", false,
      Wording(
        en: "Write the backslash twice, or use single quotes: tapOn: '\\d+'",
        ru: "Удвойте обратную косую черту или возьмите одиночные кавычки: tapOn: '\\d+'")
    ),
    (
      "The tag ", false,
      Wording(
        en: "Put a text that begins with ! in quotes: tapOn: \"!\"",
        ru: "Возьмите текст, который начинается с !, в кавычки: tapOn: \"!\"")
    ),
  ]
}
