import FlowLanguage
import Testing

/// `${…}` in texts.
struct TemplateReadingTests {
  @Test(
    arguments: [
      ("a b", [.text("a b")]), ("${NAME}", [.variable("NAME")]),
      ("'${ NAME }'", [.variable("NAME")]), ("$5 {a}", [.text("$5 {a}")]),
      ("a${B}c", [.text("a"), .variable("B"), .text("c")]),
      ("\\${A} ${B}", [.text("${A} "), .variable("B")]),
      ("\\\\${A}", [.text("\\${A}")]), ("${}", []), ("'a${  }b'", [.text("a"), .text("b")]),
      ("${имя}", [.variable("имя")]),
      ("${output.a}", [.script("output.a", place(3, 16))]),
      ("${true}", [.script("true", place(3, 16))]), ("${1}", [.script("1", place(3, 16))]),
      ("x${'}' + `a${b}`}y", [.text("x"), .script("'}' + `a${b}`", place(3, 17)), .text("y")]),
      ("\"${{field: 'value'}}\"", [.script("{field: 'value'}", place(3, 17))]),
      ("${/[}/]}/.test(A)}", [.script("/[}/]}/.test(A)", place(3, 16))]),
      ("${A / 2 /* } */}", [.script("A / 2 /* } */", place(3, 16))]),
      (
        "${a.b}ж${c.d}",
        [
          .script("a.b", place(3, 16)), .text("ж"), .script("c.d", place(3, 23)),
        ]
      ),
    ] as [(String, [Template.Piece])])
  func `a text with what is put in`(text: String, pieces: [Template.Piece]) {
    let (steps, problems) = readSteps("- inputText: \(text)")
    #expect(problems == [])
    #expect(steps.map(\.command) == [.inputText(TextInput(Template(pieces)))])
  }

  @Test func `a sign alone is no script, whatever follows below`() {
    let (steps, problems) = readSteps("- inputText: $5\n- inputText: ${a.b}")
    #expect(problems == [])
    let script = Template([.script("a.b", place(4, 16))])
    #expect(
      steps.map(\.command) == [.inputText(TextInput("$5")), .inputText(TextInput(script))])
  }

  @Test func `a script of several lines knows its line`() {
    let (steps, problems) = readSteps(
      """
      - inputText: |-
          one
          ${a.b} and
          two ${c.d}
      """)
    #expect(problems == [])
    let pieces: [Template.Piece] = [
      .text("one\n"), .script("a.b", place(5, 7)), .text(" and\ntwo "),
      .script("c.d", place(6, 11)),
    ]
    #expect(steps.map(\.command) == [.inputText(TextInput(Template(pieces)))])
  }

  @Test(arguments: [
    ("${A", "${ is not closed by }", 14), ("a ${'b}", "The script has a ' that is not closed", 16),
    ("\"${a(}\"", "The script has a } that closes nothing", 15),
    ("${`a}", "The script has a ` that is not closed", 14),
    ("${/* a}", "The script has a /* that is not closed", 14),
    ("${a]}", "The script has a ] that closes nothing", 14),
  ])
  func `a script that cannot be one`(text: String, words: String, column: Int) {
    let (_, problems) = readSteps("- inputText: \(text)")
    #expect(problems.map(\.english) == ["3:\(column + 2): \(words)"])
  }

  @Test(
    arguments: [
      ("evalScript: ${output.a = 1}", "output.a = 1", 17),
      ("evalScript: ' ${output.a = 1} '", "output.a = 1", 19), ("evalScript: 2 + 1", "2 + 1", 15),
      ("evalScript: true", "true", 15), ("evalScript: {script: \"${A}\"}", "A", 24),
      ("evalScript: \"${output.x = {a: [1, '}']}}\"", "output.x = {a: [1, '}']}", 18),
    ])
  func `a script alone`(text: String, source: String, column: Int) {
    let (steps, problems) = readSteps("- \(text)")
    #expect(problems == [])
    #expect(steps.map(\.command) == [.evalScript(Script(source, at: place(3, column)))])
  }

  @Test func `a script is one`() {
    let (_, problems) = readSteps("- evalScript: ${a.b} ${c.d}\n- evalScript: (1")
    #expect(
      problems.map(\.english) == [
        "3:15: A script is one ${…}", "4:15: The script has a ( that is not closed",
      ])
  }

  @Test func `brackets without end are refused and end`() {
    let text = "'${" + String(repeating: "(", count: 100_000) + "}'"
    #expect(
      readSteps("- inputText: \(text)").problems.map(\.wording.english) == [
        "The script has too many brackets inside one another"
      ])
    let quotes = "'${" + String(repeating: "`${", count: 100_000) + "}'"
    #expect(
      readSteps("- inputText: \(quotes)").problems.map(\.wording.english) == [
        "The script has too many brackets inside one another"
      ])
  }
}
