import FlowLanguage
import Testing

/// What means nothing in a terminal is read, and says what to write in its place when it is reached.
struct MeaninglessTests {
  @Test(arguments: [
    ("assertWithAI: A cat", "assertWithAI", true),
    ("assertWithAI: {assertion: A cat, optional: false}", "assertWithAI", false),
    ("assertNoDefectsWithAI", "assertNoDefectsWithAI", true),
    ("extractTextWithAI: {query: a, outputVariable: b}", "extractTextWithAI", true),
    ("openBrowser: https://example.com", "openBrowser", false),
    ("setPermissions: {permissions: {camera: deny}}", "setPermissions", false),
    ("openLink: {link: a, browser: true}", "openLink: browser", false),
    ("launchApp: {url: a, optional: true}", "launchApp: url", true),
    ("pressKey: Volume Up", "pressKey: Volume Up", false),
    ("pressKey: lOcK", "pressKey: lOcK", false),
    ("tapOn: {css: .a}", "selector: css", false),
    ("assertVisible: {below: {css: .a}}", "selector: css", false),
    ("travel: {points: [\"0.0,0.0\", \"0.1,0.0\"], speed: 2000}", "travel: speed", false),
    (
      "assertScreenshot: {path: a, thresholdPercentage: 90}",
      "assertScreenshot: thresholdPercentage", false
    ),
    ("runFlow: {when: {visible: {css: .a}}, commands: [back]}", "selector: css", false),
  ])
  func `a step of another kind of device`(text: String, name: String, isOptional: Bool) throws {
    let (steps, problems) = readSteps("- \(text)\n- back")
    #expect(problems == [])
    let step = try #require(steps.first)
    guard case .meaningless(let meaningless) = step.command else {
      Issue.record("\(step.command)")
      return
    }
    #expect(meaningless.name == name && step.isOptional == isOptional)
    #expect(!meaningless.advice.english.isEmpty && !meaningless.advice.russian.isEmpty)
    #expect(steps.last?.command == .back)
  }

  @Test(
    arguments: [
      (
        "scrollUntilVisible: {element: A, speed: 5, waitToSettleTimeoutMs: 1}",
        ["speed", "waitToSettleTimeoutMs"]
      ),
      ("swipe: {direction: UP, duration: 5}", ["duration"]), ("swipe: {direction: UP}", []),
      ("tapOn: {text: A, waitUntilVisible: false}", ["waitUntilVisible"]),
      ("tapOn: {text: A, waitUntilVisible: true, delay: 5, repeat: 2}", []),
      ("doubleTapOn: {text: A, delay: 5}", ["delay"]),
      ("repeat: {times: 1, commands: [{swipe: {direction: UP, duration: 5}}]}", []),
    ] as [(String, [String])])
  func `a key that changes nothing is noted with its step`(text: String, idle: [String]) {
    let (steps, problems) = readSteps("- \(text)\n- back")
    #expect(problems == [])
    #expect(steps.map(\.idle) == [idle, []])
  }

  @Test func `inside other steps only that one means nothing`() {
    let (steps, _) = readSteps("- repeat: {times: 2, commands: [back, {tapOn: {css: a}}, scroll]}")
    guard case .repeating(let repetition) = steps.first?.command else {
      Issue.record("\(steps)")
      return
    }
    #expect(repetition.steps.map(\.command).first == .back && repetition.steps.count == 3)
    guard case .meaningless = repetition.steps[1].command else {
      Issue.record("\(repetition)")
      return
    }
  }

  @Test func `media that are sent along have to be there`() {
    let files = ["cat.png": "x"]
    let (steps, problems) = readSteps(
      "- addMedia: [cat.png]\n- addMedia: {files: [dog.png]}", files)
    #expect(steps == [])
    #expect(problems.map(\.english) == ["4:22: There is no file dog.png"])
    #expect(readSteps("- addMedia: [cat.png]", files).steps.count == 1)
  }
}
