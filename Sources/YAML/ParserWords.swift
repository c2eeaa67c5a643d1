/// What libyaml 0.2.5 says of a text, in Russian.
///
/// The strings are those of its `scanner.c`, `parser.c` and `reader.c`, without what the reader says
/// of encodings: `YAMLText` has looked at these before.
enum ParserWords {
  /// - Parameter context: what was being read.
  static func russian(_ problem: String, context: String?) -> String {
    guard let words = problems.first(where: { $0.english == problem })?.russian else {
      // A newer libyaml may say more.
      let all = [problem] + (context.map { [$0] } ?? [])
      return "Это не удаётся разобрать (\(all.joined(separator: ", ")))"
    }
    let name = context.map { $0.split(separator: " ").dropFirst(2).joined(separator: " ") }
    let place = contexts.first { $0.english == name }?.russian
    return place.map { "\(words) (\($0))" } ?? words
  }

  private typealias Words = (english: String, russian: String)

  /// Behind "while parsing" or "while scanning"; "for the next token" says nothing.
  private static let contexts: [Words] = [
    ("a %TAG directive", "в директиве «%TAG»"),
    ("a %YAML directive", "в директиве «%YAML»"),
    ("a block collection", "в списке"),
    ("a block mapping", "среди ключей и значений"),
    ("a block node", "в значении"),
    ("a block scalar", "в тексте из нескольких строк"),
    ("a directive", "в директиве"),
    ("a flow mapping", "в фигурных скобках"),
    ("a flow node", "в значении"),
    ("a flow sequence", "в квадратных скобках"),
    ("a node", "в значении"),
    ("a plain scalar", "в тексте без кавычек"),
    ("a quoted scalar", "в тексте в кавычках"),
    ("a simple key", "в ключе"),
    ("a tag", "в теге"),
    ("a tag directive", "в директиве «%TAG»"),
    ("an alias", "в ссылке «*»"),
    ("an anchor", "в якоре «&»"),
  ]

  private static let problems: [Words] = [
    (
      "block sequence entries are not allowed in this context",
      "Пункт списка здесь стоять не может; проверьте отступ"
    ),
    ("control characters are not allowed", "Такой символ здесь стоять не может"),
    ("could not find expected ':'", "После ключа нет «:»"),
    ("could not find expected directive name", "У директивы нет имени"),
    ("did not find URI escaped octet", "После «%» нет кода символа"),
    ("did not find expected '!'", "Не хватает «!»"),
    ("did not find expected ',' or ']'", "Не хватает «,» или «]»"),
    ("did not find expected ',' or '}'", "Не хватает «,» или «}»"),
    (
      "did not find expected '-' indicator",
      "Здесь должен быть пункт списка, который начинается с «-»"
    ),
    ("did not find expected <document start>", "Здесь должен начинаться документ: «---»"),
    ("did not find expected <stream-start>", "Здесь должен начинаться файл"),
    ("did not find expected alphabetic or numeric character", "Здесь должна быть буква или цифра"),
    (
      "did not find expected comment or line break",
      "Здесь могут быть только комментарий или конец строки"
    ),
    ("did not find expected digit or '.' character", "Здесь должна быть цифра или «.»"),
    ("did not find expected hexdecimal number", "Здесь должно быть шестнадцатеричное число"),
    ("did not find expected key", "Здесь должен быть ключ; проверьте отступ"),
    ("did not find expected node content", "Здесь должно быть значение"),
    ("did not find expected tag URI", "Здесь должно быть имя тега"),
    ("did not find expected version number", "Здесь должен быть номер версии"),
    ("did not find expected whitespace", "Здесь должен быть пробел"),
    (
      "did not find expected whitespace or line break", "Здесь должен быть пробел или конец строки"
    ),
    ("did not find the expected '>'", "Не хватает «>»"),
    (
      "found a tab character that violates indentation",
      "Табуляция сбивает отступ; делайте его пробелами"
    ),
    (
      "found a tab character where an indentation space is expected",
      "Табуляция вместо отступа; делайте его пробелами"
    ),
    ("found an incorrect leading UTF-8 octet", "Код после «%» — не UTF-8"),
    ("found an incorrect trailing UTF-8 octet", "Код после «%» — не UTF-8"),
    ("found an indentation indicator equal to 0", "Отступ не может быть нулевым"),
    (
      "found character that cannot start any token",
      "С этого символа ничего не начинается; возьмите текст в кавычки"
    ),
    ("found duplicate %TAG directive", "Директива «%TAG» стоит здесь дважды"),
    ("found duplicate %YAML directive", "Директива «%YAML» стоит здесь дважды"),
    ("found extremely long version number", "Номер версии слишком длинный"),
    ("found incompatible YAML document", "Эту версию YAML прочитать нельзя"),
    ("found invalid Unicode character escape code", "Символа с таким кодом нет"),
    ("found undefined tag handle", "Начало тега ничего не обозначает"),
    ("found unexpected ':'", "Здесь лишнее «:»"),
    ("found unexpected document indicator", "Документ кончился раньше кавычки"),
    ("found unexpected end of stream", "Файл кончился раньше кавычки"),
    ("found unexpected non-alphabetical character", "Здесь может быть только буква"),
    ("found unknown directive name", "Такой директивы нет"),
    ("found unknown escape character", "После «\\» не может стоять этот символ"),
    ("input is too long", "Файл слишком велик"),
    (
      "mapping keys are not allowed in this context",
      "Ключ здесь стоять не может; проверьте отступ или возьмите текст в кавычки"
    ),
    (
      "mapping values are not allowed in this context",
      "Ключ и значение здесь стоять не могут; проверьте отступ или возьмите текст в кавычки"
    ),
  ]
}
