import FlowLanguage
import Loyalty
import Testing

/// What cannot be read is named with its place, in both languages, and with what was expected.
struct ProblemTests {
  @Test(
    arguments: [
      (
        "- tapOnn: A", "3:3: There is no command \"tapOnn\"", "3:3: Команды «tapOnn» нет",
        "Did you mean \"tapOn\"?"
      ),
      (
        "- invalid", "3:3: There is no command \"invalid\"", "3:3: Команды «invalid» нет",
        "`loyalhub test --schema` lists all commands"
      ),
      (
        "- tapOn:", "3:3: tapOn needs a value", "3:3: Команде «tapOn» нужно значение",
        "Its keys: text, id, index, enabled, checked, selected, focused, width, height, tolerance, "
          + "traits, drawn, below, above, leftOf, rightOf, childOf, containsChild, "
          + "containsDescendants, css, displayId, point, retryTapIfNoChange, waitUntilVisible, delay, "
          + "waitToSettleTimeoutMs, repeat"
      ),
      (
        "- launchApp:", "3:3: launchApp needs a value", "3:3: Команде «launchApp» нужно значение",
        "Or write `- launchApp` without a colon"
      ),
      (
        "- {back: {}, tapOn: A}", "3:14: A step is one command; begin each with \"-\"",
        "3:14: Шаг — это одна команда; начинайте каждый с «-»",
        "What belongs to \"back\" is indented further than it"
      ),
      (
        "- tapOn: {txet: A}", "3:11: tapOn has no key \"txet\"", "3:11: У «tapOn» нет ключа «txet»",
        "Did you mean \"text\"?"
      ),
      (
        "- tapOn: {index: 1}", "3:3: Say which element: by its text or its id",
        "3:3: Назовите элемент по тексту («text») или по имени («id»)",
        "Or a `point`, such as 50%,20%"
      ),
      (
        "- tapOn: {below: {index: 1}}", "3:18: Say which element: by its text or its id",
        "3:18: Назовите элемент по тексту («text») или по имени («id»)", nil
      ),
      (
        "- setLocation: {latitude: 1}", "3:3: setLocation needs the key \"longitude\"",
        "3:3: Для «setLocation» нужен ключ «longitude»", nil
      ),
      (
        "- setLocation: 5", "3:16: setLocation takes keys and values",
        "3:16: Команде «setLocation» нужны ключи и значения",
        "Its keys: latitude, longitude, label, optional, soft"
      ),
      (
        "- setLocation: {latitude: north, longitude: 1}", "3:27: \"north\" is no number of degrees",
        "3:27: «north» — не градусы", "A number from -90 to 90, such as 55.7558"
      ),
      (
        "- launchApp: {clearState: perhaps}", "3:27: Expected true or false, found \"perhaps\"",
        "3:27: Нужно «true» или «false», а здесь «perhaps»", nil
      ),
      (
        "- pressKey: Entre", "3:13: There is no key \"Entre\"", "3:13: Клавиши «Entre» нет",
        "Did you mean \"enter\"?"
      ),
      (
        "- pressKey: f13", "3:13: There is no key \"f13\"", "3:13: Клавиши «f13» нет",
        "Did you mean \"f1\"?"
      ),
      (
        "- assertVisible: \"a(b\"", "3:18: \"a(b\" is no regular expression",
        "3:18: «a(b» — не регулярное выражение",
        "Write a backslash before signs that are meant themselves: \\( \\[ \\* \\+ \\?"
      ),
      (
        "- tapOn: {point: \"5,%\"}", "3:18: \"5,%\" is no point of the screen",
        "3:18: «5,%» — не точка на экране",
        "Cells from 0, such as 12,3, or per cent, such as 50%,20%"
      ),
      (
        "- inputRandomText: {length: many}", "3:29: Expected a whole number, found \"many\"",
        "3:29: Нужно целое число, а здесь «many»", "From 1 to 10000"
      ),
      (
        "- setDarkMode: on", "3:16: \"on\" is not known here",
        "3:16: Что такое «on», здесь неизвестно", "Known here: enabled, disabled"
      ),
      (
        "- setOrientation: potrait", "3:19: \"potrait\" is not known here",
        "3:19: Что такое «potrait», здесь неизвестно", "Did you mean \"PORTRAIT\"?"
      ),
      (
        "- swipe: {start: \"1,2\"}", "3:3: A swipe has a direction, or a start and an end",
        "3:3: У жеста «swipe» есть направление либо начало и конец",
        "{ direction: LEFT }, { direction: UP, from: Card } or { start: 90%,50%, end: 10%,50% }, "
          + "both in the same unit"
      ),
      (
        "- extendedWaitUntil: {timeout: 5}",
        "3:3: extendedWaitUntil needs `visible` or `notVisible`",
        "3:3: Команде «extendedWaitUntil» нужно «visible» или «notVisible»", nil
      ),
      (
        "- runFlow: {label: a}", "3:3: runFlow needs either `file` or `commands`",
        "3:3: Команде «runFlow» нужно что-то одно: «file» или «commands»", nil
      ),
      (
        "- repeat: {times: 2}", "3:3: repeat needs the key \"commands\"",
        "3:3: Для «repeat» нужен ключ «commands»", nil
      ),
      (
        "- runFlow: {when: {}, commands: [back]}", "3:19: The condition says nothing",
        "3:19: Условие ничего не говорит", "Its keys: visible, notVisible, true, platform"
      ),
      (
        "- runFlow: {when: {platform: iSO}, commands: [back]}", "3:30: \"iSO\" is not known here",
        "3:30: Что такое «iSO», здесь неизвестно", "Did you mean \"iOS\"?"
      ),
      (
        "- travel: 10y", "3:11: \"10y\" is no length of time",
        "3:11: «10y» — не промежуток времени",
        "travel goes ahead by minutes, hours, days or weeks, such as 90m, 6h, 10d or 2w, and by ten "
          + "years at most"
      ),
      (
        "- purchase: 1e30", "3:13: \"1e30\" is no amount of roubles",
        "3:13: «1e30» — не сумма в рублях",
        "Roubles: above 0 and at most 10000000, such as 350 or 350.50"
      ),
      (
        "- purchase: {amount: 0}", "3:22: \"0\" is no amount of roubles",
        "3:22: «0» — не сумма в рублях",
        "Roubles: above 0 and at most 10000000, such as 350 or 350.50"
      ),
      (
        "- return: -5", "3:11: \"-5\" is no amount of roubles", "3:11: «-5» — не сумма в рублях",
        "Roubles: above 0 and at most 10000000, such as 350 or 350.50"
      ),
      (
        "- repeat: {times: 2, commands: []}", "3:3: repeat has no commands",
        "3:3: У «repeat» нет команд", "commands: and below it a list of steps"
      ),
      (
        "- tapOn: {text: A, index: \"${0.5}\"}", "3:27: Expected a whole number, found \"0.5\"",
        "3:27: Нужно целое число, а здесь «0.5»", "From -10000 to 10000"
      ),
      (
        "- inputText: !!int 5", "3:14: !!int changes nothing here; write the text in quotes",
        "3:14: «!!int» здесь ничего не меняет; возьмите текст в кавычки", nil
      ),
      (
        "- inputText: !!binary aGk=",
        "3:14: !!binary changes nothing here; write the text in quotes",
        "3:14: «!!binary» здесь ничего не меняет; возьмите текст в кавычки", nil
      ),
      (
        "- travel: {label: a}", "3:3: travel needs a time", "3:3: Команде «travel» нужно время", nil
      ),
      (
        "- window: \"${A}\"", "3:11: Nothing is put in for ${…} here",
        "3:11: Здесь «${…}» не подставляется", "Write the text itself"
      ),
      (
        "- [back]", "3:3: A step is a command, not a list", "3:3: Шаг — это команда, а не список",
        "Such as `- back` or `- tapOn: History`"
      ),
      (
        "-", "3:2: Here is no command", "3:2: Здесь нет команды",
        "Such as `- back` or `- tapOn: History`"
      ),
      (
        "back", "3:1: Expected a list of steps", "3:1: Нужен список шагов",
        "Each begins with \"- \""
      ),
      (
        "- runFlow: {env: {a-b: 1}, commands: [back]}", "3:19: \"a-b\" is no name of a variable",
        "3:19: «a-b» — не имя переменной",
        "Letters, digits and _, not a digit first: USER_NAME"
      ),
      (
        "- back: x", "3:9: back takes keys and values",
        "3:9: Команде «back» нужны ключи и значения",
        "Its keys: label, optional, soft"
      ),
    ] as [(String, String, String, String?)])
  func `a step that cannot be read`(text: String, english: String, russian: String, hint: String?) {
    let (steps, problems) = readSteps(text)
    #expect(steps == [])
    #expect(problems.map(\.english) == [english])
    #expect(problems.map(\.russian) == [russian])
    #expect(problems.map(\.hint?.english) == [hint])
  }

  @Test(arguments: [
    ("size: 40", "\"40\" is no size of a terminal"),
    ("size: 0x5", "\"0x5\" is no size of a terminal"),
    ("size: 40x1001", "\"40x1001\" is no size of a terminal"),
    ("session: dmeo", "\"dmeo\" is not known here"), ("theme: drak", "\"drak\" is not known here"),
    ("language: de", "\"de\" is not known here"), ("link: tea", "\"tea\" is not known here"),
    ("motion: some", "\"some\" is not known here"),
  ])
  func `an argument that launches nothing`(text: String, words: String) {
    let (_, problems) = readSteps("- launchApp: {arguments: {\(text)}}")
    #expect(problems.map(\.wording.english) == [words])
    #expect(problems.allSatisfy { $0.hint != nil && !$0.isForeign })
  }

  @Test(arguments: [
    "10", "d", "-1d", "0d", "1.5d", "1e3d", "10 d", "١٠d", "99999999999999999999d", "3661d",
    "999999w", "''", "[1d]", "{days: 1}", "null", "10D", "1d1h",
  ])
  func `a length of time that is none`(text: String) {
    let (_, problems) = readSteps("- back\n- travel: \(text)")
    #expect(!problems.isEmpty && problems.allSatisfy { $0.place.line == 4 })
  }

  @Test func `all problems of a file come out at once`() {
    let (flow, problems) = read(
      """
      appId: loyalhub
      tgas: [a]
      onFlowStart:
        - bakc
      ---
      - tapOn: {idd: a, index: x}
      - repeat:
          times: many
          commands:
            - inputText:
            - pressKey: Nope
      - back
      """)
    #expect(flow == nil)
    #expect(
      problems.map { "\($0.place.line):\($0.place.column)" } == [
        "2:1", "4:5", "6:11", "6:26", "8:12", "10:9", "11:19",
      ])
  }

  @Test func `a problem is told with its line, a mark below it and the nearest word`() throws {
    let problem = try #require(read("appId: loyalhub\n---\n- back\n- tapOnn: Ж\n").problems.first)
    #expect(
      problem.text(in: .english) == """
        a.yaml:4:3: There is no command "tapOnn"
            │ - tapOnn: Ж
            │   ^
            Did you mean "tapOn"?
        """)
    #expect(
      problem.text(in: .russian) == """
        a.yaml:4:3: Команды «tapOnn» нет
            │ - tapOnn: Ж
            │   ^
            Может быть, «tapOn»?
        """)
    #expect("\(problem)" == problem.text(in: .english))
  }

  @Test func `of a long line what stands around the place is told, by its width`() throws {
    let long = String(repeating: "ж", count: 300)
    let text = "appId: loyalhub\n---\n- {\(long): 1, 文文: 2}\n"
    let problem = try #require(read(text).problems.first { $0.place.column > 300 })
    let lines = problem.text(in: .english).split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("    │ …жж") && lines[1].hasSuffix("文文: 2}"))
    #expect(lines[1].unicodeScalars.count == 100 + 7)
    #expect(lines[2].hasSuffix("^") && lines[2].count == lines[1].prefix { $0 != "文" }.count + 1)
  }
}
