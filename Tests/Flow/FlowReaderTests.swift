import Loyalty
import Testing

@testable import Flows

struct FlowReaderTests {
  @Test func `every command of the first set is read with its line`() throws {
    let flow = try read(
      """
      appId: loyalhub.coffee
      name: All of them
      tags: [smoke]
      ---
      - launchApp:
          clearState: true
          arguments: {language: ru, size: 40x15}
      - tapOn: History
      - tapOn: {id: "tab.*", index: -1, enabled: true}
      - inputText: "12"
      - pressKey: Enter
      - back
      - assertVisible: {text: A.*, selected: false, optional: true}
      - assertNotVisible: B
      - takeScreenshot: end
      """)
    #expect(flow.name == "All of them" && flow.tags == ["smoke"])
    var tab = Selector(id: "tab.*")
    tab.index = -1
    tab.enabled = true
    var seen = Selector(text: "A.*")
    seen.selected = false
    let launch = LaunchOptions(
      clearState: true, arguments: ["language": "ru", "size": "40x15"])
    #expect(
      flow.steps == [
        Step(.launchApp(launch), line: 5), Step(.tapOn(Selector(text: "History")), line: 8),
        Step(.tapOn(tab), line: 9), Step(.inputText("12"), line: 10),
        Step(.pressKey("Enter"), line: 11), Step(.back, line: 12),
        Step(.assertVisible(seen), line: 13, isOptional: true),
        Step(.assertNotVisible(Selector(text: "B")), line: 14),
        Step(.takeScreenshot("end"), line: 15),
      ])
  }

  @Test(
    arguments: [
      ("purchase: 350", .purchase(amount: "350", key: nil, options: [])),
      (
        "purchase: {amount: 350.50, key: tea}", .purchase(amount: "350.50", key: "tea", options: [])
      ),
      (
        "purchase: {amount: 420, goods: [\"Bun; 2; 210\"], number: 7}",
        .purchase(amount: "420", key: nil, options: ["--goods=Bun; 2; 210", "--number=7"])
      ),
      ("return", .takeBack(amount: nil, sale: nil)), ("return:", .takeBack(amount: nil, sale: nil)),
      ("return: 100", .takeBack(amount: "100", sale: nil)),
      ("return: {sale: tea}", .takeBack(amount: nil, sale: "tea")),
      ("return: {amount: 1, sale: tea}", .takeBack(amount: "1", sale: "tea")),
      ("task: {name: A phone, keys: 4}", .task("A phone", keys: 4)),
    ] as [(String, Step.Command)])
  func `a step of our own is read with all that it says`(text: String, command: Step.Command) throws
  {
    #expect(try read("appId: a\n---\n- \(text)\n").steps.map(\.command) == [command])
  }

  @Test(arguments: [
    ("- tapOn: A\n", 1), ("appId: a\n---\n- tapOnn: A\n", 3), ("name: a\n---\n- back\n", 1),
    ("appId: a\n---\n- tapOn:\n", 3), ("appId: a\n---\n- back\n- {back: 1, tapOn: 2}\n", 4),
    ("appId: a\nsecret: b\n---\n- back\n", 2), ("appId: a\n---\n- tapOn: {txet: A}\n", 3),
    ("appId: a\n---\n\t- back\n", 3), ("appId: a\n---\n- launchApp: {clearState: perhaps}\n", 3),
    ("appId: a\n---\n- task: A phone\n", 3), ("appId: a\n---\n- task: {name: A, keys: 0}\n", 3),
  ])
  func `what cannot be read is named with file and line`(text: String, line: Int) throws {
    let error = #expect(throws: FlowError.self) { try read(text) }
    #expect(error?.file == "a.yaml" && error?.line == line)
    #expect(error?.description.hasPrefix("a.yaml:\(line):\(error?.column ?? 0): ") == true)
    #expect(error?.message.isEmpty == false)
  }

  @Test(arguments: [
    ("appId: a\n", "1:1: сценарий — это заголовок и шаги, между ними «---», а документов здесь 1"),
    ("appId: a\n---\n- tapOnn: A\n", "3:3: Команды «tapOnn» нет"),
    ("appId: a\n---\n- tapOn:\n", "3:3: Команде «tapOn» нужно значение"),
    (
      "appId: a\n---\n- {back: 1, tapOn: 2}\n",
      "3:3: Шаг — это одна команда; начинайте каждый с «-»"
    ),
    (
      "appId: a\n---\n- tapOn: {index: 1}\n",
      "3:10: Назовите элемент по тексту («text») или по имени («id»)"
    ),
    (
      "appId: a\n---\n- travel: 10y\n",
      "3:11: Команда «travel» переносит вперёд на минуты, часы, дни или недели: «90m», «6h», "
        + "«10d», «2w», и не больше чем на десять лет; здесь «10y»"
    ),
    (
      "appId: a\nsecret: b\n---\n- back\n",
      "2:1: Ключа «secret» здесь не бывает; бывают «appId», «env», «name», «tags»"
    ),
  ])
  func `why a flow cannot be read is said in Russian, too`(text: String, words: String) {
    let error = #expect(throws: FlowError.self) { try read(text) }
    #expect(error?.words(in: .russian) == "a.yaml:\(words)")
  }

  @Test(arguments: [
    ("90m", 5_400_000), ("6h", 21_600_000), ("10d", 864_000_000), ("2w", 1_209_600_000),
    ("{time: 1d, optional: true}", 86_400_000),
  ])
  func `travel goes ahead by a length of time`(text: String, milliseconds: Int64) throws {
    let flow = try read("appId: a\n---\n- back\n- travel: \(text)\n")
    #expect(flow.steps.last?.command == .travel(milliseconds))
  }

  @Test(arguments: [
    "10", "d", "-1d", "0d", "1.5d", "1e3d", "10y", "10 d", "١٠d", "99999999999999999999d", "3661d",
    "999999w", "''", "[1d]", "{days: 1}", "null", "10D", "1d1h",
  ])
  func `a length of time that is none is named with file and line`(text: String) throws {
    let error = #expect(throws: FlowError.self) {
      try read("appId: a\n---\n- back\n- travel: \(text)\n")
    }
    #expect(error?.file == "a.yaml" && error?.line == 4)
    #expect(error?.message.isEmpty == false)
  }

  @Test func `a flow without a name is called as its file`() throws {
    #expect(try read("appId: a\n---\n- back\n").name == "a")
  }

  private func read(_ text: String) throws -> Flow {
    try FlowReader.read(Array(text.utf8), file: "a.yaml")
  }
}
