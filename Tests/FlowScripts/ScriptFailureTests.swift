import FlowLanguage
import Testing

@testable import FlowScripts

/// What is wrong with scripts, and where.
struct ScriptFailureTests {
  @Test(arguments: [
    ("null.x", "TypeError: null is not an object (evaluating 'null.x')"),
    ("throw new Error('боль')", "Error: боль"),
    ("class Mine extends Error {}; throw new Mine('own')", "Error: own"),
    ("throw 'text'", "thrown: text"), ("throw { a: 1 }", #"thrown: {"a":1}"#),
    ("throw null", "thrown: null"), ("let a = ;", "SyntaxError: Unexpected token ';'"),
    ("JSON.parse('{')", "SyntaxError: JSON Parse error: Expected '}'"),
    ("(async () => { throw new Error('late'); })(); 1", "Error: late"),
    ("eval('throw new RangeError(1)')", "RangeError: 1"),
  ])
  func `a fault is told at the script's place`(source: String, words: String) {
    #expect(machine().words(source) == "flow.yaml:7:15: \(words)")
  }

  @Test func `a fault below the first line is told in its line`() {
    #expect(
      machine().words("const a = 1;\n\nnull.x")
        == "flow.yaml:9: TypeError: null is not an object (evaluating 'null.x')")
    #expect(
      machine().words("const a = 1;\nlet b = ;") == "flow.yaml:8: SyntaxError: Unexpected token ';'"
    )
  }

  @Test func `a function of another file tells of that`() {
    let machine = machine()
    let file = ScriptInput(
      "\noutput.fail = () => {\n  throw new Error('there');\n}",
      at: Place("a b.js", line: 1, column: 1))
    _ = machine.run(file)
    #expect(machine.words("output.fail()") == "a b.js:3: Error: there")
  }

  @Test func `deep recursion is a fault like others`() {
    let machine = machine()
    #expect(
      machine.words("function f() { return f() + 1; } f()").hasSuffix(
        "RangeError: Maximum call stack size exceeded."))
    #expect(machine.words("1 + 1") == "2")
  }

  @Test func `a text that is too long is a fault`() {
    let machine = machine()
    #expect(
      machine.words("'x'.repeat(2000000)")
        == "flow.yaml:7:15: a text of 2000000 characters; at most 1000000 are taken")
    #expect(machine.words("'é'.repeat(1000000)").utf8.count == 2_000_000)
    #expect(machine.words("throw new Error('x'.repeat(1e6))").count < 2_100)
    #expect(machine.words("'\\0'.repeat(1000000)").utf8.count == 1_000_000)
  }

  @Test func `bytes of any kind go through`() {
    let machine = machine()
    #expect(machine.words("A.length + A", variables: ["A": "\0\u{1}😀"]) == "4\0\u{1}😀")
    #expect(machine.words("'\\ud800x\\udc00'") == "\u{FFFD}x\u{FFFD}")
    #expect(
      machine.said("console.log('\\ud800'); maestro.copiedText = '\\udfff'; 1").copiedText
        == "\u{FFFD}")
    #expect(machine.words("1 +\0 1").contains("SyntaxError"))
    // Of a file that is no UTF-8 the reader has made this.
    #expect(machine.words("'\u{FFFD}'.length") == "1")
  }

  @Test func `what is not there is told with what to do`() {
    let missing = machine(library: "libnowhere.so.9")
    let words = "JavaScript needs a library: apt install libjavascriptcoregtk-4.1-0"
    #expect(missing.words("1") == "flow.yaml:7:15: \(words)")
    #expect(missing.words("2") == "flow.yaml:7:15: \(words)")
    guard case .failure(let failure) = missing.said("1").result else {
      Issue.record("no failure")
      return
    }
    #expect(
      failure.wording.russian
        == "для JavaScript нужна библиотека: apt install libjavascriptcoregtk-4.1-0")
    let none = ScriptMachine(seed: 1, program: "/nowhere")
    #expect(none.words("1") == "flow.yaml:7:15: no process for scripts: No such file or directory")
  }
}
