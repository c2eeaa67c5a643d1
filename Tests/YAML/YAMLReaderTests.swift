import Testing
import YAML

struct YAMLReaderTests {
  @Test func `a byte order mark is passed over, and no column counts it`() throws {
    let text = "\u{FEFF}server: https://a.example\nother: 1\n"
    let mapping = try YAMLNode.document(in: Array(text.utf8), file: "config.yaml").mapping()
    #expect(mapping.entries.map(\.key) == ["server", "other"])
    #expect(mapping["server"]?.mark == YAMLMark(file: "config.yaml", line: 1, column: 9))
    #expect(try YAMLNode.documents(in: "\u{FEFF}a: 1\n---\n- b\n", file: "flow.yaml").count == 2)
    #expect(try YAMLNode.documents(in: "\u{FEFF}", file: "empty.yaml").isEmpty)
  }

  @Test func `a flow is a header and a list of steps`() throws {
    let text = """
      # Log in
      appId: loyalhub.coffee
      tags: [smoke, "ru"]
      ---
      - back
      - tapOn:
          id: login.resend
          enabled: false
      - inputText: '8 916 123-45-67'
      """
    let documents = try YAMLNode.documents(in: text, file: "flow.yaml")
    #expect(documents.count == 2)
    let header = try documents[0].mapping()
    #expect(try header.required("appId").string() == "loyalhub.coffee")
    #expect(try header.required("tags").list().map { try $0.string() } == ["smoke", "ru"])
    let steps = try documents[1].list()
    #expect(try steps[0].string() == "back")
    let tap = try steps[1].mapping().required("tapOn").mapping()
    #expect(tap.entries.map(\.key) == ["id", "enabled"])
    #expect(try tap.required("enabled").bool() == false)
    #expect(try steps[2].mapping().required("inputText").string() == "8 916 123-45-67")
    #expect(steps[1].mark == YAMLMark(file: "flow.yaml", line: 6, column: 3))
  }

  @Test(arguments: ["", "# only a comment\n", "\u{FEFF}"])
  func `a text without a document has none`(_ text: String) throws {
    #expect(try YAMLNode.documents(in: text, file: "f") == [])
    let error = #expect(throws: YAMLError.self) {
      try YAMLNode.document(in: Array(text.utf8), file: "f")
    }
    #expect(error?.description == "f:1:1: The file is empty")
  }

  @Test func `an alias is what it stands for`() throws {
    let root = try YAMLNode.documents(in: "a: &x [1, 2]\nb: *x\n", file: "f")[0].mapping()
    #expect(root["a"]?.content == root["b"]?.content)
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", 2, 1, "The key \"a\" stands here twice"),
    ("a:\n\tb: 1\n", 2, 1, "A tab cannot stand here; indent with spaces"),
    ("ключ:\n  - я\n \t- б\n", 3, 2, "A tab cannot stand here; indent with spaces"),
    ("a: *b\n", 1, 4, "No finished node before this line has the anchor &b"),
    ("&a [*a]\n", 1, 5, "No finished node before this line has the anchor &a"),
    ("? [1]\n: 2\n", 1, 3, "A key must be a text"),
    ("a: !ruby/object 1\n", 1, 4, "The tag !ruby/object is not known"),
    ("a: [1, 2\n", 2, 1, "Did not find expected ',' or ']' (while parsing a flow sequence)"),
  ])
  func `an error says what is wrong and where`(
    _ text: String, line: Int, column: Int, _ message: String
  ) {
    let error = #expect(throws: YAMLError.self) { try YAMLNode.documents(in: text, file: "f") }
    #expect(error?.description == "f:\(line):\(column): \(message)")
  }

  @Test func `an anchor ends with its document`() {
    #expect(throws: YAMLError.self) { try YAMLNode.documents(in: "&a 1\n---\n*a\n", file: "f") }
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61], [0x61, 0x3A, 0x20, 0xC3, 0x28], [0x00], [0x61, 0x00, 0x62],
      [0x61, 0x3A, 0x20, 0x1B, 0x5B, 0x32, 0x4A], [0xED, 0xA0, 0x80],
    ] as [[UInt8]])
  func `bytes that are no text are refused`(_ bytes: [UInt8]) {
    #expect(throws: YAMLError.self) { try YAMLNode.documents(in: bytes, file: "f") }
  }

  @Test func `a text cut anywhere is read or refused, never a trap`() throws {
    let text = Array(
      "a: &x {b: [1, 'two', \"th\\u0072ee\"]}\nc: |\n  four\nd: *x\n--- # ж\n- >\n  e".utf8)
    for end in 0...text.count {
      for start in [0, end / 2] {
        _ = try? YAMLNode.documents(in: Array(text[start..<end]), file: "f")  // Either is right.
      }
    }
    #expect(try YAMLNode.documents(in: text, file: "f").count == 2)
  }
}
