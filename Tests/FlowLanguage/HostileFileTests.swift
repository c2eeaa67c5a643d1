import FlowLanguage
import Testing
import YAML

/// Whatever stands in a file, it is read or refused with a place, and soon.
struct HostileFileTests {
  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xC3, 0x28], "1:4: The byte 0xC3 is no UTF-8; save the file in UTF-8"),
      ([0xFF, 0xFE, 0x61], "1:1: The file ends in the middle of a character"),
      (
        Array("appId: loyalhub\n---\n- \u{FEFF}back\n".utf8),
        "3:3: A byte order mark (U+FEFF), which is not seen, stands here; remove it"
      ),
      (
        Array("appId: loyalhub\n---\n\t- back\n".utf8),
        "3:1: A tab cannot stand here; indent with spaces"
      ),
      (
        Array("appId: loyalhub\n---\n- back\n- [\n".utf8),
        "5:1: Did not find expected node content (while parsing a flow node)"
      ),
      (Array("&a [*a]\n".utf8), "1:5: No finished node before this line has the anchor &a"),
    ] as [([UInt8], String)])
  func `bytes that are no flow`(bytes: [UInt8], words: String) {
    let (flow, problems) = FlowReader.read(bytes, file: "a.yaml") { _ in [] }
    #expect(flow == nil)
    #expect(problems.map(\.english) == [words])
  }

  @Test(arguments: [
    ("- tapOn: Foo: bar", "3:13", "Put a text with a colon in it in quotes: tapOn: \"Foo: bar\""),
    (
      "- tapOn: @foo", "3:10",
      "Put a text that begins with %, @ or ` in quotes: tapOn: \"@home\""
    ),
    (
      "- back\n- tapOn: \"foo\n- back\n", "7:1",
      "It begins at 4:10. Close the quotation mark: tapOn: \"Foo\""
    ),
    ("- tapOn: *", "3:11", "Put a text that begins with * or & in quotes: tapOn: \"*\""),
    (
      "- tapOn: {text: ${A}}", "3:18",
      "It begins at 3:10. Close it by ] or }, and put a text with ${…}, [ or { in it in quotes"
    ),
    (
      "- tapOn: \"\\d+\"", "3:11",
      "Write the backslash twice, or use single quotes: tapOn: '\\d+'"
    ),
    ("- tapOn: {<<: {id: a}, id: b}", "3:11", "Write the keys out"),
    ("- <<: {id: a}", "3:3", "Write the keys out"),
    ("- retry: {env: {<<: {A: b}}, commands: [back]}", "3:17", "Write the keys out"),
  ])
  func `what YAML refuses has a hint in plain words`(steps: String, place: String, hint: String) {
    let problems = readSteps(steps).problems
    #expect(problems.map { "\($0.place.line):\($0.place.column)" } == [place])
    #expect(problems.map(\.hint?.english) == [hint])
    #expect(problems.allSatisfy { $0.hint?.russian != $0.hint?.english })
  }

  @Test func `a byte order mark and UTF-16 are a matter of the file`() {
    let text = "appId: loyalhub\r\n---\r\n- tapOn: Карта\r\n- nope\r\n"
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), wide] {
      let (_, problems) = FlowReader.read(bytes, file: "a.yaml") { _ in [] }
      #expect(problems.map(\.english) == ["4:3: There is no command \"nope\""])
      #expect(problems.first?.line == "- nope")
    }
  }

  @Test(arguments: ["\r", "\n", "\r\n"])
  func `whatever ends a line, the line is shown`(end: String) {
    let text = ["appId: loyalhub", "---", "- back", "", "- nope", ""].joined(separator: end)
    let problem = read(text).problems.first
    #expect(problem?.english == "5:3: There is no command \"nope\"")
    #expect(problem?.line == "- nope")
  }

  @Test func `ten megabytes are refused before they are read`() {
    let text = "appId: loyalhub\n---\n" + String(repeating: "- back\n", count: 1_500_000)
    let (flow, problems) = FlowReader.read(Array(text.utf8), file: "a.yaml") { _ in [] }
    #expect(flow == nil && problems.count == 1)
    #expect(
      problems.map(\.english) == [
        "1:1: The file has more than 4194304 bytes, at most 1048576 are read"
      ])
  }

  @Test func `a script of ten megabytes, or in another encoding, is refused`() {
    let (_, problems) = FlowReader.read(
      Array("appId: loyalhub\n---\n- runScript: a.js\n- runScript: b.js\n".utf8), file: "a.yaml"
    ) { $0 == "a.js" ? [UInt8](repeating: 0x20, count: 10 << 20) : [0xFF] }
    #expect(
      problems.map(\.english) == [
        "3:14: a.js is too large: at most 1048576 bytes are read", "4:14: b.js is no UTF-8",
      ])
  }

  @Test(arguments: [(0, false), (1, true)])
  func `a script may be as long as a flow, and not one byte longer`(more: Int, isRefused: Bool) {
    let script = [UInt8](repeating: 0x20, count: YAMLLimits().bytes + more)
    let text = Array("appId: loyalhub\n---\n- runScript: a.js\n".utf8)
    let (flow, problems) = FlowReader.read(text, file: "a.yaml") { _ in script }
    #expect((flow == nil) == isRefused && problems.isEmpty != isRefused)
  }

  @Test func `aliases that explode and levels without end are refused`() {
    var bomb = "a0: &a0 [back, back, back, back, back, back, back, back, back, back]\n"
    for level in 1...9 {
      let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(inner)]\n"
    }
    let deep = "appId: loyalhub\n---\n" + String(repeating: "- ", count: 100_000)
    let below =
      "appId: loyalhub\n---\n- tapOn: " + String(repeating: "{below: ", count: 100_000)
    for text in [bomb, deep, below] {
      let (flow, problems) = read(text)
      #expect(flow == nil && problems.count == 1 && problems[0].place.line > 0)
    }
  }

  @Test func `a hundred thousand problems are told up to a bound`() {
    let steps = String(repeating: "- x\n", count: 90_000)
    let (flow, problems) = read("appId: loyalhub\n---\n\(steps)")
    #expect(flow == nil && problems.count == 1000)
  }

  @Test func `a text of a hundred thousand scripts is read in one go`() {
    let text = String(repeating: "${a.b}", count: 150_000)
    let (steps, problems) = readSteps("- inputText: '\(text)'")
    #expect(problems == [])
    guard case .inputText(let input) = steps.first?.command else {
      Issue.record("\(steps.count)")
      return
    }
    #expect(input.text.pieces.count == 150_000)
    #expect(input.text.pieces.last == .script("a.b", place(3, 15 + 149_999 * 6 + 2)))
  }

  @Test func `regular expressions that are too much are refused`() {
    let deep = String(repeating: "(", count: 20_000) + String(repeating: ")", count: 20_000)
    let classes = String(repeating: "[", count: 5000)
    for text in [deep, classes, String(repeating: "(a|b)", count: 2000)] {
      let (_, problems) = readSteps("- tapOn: \"\(text)\"")
      #expect(problems.count == 1)
      #expect(problems.first?.wording.english.hasSuffix("is no regular expression") == true)
    }
  }

  @Test func `a flow cut anywhere is read or refused, never a trap`() {
    let text = Array(
      """
      appId: loyalhub
      env: {A: "${B}"}
      ---
      - launchApp: {arguments: {size: 40x15, window: ж}}
      - tapOn: {text: "a(b)", below: {id: c}, point: "50%,5%"}
      - inputText: |
          ${`a${"b"}` + /c/}
      - repeat: {times: 2, commands: [back, {travel: 10d}]}
      - swipe: {start: "1,2", end: "3,4"}
      """.utf8)
    for end in 0...text.count {
      for start in [0, end / 3] {
        let (flow, problems) = FlowReader.read(Array(text[start..<end]), file: "a") { _ in [] }
        #expect((flow == nil) == problems.contains { !$0.isForeign })
      }
    }
    let whole = FlowReader.read(text, file: "a") { _ in [] }
    #expect(whole.flow?.steps.count == 5 && whole.problems == [])
  }
}
