import Content
import Foundation
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  private func read(
    _ text: String, values: Int = 1000, depth: Int = 16
  ) throws(JSONFault) -> JSONValue {
    try JSONValue(json: Array(text.utf8), limits: JSONLimits(values: values, depth: depth))
  }

  @Test(
    arguments: [
      ("null", JSONValue.null), (" true\n", true), ("\t[ ]\r\n", []), ("{ }", [:]),
      ("\u{FEFF}{\"a\" : [1, \"x\", false]}", ["a": [1, "x", false]]),
      (#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00я""#, "\"\\/\u{8}\u{C}\n\r\tAé😀я"),
      ("-0", 0), ("-0.0", 0), ("1.0", 1), ("1e3", 1000), ("1.5", .number(1.5)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("18446744073709551615", .number(18_446_744_073_709_551_616)), ("1e-400", 0),
    ] as [(String, JSONValue)])
  func `a value is what the text says`(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "tru e", "'a'", "{a:1}", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "01",
    "-", "1.", ".5", "1e", "+1", "0x1", "NaN", "Infinity", "[1]]", "\"a", "\"\n\"", "\"\\x\"",
    "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ude00\"", "\"\\u12g4\"", "{\"a\":1}{}", "[\u{0}]", "/**/1",
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: JSONFault(.notJSON)) { try read(text) }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0xFF, 0xFE, 0x31, 0x00], [0x31, 0x00],
    ] as [[UInt8]])
  func `what is no UTF-8 is refused`(bytes: [UInt8]) {
    #expect(throws: JSONFault(.notJSON)) {
      try JSONValue(json: bytes, limits: JSONLimits(values: 10, depth: 10))
    }
  }

  @Test func `numbers that no machine holds and names that stand twice are refused by their place`()
  {
    #expect(throws: JSONFault(.outOfRange, path: [.name("a"), .index(1)])) {
      try read(#"{"a":[0,1e400]}"#)
    }
    #expect(throws: JSONFault(.duplicate, path: [.index(0), .name("b")])) {
      try read(#"[{"b":1,"c":2,"\u0062":3}]"#)
    }
  }

  @Test func `no more values and no deeper ones than are allowed`() throws {
    #expect(try read("[1,{\"a\":2}]", values: 4, depth: 2) == [1, ["a": 2]])
    #expect(throws: JSONFault(.tooManyValues)) { try read("[1,{\"a\":2}]", values: 3) }
    #expect(throws: JSONFault(.tooDeep, path: [.index(1)])) {
      try read("[1,{\"a\":2}]", depth: 1)
    }
    let abyss = String(repeating: "[", count: 1_000_000)
    #expect(throws: JSONFault.self) { try read(abyss, values: .max) }
  }

  /// What the encoder writes of any value the reader takes for the same.
  @Test func `what was written is read`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let value = JSONReaderTests.random(depth: 0, &random)
      let bytes = Array(try JSONEncoder().encode([value]))
      let read = try JSONValue(json: bytes, limits: JSONLimits(values: .max, depth: 16))
      #expect(read == .array([value]))
    }
  }

  private static func random(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .integer(Int64.random(in: -(1 << 53)...(1 << 53), using: &random))
    case 3: return .number(Double(Int.random(in: 1...99, using: &random)) + 0.25)
    case 4, 5:
      let letters = Array("aя\"\\\n\u{1}😀/\u{7F}\u{2028}")
      return .string(
        String((0..<5).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }))
    case 6: return .array((0..<3).map { _ in JSONReaderTests.random(depth: depth + 1, &random) })
    default:
      return .object(["a": JSONReaderTests.random(depth: depth + 1, &random), "я": 1])
    }
  }
}
