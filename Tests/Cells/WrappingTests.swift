import Cells
import TestSupport
import Testing

struct WrappingTests {
  @Test(arguments: [
    ("", 5, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 13, ["one two three"]),
    ("one  two", 20, ["one two"]),
    ("a\n\nb\n", 5, ["a", "", "b", ""]),
    ("unbreakable", 4, ["unbr", "eaka", "ble"]),
    ("a unbreakable", 4, ["a", "unbr", "eaka", "ble"]),
    ("世界你好", 3, ["世", "界", "你", "好"]),
    ("世界", 1, ["?", "?"]),
    ("баллы сгорят завтра", 12, ["баллы сгорят", "завтра"]),
    ("tab\there", 20, ["tab here"]),
    ("red \u{1B}[31m", 20, ["red [31m"]),
    ("windows\r\nlines", 20, ["windows", "lines"]),
  ])
  func `a text is broken between words`(text: String, width: Int, lines: [String]) {
    #expect(wrapped(text, width: width) == lines)
  }

  @Test func `what does not fit in the lines ends in an ellipsis`() {
    #expect(wrapped("one two three four", width: 9, maxLines: 2) == ["one two", "three…"])
    #expect(wrapped("one two three", width: 8, maxLines: 1) == ["one two…"])
    #expect(wrapped("世界你好", width: 4, maxLines: 1) == ["世…"])
    #expect(wrapped("one two", width: 1, maxLines: 2) == ["o", "…"])
    #expect(wrapped("one two", width: 7, maxLines: 1) == ["one two"])
    #expect(wrapped("one", width: 0).isEmpty)
    #expect(wrapped("one", width: -3).isEmpty)
    #expect(wrapped("one", width: 3, maxLines: 0).isEmpty)
  }

  @Test(arguments: 1...12)
  func `no line is wider than asked for and no word is lost`(width: Int) {
    var random = SeededGenerator(seed: UInt64(width))
    let alphabet: [Character] = Array("ab яё世🎉👨‍👩‍👧\n\t\u{1B}\u{202E}e\u{301}–   ")
    for _ in 0..<300 {
      let count = Int.random(in: 0...60, using: &random)
      let text = String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
      let lines = wrapped(text, width: width)
      #expect(lines.allSatisfy { displayWidth(of: $0) <= width })
      if width > 1 {
        let kept = text.filter { displayWidth(of: $0) > 0 && $0 != " " }
        #expect(lines.joined().filter { $0 != " " } == kept)
      }
      let few = wrapped(text, width: width, maxLines: 2)
      #expect(few.count <= 2 && few.allSatisfy { displayWidth(of: $0) <= width })
      #expect(few.first?.hasSuffix("…") == true || few.first == lines.first)
    }
  }

  @Test(arguments: [
    ("Loyalhub", 8, "Loyalhub"), ("Loyalhub", 7, "Loyalh…"), ("Loyalhub", 1, "…"),
    ("Loyalhub", 0, ""), ("Loyalhub", -1, ""), ("世界", 3, "世…"), ("世界", 2, "…"), ("", 0, ""),
    ("e\u{301}clair", 3, "e\u{301}c…"),
  ])
  func `a text that is too long is cut and says so`(text: String, columns: Int, result: String) {
    #expect(truncated(text, to: columns) == result)
  }

  @Test func `an ellipsis that does not fit itself is left out`() {
    #expect(truncated("Loyalhub", to: 2, ellipsis: "...") == "Lo")
    #expect(truncated("Loyalhub", to: 5, ellipsis: "...") == "Lo...")
  }
}
