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

  @Test(arguments: [
    ("- tapOn: A\n", 1), ("appId: a\n---\n- tapOnn: A\n", 3), ("name: a\n---\n- back\n", 1),
    ("appId: a\n---\n- tapOn:\n", 3), ("appId: a\n---\n- back\n- {back: 1, tapOn: 2}\n", 4),
    ("appId: a\nsecret: b\n---\n- back\n", 2), ("appId: a\n---\n- tapOn: {txet: A}\n", 3),
    ("appId: a\n---\n\t- back\n", 3), ("appId: a\n---\n- launchApp: {clearState: perhaps}\n", 3),
  ])
  func `what cannot be read is named with file and line`(text: String, line: Int) throws {
    let error = #expect(throws: FlowError.self) { try read(text) }
    #expect(error?.file == "a.yaml" && error?.line == line)
    #expect(error?.message.isEmpty == false)
  }

  @Test func `a flow without a name is called as its file`() throws {
    #expect(try read("appId: a\n---\n- back\n").name == "a")
  }

  private func read(_ text: String) throws -> Flow {
    try FlowReader.read(Array(text.utf8), file: "a.yaml")
  }
}
