import Testing

@testable import YAML

/// What is wrong is told in Russian as well; only what is quoted keeps its letters.
struct YAMLWordsTests {
  @Test(arguments: [
    ("", "Файл пуст"),
    ("a: 1\n---\nb: 2\n", "Документ должен быть один, а здесь начинается второй"),
    ("a: 1\na: 2\n", "Ключ «a» стоит здесь дважды"),
    ("a:\n\tb: 1\n", "Табуляция здесь стоять не может; делайте отступ пробелами"),
    ("a: *b\n", "Выше нет законченного значения с якорем «&b»"),
    ("? [1]\n: 2\n", "Ключ должен быть текстом"),
    ("a: !ruby/object 1\n", "Тег «!ruby/object» неизвестен"),
    ("a: \u{1B}\n", "Управляющий символ U+001B здесь стоять не может; напишите \"\\u001B\""),
    ("a: x\u{FEFF}\n", "Здесь стоит невидимая метка порядка байтов (U+FEFF); удалите её"),
    ("a: \u{FFFF}\n", "Такой символ здесь стоять не может"),
    ("a: [1, 2\n", "Не хватает «,» или «]» (в квадратных скобках)"),
    ("a: {b: 1\n", "Не хватает «,» или «}» (в фигурных скобках)"),
    ("a: \"x\n", "Файл кончился раньше кавычки (в тексте в кавычках)"),
    ("a: \"\\q\"\n", "После «\\» не может стоять этот символ (в тексте в кавычках)"),
    (
      "a: b: c\n",
      "Ключ и значение здесь стоять не могут; проверьте отступ или возьмите текст в кавычки"
    ),
    ("a: @b\n", "С этого символа ничего не начинается; возьмите текст в кавычки"),
    ("- a\nb: c\n", "Здесь должен быть пункт списка, который начинается с «-» (в списке)"),
    ("%FOO 1\n---\na: 1\n", "Такой директивы нет (в директиве)"),
    ("%YAML 3.0\n---\na: 1\n", "Эту версию YAML прочитать нельзя"),
  ])
  func `a text`(_ text: String, _ russian: String) throws {
    #expect(try problem(Array(text.utf8)).russian == russian)
  }

  @Test(
    arguments: [
      ([0x61, 0xE9], "Байт 0xE9 — не UTF-8; сохраните файл в UTF-8"),
      ([0xFF, 0xFE, 0x61], "Файл обрывается посреди символа"),
      ([0xFE, 0xFF, 0xD8, 0x3D, 0, 0x61], "Здесь половина символа UTF-16"),
      ([0xFE, 0xFF, 0xDE, 0], "Здесь стоит не символ UTF-16"),
    ] as [([UInt8], String)])
  func `bytes that are no text`(_ bytes: [UInt8], _ russian: String) throws {
    #expect(try problem(bytes).russian == russian)
  }

  @Test func `a text that is too much`() throws {
    let limits = YAMLLimits(bytes: 20, depth: 2, nodes: 4)
    func russian(_ text: String) throws -> String {
      try #require(throws: YAMLError.self) {
        try YAMLNode.documents(in: text, file: "f", limits: limits)
      }.russian
    }
    #expect(
      try russian("# 3456789 123456789 1")
        == "Файл слишком велик: байтов в нём 21, а читается не больше 20")
    #expect(try russian("[[[1]]]") == "Уровней друг в друге больше, чем 2")
    #expect(
      try russian("[1, 2, 3, 4]") == "Значений вместе с повторами по ссылкам больше, чем 4")
  }

  @Test func `a value of another shape`() throws {
    let root = try YAMLNode.document(in: Array("a: [1]\nb: {}\nc:\nd: да\n".utf8), file: "f")
      .mapping()
    func russian(_ key: String, _ read: (YAMLNode) throws -> some Any) throws -> String {
      let node = try root.required(key)
      return try #require(throws: YAMLError.self) { _ = try read(node) }.russian
    }
    #expect(try russian("a") { try $0.int() } == "Нужно целое число, а здесь список")
    #expect(try russian("b") { try $0.string() } == "Нужен текст, а здесь ключи и значения")
    #expect(try russian("c") { try $0.list() } == "Нужен список, а здесь пусто")
    #expect(try russian("d") { try $0.bool() } == "Нужно «true» или «false», а здесь «да»")
    #expect(try russian("d") { try $0.mapping() } == "Нужны ключи и значения, а здесь «да»")
    let missing = try #require(throws: YAMLError.self) { try root.required("e") }
    #expect(missing.russian == "Не хватает ключа «e»")
    let unknown = try #require(throws: YAMLError.self) { try root.allow(["a", "b", "e"]) }
    #expect(unknown.russian == "Ключа «c» здесь не бывает; бывают «a», «b», «e»")
  }

  @Test func `whatever the parser says of slips of the pen, no English is left`() {
    let text = """
      %YAML 1.2
      %TAG !e! tag:yaml.org,2002:
      --- # x
      a: &x {b: [1, 'two', "th\\x72ee"]}
      c: |2
          four
      ? d
      : - *x
        - !e!str >-
          five
      ...
      """
    let strokes = Array("%TAG!&*[]{},:?-|>'\"\\#@` \t\n019xé")
    var seen = Set<String>()
    for place in text.indices {
      for stroke in strokes {
        for rest in [text[place...], ""] {
          let slip = "\(text[..<place])\(stroke)\(rest)"
          guard let error = error(in: slip), seen.insert(error.english).inserted else { continue }
          #expect(letters(outsideQuotesOf: error.russian) == "", "\(error.english)")
        }
      }
    }
    #expect(seen.count > 30)
  }

  @Test func `what a newer parser may say stands in brackets`() {
    #expect(
      ParserWords.russian("found a hat", context: "while scanning a head")
        == "Это не удаётся разобрать (found a hat, while scanning a head)")
    #expect(ParserWords.russian("found a hat", context: nil).hasSuffix("(found a hat)"))
    #expect(
      ParserWords.russian("did not find expected key", context: "while scanning a head")
        == "Здесь должен быть ключ; проверьте отступ")
  }

  private func error(in text: String) -> YAMLError? {
    do {
      _ = try YAMLNode.documents(in: text, file: "f")
      return nil
    } catch {
      return error
    }
  }

  private func problem(_ bytes: [UInt8]) throws -> YAMLError {
    try #require(throws: YAMLError.self) { try YAMLNode.document(in: bytes, file: "f") }
  }

  /// Letters of English that are neither quoted nor part of a name.
  private func letters(outsideQuotesOf words: String) -> String {
    words.replacing(/«[^»]*»|"[^"]*"|UTF-(8|16|32)|U\+[0-9A-F]+|YAML/, with: "")
      .filter { $0.isASCII && $0.isLetter }
  }
}
