import Loyalty
import Testing

@Suite struct CleanTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
    ("a\u{07}b\u{08}c\u{7F}d\u{9B}e", "abcde"),
    ("pay \u{202E}001\u{202C} now", "pay 001 now"),
    ("\u{2066}a\u{2069}b\u{200E}c\u{200F}d\u{61C}", "abcd"),
    ("\u{FEFF}a\u{200B}b\u{2060}c\u{AD}d", "abcd"),
    ("flag\u{E0067}\u{E0062}\u{E007F}", "flag"),
    ("a\u{E0101}b\u{FFFE}c\u{FFF9}", "abc"),
    ("a\tb", "a b"),
    ("\u{301}a", "a"),
  ])
  func `what could move the cursor or reorder the line is dropped`(raw: String, clean: String) {
    #expect(cleaned(raw) == clean)
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\rb", "a\u{85}b", "a\u{2028}b", "a\u{2029}b"])
  func `each kind of line end is one newline or one space`(raw: String) {
    #expect(cleaned(raw, keepingNewlines: true) == "a\nb")
    #expect(cleaned(raw) == "a b")
  }

  @Test(arguments: ["👩‍👩‍👧‍👦", "👁️‍🗨️", "क्‍ष", "می‌خواهم", "Зёрна ☕️", "7️⃣", "🇷🇺"])
  func `words of any script and emoji stay as they are`(text: String) {
    #expect(cleaned(text) == text)
  }

  @Test(arguments: [("a\u{200D}b", "ab"), ("☕\u{200D} x", "☕ x"), ("\u{200C}ж\u{200D}", "ж")])
  func `a joiner that joins nothing is dropped`(raw: String, clean: String) {
    #expect(cleaned(raw) == clean)
  }

  @Test func `a long text ends in an ellipsis within its limit`() {
    #expect(cleaned("12345", limit: 5) == "12345")
    #expect(cleaned("123456", limit: 5) == "1234…")
    #expect(cleaned("123456", limit: 0) == "")
    #expect(cleaned(String(repeating: "👩‍👩‍👧‍👦", count: 9), limit: 4) == "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦…")
  }

  @Test func `a heap of marks on one letter is cut to what writing needs`() {
    let heap = "e" + String(repeating: "\u{301}", count: 100_000) + "nd"
    let clean = cleaned(heap)
    #expect(clean.unicodeScalars.count == 18)
    #expect(clean.hasSuffix("nd"))
  }

  @Test func `cleaning twice changes nothing more`() {
    var generator = SplitMix(state: 7)
    let pieces = [
      "a", "ж", "\n", "\r", "\t", "\u{200D}", "\u{200C}", "\u{301}", "👩", "\u{FE0F}", "\u{1F3FD}",
      "🇷", "\u{202E}", "\u{E0041}", "क", "\u{94D}", "\u{85}", " ",
    ]
    for _ in 0..<3000 {
      let raw = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let once = cleaned(raw, limit: 20, keepingNewlines: true)
      #expect(once.count <= 20)
      #expect(cleaned(once, limit: 20, keepingNewlines: true) == once)
    }
  }
}

/// Repeatable randomness (Steele, Lea, Flood: "Fast splittable pseudorandom number generators").
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
