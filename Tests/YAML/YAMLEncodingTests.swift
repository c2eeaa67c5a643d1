import Testing
import YAML

/// A file is read in each encoding of YAML 1.2.2, 5.2, and what is no text is named by its place.
struct YAMLEncodingTests {
  private func units<Unit: FixedWidthInteger>(_ units: [Unit], isBig: Bool) -> [UInt8] {
    units.flatMap { unit in
      withUnsafeBytes(of: isBig ? unit.bigEndian : unit.littleEndian) { Array($0) }
    }
  }

  private func wide(_ text: String, _ width: Int, isBig: Bool) -> [UInt8] {
    width == 2
      ? units(Array(text.utf16), isBig: isBig)
      : units(text.unicodeScalars.map(\.value), isBig: isBig)
  }

  private func problem(_ bytes: [UInt8]) throws -> YAMLError {
    try #require(throws: YAMLError.self) { try YAMLNode.document(in: bytes, file: "f") }
  }

  @Test(arguments: [2, 4], [true, false])
  func `UTF-16 and UTF-32 are read, by their mark or without one`(width: Int, isBig: Bool) throws {
    let text = "title: Кофе ☕ 👩🏽‍🍳\nother: [1, 2]\n"
    for text in ["\u{FEFF}\(text)", text] {
      let mapping = try YAMLNode.document(in: wide(text, width, isBig: isBig), file: "f").mapping()
      #expect(try mapping.required("title").string() == "Кофе ☕ 👩🏽‍🍳")
      #expect(mapping["other"]?.mark == YAMLMark(file: "f", line: 2, column: 8))
    }
    let bytes = wide("\u{FEFF}a: 1\nключ: я\n", width, isBig: isBig)
    #expect(
      try problem(Array(bytes.dropLast())).description
        == "f:2:8: The file ends in the middle of a character")
    #expect(
      try problem(wide("\u{FEFF}ключ:\n\t- 1\n", width, isBig: isBig)).description
        == "f:2:1: A tab cannot stand here; indent with spaces")
  }

  @Test func `half of a character is no character`() throws {
    let start = wide("\u{FEFF}a: ", 2, isBig: true)
    for tail: [UInt8] in [[0xD8, 0x3D, 0, 0x61], [0xDE, 0, 0, 0x61], [0xD8, 0x3D]] {
      let error = try problem(start + tail)
      #expect(error.mark == YAMLMark(file: "f", line: 1, column: 4))
    }
    let far = wide("\u{FEFF}a: ", 4, isBig: false) + [0, 0, 0x11, 0]
    #expect(try problem(far).mark == YAMLMark(file: "f", line: 1, column: 4))
  }

  @Test(arguments: [
    (Array("a: caf".utf8) + [0xE9, 0x0A], 1, 7, "E9"),
    (Array("# ключ\nтекст: ".utf8) + [0xEF, 0xF0, 0xE8], 2, 8, "EF"),
    (Array("a: 1\r\nb: \u{FEFF}".utf8) + [0xC0, 0x80], 2, 4, "C0"),
    (Array("a: 1\n".utf8) + [0xE2, 0x82], 2, 1, "E2"),
  ])
  func `a byte of Latin-1 is named with its line`(
    bytes: [UInt8], line: Int, column: Int, byte: String
  ) throws {
    #expect(
      try problem(bytes).description
        == "f:\(line):\(column): The byte 0x\(byte) is no UTF-8; save the file in UTF-8")
  }

  @Test(arguments: [
    ("a: 1\nключ: \u{1B}[2J", 2, 7, "001B"), ("\u{7F}a: 1", 1, 1, "007F"),
    ("a: 1\r\nb: ±\u{9B}", 2, 5, "009B"), ("a: \0", 1, 4, "0000"),
  ])
  func `a control character is named with its place`(
    text: String, line: Int, column: Int, code: String
  ) throws {
    #expect(
      try problem(Array(text.utf8)).description
        == "f:\(line):\(column): The control character U+\(code) cannot stand here; "
        + "write \"\\u\(code)\"")
  }

  @Test func `a byte order mark stands before any document, and in quotes`() throws {
    let text = "\u{FEFF}a: 1\n...\n\u{FEFF}# b\n\u{FEFF}---\nb: 2\n\u{FEFF}---\nc: \"\u{FEFF}x\"\n"
    let documents = try YAMLNode.documents(in: text, file: "f")
    #expect(try documents.map { try $0.mapping().entries.map(\.key) } == [["a"], ["b"], ["c"]])
    #expect(try documents[2].mapping().required("c").string() == "\u{FEFF}x")
  }

  @Test(arguments: [
    ("a: 1\n\u{FEFF}b: 2\n", 2, 1), ("a: 1\nb\u{FEFF}: 2\n", 2, 2),
    ("a: x\u{FEFF}\n", 1, 5), ("a:\n  - x\n  - \u{FEFF}y\n", 3, 5),
    ("a: |\n  one\n  two\u{FEFF}\n", 3, 6),
  ])
  func `a byte order mark anywhere else is named with its place`(
    text: String, line: Int, column: Int
  ) throws {
    #expect(
      try problem(Array(text.utf8)).description
        == "f:\(line):\(column): A byte order mark (U+FEFF), which is not seen, stands here; "
        + "remove it")
  }
}
