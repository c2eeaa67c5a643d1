import Cells
import Glibc
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), (" ", 1), ("~", 1), ("é", 1), ("e\u{301}", 1), ("й", 1), ("и\u{306}", 1), ("Ё", 1),
    ("₽", 1), ("…", 1), ("█", 1), ("★", 1), ("世", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ข", 1), ("क्ष", 2), ("का", 2), ("👨", 2), ("🎉", 2),
    ("🇷🇺", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("❤", 1), ("❤️", 1), ("❤️‍🔥", 1), ("🏳️‍🌈", 1),
    ("1️⃣", 1), ("🏴\u{E0067}\u{E0062}\u{E007F}", 2),
  ])
  func `a cluster is as wide as the terminal shows it`(cluster: String, width: Int) throws {
    #expect(displayWidth(of: try #require(cluster.first)) == width)
    #expect(displayWidth(of: cluster) == width)
  }

  @Test(arguments: [
    "\0", "\u{7}", "\u{8}", "\t", "\n", "\r", "\r\n", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}",
    "\u{9D}", "\u{9F}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2028}",
    "\u{2029}", "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FE0F}",
    "\u{301}", "\u{E0001}",
  ])
  func `what steers or cannot stand alone has no width`(text: String) {
    #expect(displayWidth(of: text) == 0)
  }

  @Test func `single scalars are as wide as glibc says`() throws {
    // NB: `wcwidth` hides behind a feature macro that Swift's module of glibc does not set.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    let utf8 = try #require(newlocale(Int32(1) << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(utf8)
    defer {
      uselocale(before)
      freelocale(utf8)
    }
    var wrong: [String] = []
    for value in UInt32(0x20)...0x10_FFFF where value != 0xAD {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = Int(wcwidth(Int32(value)))
      // -1 are controls and what this glibc does not know yet.
      guard expected >= 0, displayWidth(of: Character(scalar)) != expected else { continue }
      wrong.append("U+\(String(value, radix: 16)) is \(expected)")
    }
    #expect(wrong.isEmpty)
  }

  @Test func `a text is as wide as its clusters`() {
    #expect(displayWidth(of: "Зёрна ☕ 世界") == 6 + 2 + 1 + 4)
    #expect(displayWidth(of: "") == 0)
  }
}
