import FlowLanguage
import Loyalty
import Testing

@testable import FlowScripts

/// What is wrong with scripts before any of them is run.
struct ScriptProblemTests {
  private func problems(
    _ steps: String, header: String = "", scripts: [String: String] = [:],
    _ machine: ScriptMachine = FlowScriptsTests.machine()
  ) throws -> [FlowProblem] {
    let text = "appId: loyalhub\n\(header)---\n\(steps)"
    let (flow, wrong) = FlowReader.read(Array(text.utf8), file: "flow.yaml") { file in
      guard let script = scripts[file] else { throw FlowProblem(Place(file), en: "no", ru: "нет") }
      return Array(script.utf8)
    }
    #expect(wrong == [])
    return machine.problems(in: [try #require(flow)])
  }

  @Test(arguments: [
    ("- inputText: ${1 +}", "flow.yaml:3:16", "SyntaxError: Unexpected end of script"),
    ("- assertTrue: ${a b c}", "flow.yaml:3:17", "SyntaxError: Unexpected identifier 'b'"),
    (
      "- runFlow: {when: {true: '${1 +}'}, commands: [back]}", "flow.yaml:3:29",
      "SyntaxError: Unexpected end of script"
    ),
    ("- tapOn: {text: a, below: {id: 'x${1 +}'}}", "flow.yaml:3:36", "Unexpected end of script"),
    ("- back: {label: 'x${1 +}'}", "flow.yaml:3:21", "Unexpected end of script"),
    ("- repeat: {times: '${1 +}', commands: [back]}", "flow.yaml:3:22", "Unexpected end"),
    ("- retry: {env: {A: '${1 +}'}, commands: [back]}", "flow.yaml:3:23", "Unexpected end"),
    ("- launchApp: {arguments: {language: '${1 +}'}}", "flow.yaml:3:40", "Unexpected end"),
    ("- evalScript: ${let x = ;}", "flow.yaml:3:17", "SyntaxError: Unexpected token ';'"),
    ("- evalScript: ${ }", "flow.yaml:3:15", "There is no script in ${}"),
  ])
  func `a broken expression is told with its place`(step: String, place: String, words: String)
    throws
  {
    let problems = try problems(step)
    #expect(problems.map(\.place.description) == [place])
    #expect(problems.first?.wording.english.contains(words) == true)
  }

  @Test func `all broken ones are told, in both languages and once`() throws {
    let twice = "- runFlow: {commands: [{assertTrue: '${2 +}'}]}\n"
    let found = try problems(
      twice + "- runScript: th.js\n- runScript: th.js\n- inputText: ${1 + 1}",
      header: "env: {A: '${1 +}'}\n", scripts: ["th.js": "const a = 1;\nlet x = ;\n"])
    #expect(found.map(\.place.description) == ["flow.yaml:2:13", "flow.yaml:4:40", "th.js:2"])
    #expect(
      found.last?.text(in: .english)
        == "th.js:2: The script cannot be read: SyntaxError: Unexpected token ';'\n    │ let x = ;")
    #expect(
      found.last?.wording.russian
        == "Скрипт прочитать нельзя: SyntaxError: Unexpected token ';'")
  }

  @Test func `nothing is run, and what passes can be run`() throws {
    let machine = machine()
    let source = "{field: 'value'}; throw 1; const a = NAME ?? 2; for (;;) { await1() } // end"
    #expect(
      try problems(
        "- runScript: a.js\n- evalScript: ${output.a = 1}\n- inputText: ${await.b}",
        scripts: ["a.js": source], machine) == [])
    #expect(machine.words("typeof output.a") == "undefined")
  }

  @Test func `no process is started for what has no scripts`() throws {
    let machine = machine()
    #expect(try problems("- inputText: a ${NAME}", header: "env: {NAME: b}\n", machine) == [])
    #expect(!machine.isStarted)
  }

  @Test func `a library that is not there is told once`() throws {
    let found = try problems(
      "- inputText: ${1 + 1}\n- inputText: ${1 +}", machine(library: "libnowhere.so.9"))
    #expect(
      found.map(\.description) == [
        "flow.yaml:3:16: JavaScript needs a library: apt install libjavascriptcoregtk-4.1-0"
      ])
  }
}
