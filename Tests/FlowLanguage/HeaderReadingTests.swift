import FlowLanguage
import Testing

/// What stands above the steps.
struct HeaderReadingTests {
  @Test func `all that a header can say`() throws {
    let (flow, problems) = read(
      """
      appId: loyalhub.coffee
      name: All of it
      tags: [smoke, ru]
      env:
        A: 1
        B: ${A}2
      properties: {owner: Vera, sprint: 7}
      onFlowStart:
        - back
      onFlowComplete:
        - scroll
      matrix: {language: [ru, en], size: 40x15, theme: dark, brand: [books]}
      jsEngine: graaljs
      ---
      - stopApp
      """)
    #expect(problems == [])
    var wanted = Flow(
      file: "a.yaml", name: "All of it", appID: "loyalhub.coffee",
      steps: [Step(.stopApp, at: place(15, 3))])
    wanted.brand = "coffee"
    wanted.tags = ["smoke", "ru"]
    wanted.env = [
      Flow.Variable("A", "1"), Flow.Variable("B", Template([.variable("A"), .text("2")])),
    ]
    wanted.properties = [Flow.Property("owner", "Vera"), Flow.Property("sprint", "7")]
    wanted.onStart = [Step(.back, at: place(9, 5))]
    wanted.onComplete = [Step(.scroll, at: place(11, 5))]
    wanted.matrix.languages = ["ru", "en"]
    wanted.matrix.sizes = ["40x15"]
    wanted.matrix.themes = ["dark"]
    wanted.matrix.brands = ["books"]
    #expect(flow == wanted)
    #expect(flow?.env.map(\.place) == [place(5, 3), place(6, 3)])
  }

  @Test(arguments: ["a.yaml", "b/a.yml", "/c/a"])
  func `a flow without a name is called as its file`(file: String) {
    let text = Array("appId: loyalhub\n---\n- back\n".utf8)
    let (flow, _) = FlowReader.read(text, file: file) { _ in [] }
    #expect(flow?.name == "a" && flow?.file == file)
  }

  @Test(
    arguments: [
      ("appId: com.example", "1:8: \"com.example\" is another app"),
      ("appId: loyalhubs", "1:8: \"loyalhubs\" is another app"),
      ("appId: ${APP}", "1:8: APP is not given"),
      ("appId: ${APP}\nenv: {APP: a.b}", "1:8: \"${APP}\" is another app"),
      ("appId: ${'loyalhub'}", "1:8: \"${'loyalhub'}\" is another app"),
      ("appId: loyalhub.", "1:8: \"loyalhub.\" is another app"),
      ("url: https://example.com", "1:1: A page of a browser is another app"),
    ])
  func `what another app is for is told apart`(header: String, words: String) {
    let (flow, problems) = read("\(header)\n---\n- back\n")
    #expect(problems.map(\.english) == [words])
    #expect(problems.allSatisfy { $0.isForeign })
    #expect(flow?.steps.map(\.command) == [.back])
  }

  @Test func `other keys of a header are told by the report, slips are refused`() {
    let header = "appId: loyalhub\nproperties: {a: 1}\nextra: [x, {y: z}]\nowner: Anna"
    let (flow, problems) = read("\(header)\n---\n- back\n")
    #expect(problems == [])
    #expect(
      flow?.properties == [
        .init("a", "1"), .init("extra", "x, y: z"), .init("owner", "Anna"),
      ])
    let slip = read("appId: loyalhub\ntag: [a]\n---\n- back\n").problems
    #expect(slip.map(\.english) == ["2:1: header has no key \"tag\""])
    #expect(slip.map { $0.hint?.english } == ["Did you mean \"tags\"?"])
  }

  @Test func `arguments of other apps are read, slips are refused`() {
    let (steps, problems) = readSteps("- launchApp: {arguments: {isTest: true}}")
    #expect(problems == [])
    #expect(steps.map(\.command) == [.launchApp(LaunchOptions(arguments: ["isTest": "true"]))])
    let slip = readSteps("- launchApp: {arguments: {langage: ru}}").problems
    #expect(slip.map(\.english) == ["3:27: arguments has no key \"langage\""])
  }

  @Test(arguments: [
    "launchApp: com.example", "stopApp: com.example", "killApp: {appId: \"${APP}\"}",
    "clearState: com.example",
  ])
  func `a step for another app is told apart`(step: String) {
    let (flow, problems) = read("appId: loyalhub\n---\n- \(step)\n")
    #expect(problems.count == 1 && problems[0].isForeign && flow?.steps.count == 1)
  }

  @Test(
    arguments: [
      ("", "1:1: The file is empty", "1:1: Файл пуст"),
      ("- back\n", "1:1: The header is missing", "1:1: Не хватает заголовка"),
      ("appId: loyalhub\n", "1:1: The steps are missing", "1:1: Не хватает шагов"),
      ("appId: loyalhub\n---\n", "1:1: The steps are missing", "1:1: Не хватает шагов"),
      (
        "a: 1\n---\n- back\n---\n- back\n", "5:1: A flow is two documents, here begins one more",
        "5:1: Сценарий — это два документа, а здесь начинается ещё один"
      ),
      (
        "appId: loyalhub\n---\n[]\n", "3:1: The flow has no step",
        "3:1: В сценарии нет ни одного шага"
      ),
      ("[]\n---\n- back\n", "1:1: The header is missing", "1:1: Не хватает заголовка"),
      (
        "name: a\n---\n- back\n", "1:1: header needs the key \"appId\"",
        "1:1: Для «header» нужен ключ «appId»"
      ),
      (
        "appId: loyalhub\ntags: a\n---\n- back\n", "2:7: Expected a list, found \"a\"",
        "2:7: Нужен список, а здесь «a»"
      ),
      (
        "appId: loyalhub\nappId: loyalhub\n---\n- back\n",
        "2:1: The key \"appId\" stands here twice",
        "2:1: Ключ «appId» стоит здесь дважды"
      ),
      (
        "appId: loyalhub\nmatrix: {size: 9}\n---\n- back\n",
        "2:16: \"9\" is no size of a terminal", "2:16: «9» — не размер терминала"
      ),
      (
        "appId: loyalhub\nmatrix: {brand: []}\n---\n- back\n", "2:17: The list is empty",
        "2:17: Список пуст"
      ),
      (
        "appId: loyalhub\nname: ' '\n---\n- back\n", "2:7: The name is empty",
        "2:7: Имя пустое"
      ),
      (
        "appId: loyalhub\nmatrix: {color: red}\n---\n- back\n",
        "2:10: matrix has no key \"color\"", "2:10: У «matrix» нет ключа «color»"
      ),
    ])
  func `a file that is no flow`(text: String, english: String, russian: String) {
    let (flow, problems) = read(text)
    #expect(flow == nil)
    #expect(problems.map(\.english) == [english])
    #expect(problems.map(\.russian) == [russian])
  }
}
