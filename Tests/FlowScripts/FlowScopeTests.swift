import FlowLanguage
import Testing

@testable import FlowScripts

struct FlowScopeTests {
  private static let place = Place("flow.yaml", line: 3, column: 9)

  private static func scope(
    _ scripts: any ScriptRunning = RecordingScripts(), secrets: Set<String> = []
  ) -> FlowScope {
    FlowScope(scripts: scripts, seed: 4, secrets: secrets, now: { 77 })
  }

  private static func script(_ source: String) -> Template {
    Template([.script(source, place)])
  }

  private static func failure(_ body: () throws(ScriptFailure) -> String) -> String {
    do throws(ScriptFailure) {
      return "no failure: \(try body())"
    } catch {
      return "\(error)"
    }
  }

  @Test func `plain variables start no process`() throws {
    let machine = machine()
    let scope = Self.scope(machine)
    try scope.push([
      Flow.Variable("NAME", "Мария"),
      Flow.Variable("HELLO", Template([.text("Hi, "), .variable("NAME")])),
    ])
    #expect(try scope.render(Template([.variable("HELLO"), .text("!")])) == "Hi, Мария!")
    #expect(try scope.render("plain") == "plain")
    #expect(try scope.holds(Template([.variable("true")])))
    #expect(try scope.render(Self.script(" \n")) == "")
    #expect(
      Self.failure { () throws(ScriptFailure) in try scope.render(Template([.variable("NMAE")])) }
        .hasPrefix("NMAE is not defined"))
    #expect(!machine.isStarted)
    #expect(try scope.render(Self.script("NAME.length")) == "5")
    #expect(machine.isStarted)
  }

  @Test func `levels hide those around them until they end`() throws {
    let scope = Self.scope()
    func value(_ name: String) throws -> String { try scope.render(Template([.variable(name)])) }
    try scope.push([Flow.Variable("A", "outer"), Flow.Variable("B", "kept")])
    try scope.push([Flow.Variable("A", Template([.variable("A"), .text("+inner")]))])
    #expect(try value("A") == "outer+inner")
    #expect(try value("B") == "kept")
    #expect(throws: ScriptFailure.self) {
      try scope.push([
        Flow.Variable("A", "lost"), Flow.Variable("C", Template([.variable("NONE")])),
      ])
    }
    #expect(try value("A") == "outer+inner")
    scope.pop()
    #expect(try value("A") == "outer")
  }

  @Test func `texts that grow without bounds are stopped`() throws {
    func variable(_ name: String, of inner: String) -> Flow.Variable {
      Flow.Variable(name, Template(Array(repeating: .variable(inner), count: 10)))
    }
    let scope = Self.scope()
    try scope.push([Flow.Variable("A", Template(String(repeating: "x", count: 24)))])
    #expect(
      Self.failure { () throws(ScriptFailure) in
        try scope.push(zip("BCDEFGH", "ABCDEFG").map { variable("\($0)", of: "\($1)") })
        return ""
      } == "${E}: a text has at most 1000000 bytes with all that is put in")
    #expect(scope.levels.count == 1)
    try scope.push(zip("BCD", "ABC").map { variable("\($0)", of: "\($1)") })
    let long = Template(Array(repeating: .variable("D"), count: 40))
    #expect(try scope.render(long).utf8.count == 960_000)
    try scope.push((1...8).map { Flow.Variable("L\($0)", long) })
    #expect(
      Self.failure { () throws(ScriptFailure) in
        try scope.push([Flow.Variable("L9", long)])
        return ""
      } == "the variables of a flow have at most 8000000 bytes together")
  }

  @Test func `a name that is not there is told with the nearest`() throws {
    let scope = Self.scope()
    try scope.push([Flow.Variable("USER_NAME", "x"), Flow.Variable("PHONE", "y")])
    func words(_ name: String) -> String {
      Self.failure { () throws(ScriptFailure) in try scope.render(Template([.variable(name)])) }
    }
    #expect(
      words("USERNAME")
        == "USERNAME is not defined; did you mean USER_NAME?; where it may be missing, write ${USERNAME || ''}"
    )
    #expect(words("OTHER") == "OTHER is not defined; where it may be missing, write ${OTHER || ''}")
  }

  @Test func `a script finds the variables, the clock and what was copied`() throws {
    let scripts = RecordingScripts()
    scripts.answer = ScriptOutput(.success("5"), console: ["a\u{1B}[2J"], copiedText: "new")
    let scope = Self.scope(scripts)
    scope.copiedText = "old"
    try scope.push([Flow.Variable("A", "1"), Flow.Variable("output", "mine")])
    try scope.push([Flow.Variable("A", "2")])
    #expect(try scope.evaluate(Script("A", at: Self.place)) == "5")
    #expect(
      scripts.asked == [
        ScriptInput("A", at: Self.place, now: 77, variables: ["A": "2"], copiedText: "old")
      ])
    #expect(scope.copiedText == "new")
    #expect(scope.takeConsole() == ["a[2J"])
    #expect(scope.takeConsole() == [])
  }

  @Test func `a file has its own variables`() throws {
    let scripts = RecordingScripts()
    let scope = Self.scope(scripts)
    try scope.push([Flow.Variable("A", "1")])
    var file = ScriptFile(file: "flows/a.js", source: "output.x = A")
    file.env = [Flow.Variable("A", Template([.variable("A"), .text("2")]))]
    try scope.run(file)
    #expect(scripts.asked.map(\.variables) == [["A": "12"]])
    #expect(scripts.asked.map(\.place.description) == ["flows/a.js:1:1"])
    #expect(try scope.render(Template([.variable("A")])) == "1")
  }

  @Test(arguments: [
    ("", false), ("  ", false), ("false", false), ("FALSE", false), ("undefined", false),
    ("null", false), ("0", false), ("0.0", false), ("-0", false), (" 0 ", false), ("NaN", false),
    ("true", true), ("1", true), ("no", true), ("[]", true), ("Null", true), ("00a", true),
  ])
  func `a text is true or not as in Maestro`(text: String, isTrue: Bool) throws {
    #expect(try Self.scope().holds(Template(text)) == isTrue)
  }

  @Test(arguments: [
    ("true", true), ("false", false), ("'String'", true), ("undefined", false), ("null", false),
    ("0", false), ("123", true), ("{field: 'value'}", true), ("[]", true), ("1-1", false),
    ("({})", true), ("[0]", true), ("", false), ("NAME", false), ("output.none", false),
  ])
  func `a script is true or not as in Maestro`(source: String, isTrue: Bool) throws {
    #expect(try Self.scope(machine()).holds(Self.script(source)) == isTrue)
  }

  @Test func `a name of the world is a script`() throws {
    let scope = Self.scope(machine())
    _ = try scope.evaluate(Script("output.a = 1", at: Self.place))
    #expect(try scope.render(Template([.variable("output")])) == #"{"a":1}"#)
  }

  @Test func `secrets stand in no words`() throws {
    let scope = Self.scope(machine(), secrets: ["s3cret", "s3cret-and-more"])
    try scope.push([Flow.Variable("PASSWORD", "s3cret-and-more")])
    #expect(try scope.render(Template([.variable("PASSWORD")])) == "s3cret-and-more")
    #expect(
      Self.failure { () throws(ScriptFailure) in
        try scope.render(Self.script("console.log(PASSWORD); throw new Error(PASSWORD)"))
      } == "flow.yaml:3:9: Error: •••")
    #expect(scope.takeConsole() == ["•••"])
    #expect(scope.masked("a s3cret b") == "a ••• b")
  }

  @Test func `a flow knows its file's name and what of the environment is Maestro's`() {
    let name = { (stem: Template) in Flow.Variable("MAESTRO_FILENAME", stem) }
    #expect(FlowScope.variables(of: "a/b/F1.login.yaml") == [name("F1.login")])
    #expect(FlowScope.variables(of: "-") == [name("-")])
    let environment = ["MAESTRO_X": "${A}", "HOME": "/root", "MAESTRO_FILENAME": "other"]
    let all = FlowScope.variables(of: "f.yaml", environment: environment)
    #expect(all == [name("f"), Flow.Variable("MAESTRO_X", Template("${A}"))])
  }
}
