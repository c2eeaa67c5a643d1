import FlowLanguage
import Loyalty
import Testing

/// Steps of steps, and files that name others.
struct NestingReadingTests {
  @Test func `steps inside the flow`() {
    let (steps, problems) = readSteps(
      """
      - runFlow:
          when: {visible: A, notVisible: {id: b}, true: "${C}", platform: TERMINAL}
          env: {D: 1}
          label: e
          commands:
            - back
      - repeat:
          times: "${N}"
          while: {notVisible: F}
          commands: [scroll]
      - retry: {maxRetries: 3, env: {G: 2}, commands: [back]}
      """)
    #expect(problems == [])
    var condition = Condition()
    condition.visible = Selector(text: "A")
    condition.notVisible = Selector(id: "b")
    condition.isTrue = Template([.variable("C")])
    condition.platform = "Terminal"
    var flow = Subflow(steps: [Step(.back, at: place(8, 9))])
    flow.env = [Flow.Variable("D", "1")]
    flow.condition = condition
    var loop = Condition()
    loop.notVisible = Selector(text: "F")
    var retry = Retry(most: "3", steps: [Step(.back, at: place(13, 50))])
    retry.env = [Flow.Variable("G", "2")]
    #expect(
      steps == [
        Step(.runFlow(flow), at: place(3, 3), label: "e"),
        Step(
          .repeating(
            Repetition(
              times: Template([.variable("N")]), while: loop,
              steps: [Step(.scroll, at: place(12, 16))])), at: place(9, 3)),
        Step(.retry(retry), at: place(13, 3)),
      ])
  }

  @Test func `another file brings its header along`() throws {
    let other = """
      appId: loyalhub
      env: {B: 2}
      onFlowStart: [back]
      onFlowComplete: [scroll]
      ---
      - pasteText
      """
    let (steps, problems) = readSteps(
      "- runFlow: {file: ./c/../sub/b.yaml, env: {A: 1}}\n- retry: {file: sub/b.yaml}",
      ["sub/b.yaml": other])
    #expect(problems == [])
    func step(_ command: Command, _ line: Int, _ column: Int) -> Step {
      Step(command, at: Place("sub/b.yaml", line: line, column: column))
    }
    var flow = Subflow(
      file: "./c/../sub/b.yaml", steps: [step(.back, 3, 15), step(.pasteText, 6, 3)])
    flow.onComplete = [step(.scroll, 4, 18)]
    flow.env = [Flow.Variable("A", "1"), Flow.Variable("B", "2")]
    #expect(steps.first == Step(.runFlow(flow), at: place(3, 3)))
    flow.file = "sub/b.yaml"
    flow.env = [Flow.Variable("B", "2")]
    let retry = Retry(most: "1", steps: [Step(.runFlow(flow), at: place(4, 3))])
    #expect(steps.last == Step(.retry(retry), at: place(4, 3)))
  }

  @Test func `a file of JavaScript`() {
    let (steps, problems) = readSteps(
      "- runScript: a.js\n- runScript: {file: a.js, env: {A: 1}, when: {platform: ios}}",
      ["a.js": "output.a = 1"])
    #expect(problems == [])
    let script = ScriptFile(file: "a.js", source: "output.a = 1")
    var other = script
    other.env = [Flow.Variable("A", "1")]
    other.condition = changed(Condition()) { $0.platform = "iOS" }
    #expect(steps.map(\.command) == [.runScript(script), .runScript(other)])
  }

  @Test func `what is not there is told where it is named`() {
    let (steps, problems) = readSteps("- runFlow: b.yaml\n- runScript: {file: c.js}\n- runFlow: ''")
    #expect(steps == [])
    #expect(
      problems.map(\.english) == [
        "3:12: b.yaml: nothing is there", "4:21: c.js: nothing is there",
        "5:12: A file has a name",
      ])
    #expect(problems[0].russian == "3:12: b.yaml: там ничего нет")
  }

  @Test func `a file with a problem is told once, and whoever names it is not played`() {
    let (steps, problems) = readSteps(
      "- runFlow: b.yaml\n- runFlow: {file: b.yaml}", ["b.yaml": "appId: loyalhub\n---\n- bakc\n"])
    #expect(steps == [])
    #expect(problems.map(\.place) == [Place("b.yaml", line: 3, column: 3)])
  }

  @Test func `a circle is told with all of its places`() {
    let (steps, problems) = readSteps(
      "- back\n- runFlow: b/c.yaml",
      [
        "b/c.yaml": "appId: loyalhub\nonFlowStart:\n  - runFlow: d.yaml\n---\n- back\n",
        "b/d.yaml": "appId: loyalhub\n---\n- retry: {file: ../a.yaml}\n",
      ])
    #expect(steps == [])
    #expect(
      problems.map { $0.text(in: .english) } == [
        """
        b/d.yaml:3:17: a.yaml is being read already, so that it would go on without end
            │ - retry: {file: ../a.yaml}
            │                 ^
            The circle: a.yaml:4:12 → b/c.yaml:3:14 → b/d.yaml:3:17
        """
      ])
  }

  @Test func `files inside one another have an end`() {
    var files: [String: String] = [:]
    for level in 1...40 {
      files["\(level).yaml"] = "appId: loyalhub\n---\n- runFlow: \(level + 1).yaml\n"
    }
    let (_, problems) = readSteps("- runFlow: 1.yaml", files)
    #expect(problems.map(\.wording.english) == ["More than 30 files lie inside one another"])
    #expect(problems.map(\.place.file) == ["29.yaml"])
  }

  @Test func `a file that others name ten times each is read once`() {
    var files: [String: String] = ["20.yaml": "appId: loyalhub\n---\n- back\n"]
    for level in 1..<20 {
      let steps = String(repeating: "- runFlow: \(level + 1).yaml\n", count: 10)
      files["\(level).yaml"] = "appId: loyalhub\n---\n\(steps)"
    }
    var loads = 0
    let (flow, problems) = FlowReader.read(
      Array("appId: loyalhub\n---\n- runFlow: 1.yaml\n".utf8), file: "a.yaml"
    ) { path in
      loads += 1
      return Array((files[path] ?? "").utf8)
    }
    #expect(problems == [] && flow?.steps.count == 1 && loads == 20)
  }
}
