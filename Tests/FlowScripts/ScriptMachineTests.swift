import FlowLanguage
import Testing

@testable import FlowScripts

/// What scripts of flows are worth.
struct ScriptMachineTests {
  @Test(arguments: [
    ("1 + 1", "2"),
    ("A + B", "12"),
    ("parseInt(A) + parseInt(B)", "3"),
    ("NAME || 'nobody'", "nobody"),
    ("NAME ?? 'nobody'", "nobody"),
    ("typeof NAME", "undefined"),
    ("'Hello, ' + A + '!'", "Hello, 1!"),
    ("`Hello, ${A}!`", "Hello, 1!"),
    ("A == '1' && B != '1'", "true"),
    ("Number(A) < 3 ? 'few' : 'many'", "few"),
    ("json('{\"items\": [{\"id\": 7}]}').items[0].id", "7"),
    ("JSON.stringify({ a: [1, 2] })", #"{"a":[1,2]}"#),
    ("'a b'.replace(/ /g, '-').toUpperCase()", "A-B"),
    ("[3, 1, 2].sort().map((n) => n * 2).join()", "2,4,6"),
    ("(() => { let sum = 0; for (const n of [1, 2, 3]) sum += n; return sum; })()", "6"),
    ("maestro.platform", "terminal"),
    ("new Date().getTime().toString()", "1790000000000"),
    ("relativePoint(0.25, 0.5)", "25%,50%"),
  ])
  func `usual lines are worth what they are elsewhere`(source: String, value: String) {
    #expect(machine().words(source, variables: ["A": "1", "B": "2"]) == value)
  }

  @Test(arguments: [
    ("[1, 2].at(-1)", "2"),
    ("Object.hasOwn({ a: 1 }, 'a')", "true"),
    (
      "class C { #x = 4; static n = 1; static { C.n = 2; } get x() { return this.#x; } }; "
        + "new C().x + C.n", "6"
    ),
    ("({ a: { b: null } }).a?.b?.c ?? 'none'", "none"),
    ("let x = null; x ??= 5; x", "5"),
    ("1_000n ** 2n", "1000000"),
    ("'a-b-c'.replaceAll('-', '+')", "a+b+c"),
    ("Object.fromEntries([['a', 1]]).a", "1"),
    ("[[1], [2]].flat().includes(2)", "true"),
    ("new Error('a', { cause: 'b' }).cause", "b"),
    ("'2026-11-27'.match(/(?<year>\\d+)/).groups.year", "2026"),
    ("[...'аб'].length", "2"),
    ("(1234.5).toLocaleString('en')", "1,234.5"),
  ])
  func `it is JavaScript of 2022`(source: String, value: String) {
    #expect(machine().words(source) == value)
  }

  @Test(arguments: [
    ("undefined", "undefined"), ("null", "null"), ("({ a: [1] })", #"{"a":[1]}"#), ("[]", "[]"),
    ("let a = {}; a.a = a; a", "[object Object]"), ("Symbol('s')", "Symbol(s)"), ("-0", "0"),
    ("({ toString() { return 'own'; } })", "own"), ("({ toString() { throw 1; } })", "{}"),
    ("new Date(0)", "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)"),
    ("let b = 1", "undefined"), ("", "undefined"),
  ])
  func `any value becomes a text`(source: String, text: String) {
    #expect(machine().words(source) == text)
  }

  @Test func `scripts share output and maestro, and nothing else`() {
    let machine = machine()
    #expect(
      machine.words("const a = 1; var b = 2; output.list = [a, b]; globalThis.c = 3; 4") == "4")
    #expect(
      machine.words("const a = 5; `${typeof b} ${typeof c} ${output.list}`")
        == "undefined undefined 1,2")
    #expect(
      machine.words("maestro.start = Date.now(); output.f = () => A; 1", variables: ["A": "x"])
        == "1")
    #expect(machine.words("output.f() + typeof maestro.start") == "xnumber")
    #expect(machine.words("Array.isArray(output.list) && Object.keys(output).join()") == "list,f")
  }

  @Test func `what was copied goes both ways`() {
    let machine = machine()
    #expect(machine.said("maestro.copiedText", copiedText: "12 ₽").result == .success("12 ₽"))
    #expect(machine.said("maestro.copiedText = 'mine'; 1", copiedText: "12 ₽").copiedText == "mine")
    #expect(machine.said("maestro.copiedText").result == .success("undefined"))
  }

  @Test func `a variable may have any name but those of the world`() {
    let machine = machine()
    let variables = ["Date": "today", "JSON": "no", "Object": "thing", "Map": "a b"]
    #expect(machine.words("Date + JSON + Object + Map", variables: variables) == "todaynothinga b")
  }

  @Test func `chance and time are the flow's`() {
    let draws = "[1, 2, 3].map(() => Math.random()).join()"
    let first = machine(seed: 9)
    let once = first.words(draws)
    #expect(once == machine(seed: 9).words(draws))
    #expect(once != machine(seed: 10).words(draws))
    #expect(once != first.words(draws))
    #expect(first.words("Math.random() < 1 && Math.random() >= 0") == "true")
    #expect(first.words("new Date(2026, 0, 2).getDate() + Date.UTC(1970, 0, 1)") == "2")
    #expect(first.words("new Date() instanceof Date && new Date().constructor === Date") == "true")
    #expect(first.words("typeof Date()") == "string")
    // As a script does that has to wait.
    #expect(
      first.words("const end = Date.now() + 5000; while (Date.now() < end) {} 'later'") == "later")
  }

  @Test func `what is said comes back line by line`() {
    let said = machine().said("console.log('a', 1, { b: [2] }); console.error('é\\nx'); 3")
    #expect(said.console == [#"a 1 {"b":[2]}"#, "é\nx"])
    let many = machine().said("for (let i = 0; i < 5000; i++) console.log(i); 1").console
    #expect(many.count == 1001 && many.last == "… 4000 more")
    let long = machine().said("console.log('x'.repeat(100000))").console
    #expect(long.map(\.count) == [2000])
  }

  @Test(arguments: [
    "Array.prototype.map = null",
    "Array.prototype.toJSON = Object.prototype.toJSON = () => 5",
    "String.prototype.toWellFormed = String.prototype.slice = String.prototype.replace = null",
    "Function.prototype.call = Function.prototype.apply = Array.prototype[Symbol.iterator] = null",
    "for (const name of Object.getOwnPropertyNames(globalThis)) try { globalThis[name] = null } catch {}",
    "Object.defineProperty(Array.prototype, '0', { set() { throw 1 } })",
    "Object.defineProperty(maestro, 'copiedText', { get() { throw 1 } })",
    "Object.freeze(maestro)",
    "output.constructor.prototype.toJSON = () => 3",
  ])
  func `what a script does to what it finds is its own affair`(source: String) {
    let machine = machine()
    let said = machine.said("console.log('a'); \(source); 7")
    #expect(said.result == .success("7"))
    #expect(said.console == ["a"])
    #expect(machine.words("[1, 2].map((n) => n + 1).join()") == "2,3")
  }

  @Test func `a fault that cannot be read is told all the same`() {
    let machine = machine()
    #expect(
      machine.words("throw Object.defineProperty(new Error('y'), 'line', { get() { throw 1; } })")
        == "flow.yaml:7:15: Error: y")
    #expect(
      machine.words("Error.prototype.toString = () => { throw 1; }; null.x")
        == "flow.yaml:7:15: {}")
    #expect(machine.words("1") == "1")
  }

  @Test func `a network is refused in words`() {
    #expect(
      machine().words("http.get('https://example.com')")
        == "flow.yaml:7:15: Error: http.get is not supported: scripts of a flow have no network; "
        + "give them what they need by env, -e or --env-file")
    #expect(machine().words("faker.name()").contains("faker.name is not supported"))
  }
}
