import Cells
import Terminal
import TestSupport
import Testing

struct InputDecoderTests {
  static let now = ContinuousClock.now

  static let keys: [(String, Input)] = [
    ("a", .key(.character("a"))), ("Я", .key(.character("Я"))), ("世", .key(.character("世"))),
    ("🎉", .key(.character("🎉"))), ("\r", .key(Key(.enter))), ("\n", .key(Key(.enter))),
    ("\t", .key(Key(.tab))), ("\u{7F}", .key(Key(.backspace))), ("\u{8}", .key(Key(.backspace))),
    ("\u{3}", .key(.control("c"))), ("\u{1A}", .key(.control("z"))), ("\0", .key(.control(" "))),
    ("\u{1F}", .key(.control("_"))), ("\u{1B}[A", .key(Key(.up))), ("\u{1B}OB", .key(Key(.down))),
    ("\u{1B}[C", .key(Key(.right))), ("\u{1B}OD", .key(Key(.left))),
    ("\u{1B}[1;5A", .key(Key(.up, .control))), ("\u{1B}[1;2D", .key(Key(.left, .shift))),
    ("\u{1B}[1;3C", .key(Key(.right, .alt))),
    ("\u{1B}[1;8B", .key(Key(.down, [.shift, .alt, .control]))),
    ("\u{1B}[a", .key(Key(.up, .shift))), ("\u{1B}Oc", .key(Key(.right, .control))),
    ("\u{1B}\u{1B}[A", .key(Key(.up, .alt))), ("\u{1B}O5A", .key(Key(.up, .control))),
    ("\u{1B}[H", .key(Key(.home))), ("\u{1B}OF", .key(Key(.end))),
    ("\u{1B}[1~", .key(Key(.home))), ("\u{1B}[4~", .key(Key(.end))),
    ("\u{1B}[7~", .key(Key(.home))), ("\u{1B}[8~", .key(Key(.end))),
    ("\u{1B}[2~", .key(Key(.insert))), ("\u{1B}[3~", .key(Key(.delete))),
    ("\u{1B}[5~", .key(Key(.pageUp))), ("\u{1B}[6~", .key(Key(.pageDown))),
    ("\u{1B}[6;5~", .key(Key(.pageDown, .control))), ("\u{1B}[3$", .key(Key(.delete, .shift))),
    ("\u{1B}[3^", .key(Key(.delete, .control))),
    ("\u{1B}[3@", .key(Key(.delete, [.shift, .control]))),
    ("\u{1B}OP", .key(Key(.function(1)))), ("\u{1B}OS", .key(Key(.function(4)))),
    ("\u{1B}[1;2R", .key(Key(.function(3), .shift))), ("\u{1B}[[A", .key(Key(.function(1)))),
    ("\u{1B}[[E", .key(Key(.function(5)))), ("\u{1B}[11~", .key(Key(.function(1)))),
    ("\u{1B}[15~", .key(Key(.function(5)))), ("\u{1B}[17~", .key(Key(.function(6)))),
    ("\u{1B}[21~", .key(Key(.function(10)))), ("\u{1B}[23~", .key(Key(.function(11)))),
    ("\u{1B}[24;2~", .key(Key(.function(12), .shift))), ("\u{1B}[Z", .key(Key(.tab, .shift))),
    ("\u{1B}a", .key(Key(.character("a"), .alt))), ("\u{1B}ж", .key(Key(.character("ж"), .alt))),
    ("\u{1B}\r", .key(Key(.enter, .alt))),
    ("\u{1B}\u{1}", .key(Key(.character("a"), [.control, .alt]))),
    ("\u{1B}[97;5u", .key(.control("a"))), ("\u{1B}[27;5;9~", .key(Key(.tab, .control))),
    ("\u{1B}[13u", .key(Key(.enter))), ("\u{1B}[I", .focus(true)), ("\u{1B}[O", .focus(false)),
    ("\u{1B}[<0;1;1M", .mouse(Mouse(.press, at: Point(x: 0, y: 0)))),
    ("\u{1B}[<2;300;200m", .mouse(Mouse(.release, at: Point(x: 299, y: 199), button: 2))),
    ("\u{1B}[<32;5;6M", .mouse(Mouse(.drag, at: Point(x: 4, y: 5)))),
    ("\u{1B}[<64;5;6M", .mouse(Mouse(.wheelUp, at: Point(x: 4, y: 5)))),
    (
      "\u{1B}[<85;5;6M",
      .mouse(Mouse(.wheelDown, at: Point(x: 4, y: 5), modifiers: [.shift, .control]))
    ),
    ("\u{1B}[M !!", .mouse(Mouse(.press, at: Point(x: 0, y: 0)))),
    ("\u{1B}[200~Анна\rпривет\u{1B}[201~", .paste("Анна\nпривет")),
    ("\u{1B}[200~\u{1B}[201~", .paste("")),
  ]

  static let swallowed = [
    "\u{1B}[?62;22c", "\u{1B}[>0;276;0c", "\u{1B}[12;40R", "\u{1B}[?2026;2$y", "\u{1B}[0n",
    "\u{1B}[8;24;80t", "\u{1B}[?1u", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\",
    "\u{1B}]10;rgb:ff/ff/ff\u{7}", "\u{1B}P>|xterm(379)\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\",
    "\u{1B}[<0;0;5M", "\u{1B}[<35;5;5M", "\u{1B}[<66;1;1M", "\u{1B}[999~", "\u{1B}[201~",
    "\u{1B}[57358u", "\u{1B}[ 1x", "\u{1B}[1\"2;3q", "\u{1B}[[Z", "\u{1B}O1234P", "\u{1B}O1;9Q",
    "\u{1B}[1;5x", "\u{1B}[99999999999999999999;1~", "\u{80}", "\u{9B}",
  ]

  @Test(arguments: keys)
  func `what was pressed is what arrives, wherever the bytes are split`(
    bytes: String, input: Input
  ) {
    let bytes = Array(bytes.utf8)
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      var inputs = decoder.feed(bytes[..<split], at: Self.now)
      inputs += decoder.feed(bytes[split...], at: Self.now)
      #expect(inputs == [input], "split at \(split)")
      #expect(decoder.pendingDeadline == nil)
    }
  }

  @Test(arguments: swallowed)
  func `a late answer of the terminal is never typed`(answer: String) {
    let bytes = Array((answer + "x").utf8)
    for split in 0...bytes.count {
      var decoder = InputDecoder()
      var inputs = decoder.feed(bytes[..<split], at: Self.now)
      inputs += decoder.feed(bytes[split...], at: Self.now)
      #expect(inputs == [.key(.character("x"))], "split at \(split)")
    }
  }

  @Test func `many keys in one read arrive in order`() {
    var decoder = InputDecoder()
    let bytes = Self.keys.map(\.0).joined()
    #expect(decoder.feed(bytes.utf8, at: Self.now) == Self.keys.map(\.1))
    var slow = InputDecoder()
    let oneByOne = bytes.utf8.flatMap { slow.feed([$0], at: Self.now) }
    #expect(oneByOne == Self.keys.map(\.1))
  }

  @Test func `a cluster of several scalars is one key`() {
    var decoder = InputDecoder()
    let inputs = decoder.feed("e\u{301}🇷🇺".utf8, at: Self.now)
    #expect(inputs == [.key(.character("e\u{301}")), .key(.character("🇷🇺"))])
  }

  @Test func `a lone escape is a key after 25 milliseconds`() throws {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B], at: Self.now).isEmpty)
    let deadline = try #require(decoder.pendingDeadline)
    #expect(deadline == Self.now.advanced(by: .milliseconds(25)))
    #expect(decoder.expire(at: Self.now.advanced(by: .milliseconds(24))).isEmpty)
    #expect(decoder.expire(at: deadline) == [.key(Key(.escape))])
    #expect(decoder.pendingDeadline == nil)
    #expect(decoder.feed("[A".utf8, at: deadline).count == 2)
  }

  @Test(arguments: [
    ("\u{1B}\u{1B}", [Key(.escape), Key(.escape)]), ("\u{1B}[", [Key(.character("["), .alt)]),
    ("\u{1B}O", [Key(.character("O"), .alt)]), ("\u{1B}]", [Key(.character("]"), .alt)]),
    ("\u{1B}P", [Key(.character("P"), .alt)]),
  ])
  func `an introducer that nothing follows was typed`(bytes: String, keys: [Key]) throws {
    var decoder = InputDecoder()
    #expect(decoder.feed(bytes.utf8, at: Self.now).isEmpty)
    let deadline = try #require(decoder.pendingDeadline)
    #expect(decoder.expire(at: deadline) == keys.map(Input.key))
  }

  @Test(arguments: ["\u{1B}[1;", "\u{1B}]11;rgb:", "\u{1B}[<0;5", "\u{1B}P>|xt"])
  func `a broken sequence is forgotten after a second`(bytes: String) throws {
    var decoder = InputDecoder()
    #expect(decoder.feed(bytes.utf8, at: Self.now).isEmpty)
    let deadline = try #require(decoder.pendingDeadline)
    #expect(deadline == Self.now.advanced(by: .seconds(1)))
    #expect(decoder.expire(at: deadline).isEmpty)
    #expect(decoder.feed("q".utf8, at: deadline) == [.key(.character("q"))])
  }

  @Test(
    arguments: [
      [0xFF], [0xC3, 0x28], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0x80], [0xF0, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func `invalid UTF-8 is dropped and what follows is kept`(bytes: [UInt8]) {
    var decoder = InputDecoder()
    let inputs = decoder.feed(bytes + [UInt8(ascii: "x")], at: Self.now)
    #expect(inputs.last == .key(.character("x")))
    #expect(inputs.count == (bytes == [0xC3, 0x28] ? 2 : 1))
  }

  @Test func `a paste keeps its lines and loses what steers a terminal`() {
    var decoder = InputDecoder()
    let paste =
      "a\r\nb\rc\nd\te\u{1B}[31mf\u{9B}g\u{202E}h\0\u{7}i\u{B}j\u{C}k\u{85}l\u{2028}m\u{2029}n"
    let inputs = decoder.feed("\u{1B}[200~\(paste)\u{1B}[201~".utf8, at: Self.now)
    #expect(inputs == [.paste("a\nb\nc\nd\te[31mfghi\nj\nk\nl\nm\nn")])
  }

  @Test func `a paste of more than a megabyte is cut and nothing of it is typed`() throws {
    var decoder = InputDecoder()
    let chunk = [UInt8](repeating: UInt8(ascii: "q"), count: 64 * 1024)
    #expect(decoder.feed("\u{1B}[200~".utf8, at: Self.now).isEmpty)
    for _ in 0..<20 {
      #expect(decoder.feed(chunk, at: Self.now).isEmpty)
    }
    let inputs = decoder.feed("\u{1B}[201~x".utf8, at: Self.now)
    #expect(inputs == [.paste(String(repeating: "q", count: 1 << 20)), .key(.character("x"))])
  }

  @Test func `a paste that never ends is handed over after a second of silence`() throws {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~half\u{1B}[20".utf8, at: Self.now).isEmpty)
    let deadline = try #require(decoder.pendingDeadline)
    #expect(deadline == Self.now.advanced(by: .seconds(1)))
    #expect(decoder.expire(at: deadline) == [.paste("half")])
    #expect(decoder.feed("q".utf8, at: deadline) == [.key(.character("q"))])
    #expect(decoder.feed("\u{1B}[201~".utf8, at: deadline).isEmpty, "its end comes late")
  }

  @Test func `Ctrl-C right after a paste that never ends counts when it is given up`() throws {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~half".utf8, at: Self.now).isEmpty)
    #expect(decoder.feed("\u{3}".utf8, at: Self.now).isEmpty)
    let deadline = try #require(decoder.pendingDeadline)
    #expect(decoder.expire(at: deadline) == [.paste("half"), .key(.control("c"))])
  }

  @Test func `a paste over a slow line is one paste`() {
    var decoder = InputDecoder()
    var now = Self.now
    #expect(decoder.feed("\u{1B}[200~".utf8, at: now).isEmpty)
    for _ in 0..<50 {
      now = now.advanced(by: .milliseconds(900))
      #expect(decoder.expire(at: now).isEmpty)
      #expect(decoder.feed("slow".utf8, at: now).isEmpty)
    }
    let whole = String(repeating: "slow", count: 50)
    #expect(decoder.feed("\u{1B}[201~".utf8, at: now) == [.paste(whole)])
  }

  @Test(arguments: ["\u{1B}[200~half", "\u{1B}]11;rgb:", "\u{1B}Pq", "\u{1B}[1;"])
  func `Ctrl-C that is pressed while something has not ended is Ctrl-C`(beginning: String) {
    var decoder = InputDecoder()
    let pressed = Self.now.advanced(by: .milliseconds(100))
    #expect(decoder.feed(beginning.utf8, at: Self.now).isEmpty)
    let inputs = decoder.feed([3], at: pressed)
    #expect(inputs.last == .key(.control("c")))
    #expect(inputs.count == (beginning.hasSuffix("half") ? 2 : 1))
    #expect(decoder.feed("q".utf8, at: pressed) == [.key(.character("q"))])
  }

  @Test func `the byte of Ctrl-C in the midst of a paste is no key`() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~a".utf8, at: Self.now).isEmpty)
    #expect(decoder.feed([3], at: Self.now.advanced(by: .milliseconds(20))).isEmpty)
    let end = Self.now.advanced(by: .milliseconds(300))
    #expect(decoder.feed("\u{3}b\u{1B}[201~".utf8, at: end) == [.paste("ab")])
  }

  @Test(
    arguments: [
      ("\u{1B}[", "1;", "m"), ("\u{1B}[?", "2", "h"), ("\u{1B}[", " ", "q"), ("\u{1B}O", "5", "P"),
      ("\u{1B}]52;c;", "q", "\u{7}"), ("\u{1B}P", "q1", "\u{1B}\\"), ("\u{1B}_", "Z", "\u{1B}\\"),
      ("\u{1B}^", "q", "\u{18}"), ("\u{1B}\u{1B}[", "9", "~"),
    ], [100, 255, 256, 5000, 200_000])
  func `a sequence of any length is swallowed to its end`(
    sequence: (begin: String, filler: String, end: String), count: Int
  ) {
    let filler = String(repeating: sequence.filler, count: count)
    let bytes = Array((sequence.begin + filler + sequence.end + "x").utf8)
    for size in [7, 4096, bytes.count] where size > 7 || count < 5000 {
      var decoder = InputDecoder()
      var inputs: [Input] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        inputs += decoder.feed(bytes[start..<min(start + size, bytes.count)], at: Self.now)
      }
      #expect(inputs == [.key(.character("x"))], "in pieces of \(size)")
    }
  }

  @Test func `an answer without an end is dropped up to its end`() {
    var decoder = InputDecoder()
    let flood = [UInt8](repeating: UInt8(ascii: "q"), count: 5000)
    #expect(decoder.feed("\u{1B}]52;c;".utf8, at: Self.now).isEmpty)
    #expect(decoder.feed(flood, at: Self.now).isEmpty)
    #expect(decoder.feed(flood, at: Self.now).isEmpty)
    #expect(decoder.feed("\u{1B}".utf8, at: Self.now).isEmpty)
    #expect(decoder.feed("\\x".utf8, at: Self.now) == [.key(.character("x"))])
  }

  @Test(arguments: [
    ("rgb:0000/0000/0000", Background.dark), ("rgb:ffff/ffff/ffff", .light),
    ("rgb:1e/1e/2e", .dark),
    ("rgba:fdfd/f6f6/e3e3/ffff", .light),
  ])
  func `the terminal's background is told once`(color: String, background: Background) {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}]11;\(color)\u{1B}\\\u{1B}[?62c".utf8, at: Self.now).isEmpty)
    #expect(decoder.takeBackground() == background)
    #expect(decoder.takeBackground() == nil)
  }

  @Test(arguments: 0..<20)
  func `no bytes can stop the decoder`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var decoder = InputDecoder()
    let pieces = Self.keys.map { Array($0.0.utf8) } + Self.swallowed.map { Array($0.utf8) }
    var now = Self.now
    for _ in 0..<3000 {
      var bytes = pieces.randomElement(using: &random) ?? []
      if Bool.random(using: &random) {
        bytes = Array(bytes.prefix(Int.random(in: 0...9, using: &random)))
      }
      if Bool.random(using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      for case .paste(let text) in decoder.feed(bytes, at: now) {
        #expect(!text.unicodeScalars.contains("\u{1B}"))
      }
      now = now.advanced(by: .milliseconds(Int.random(in: 0...30, using: &random)))
      if let deadline = decoder.pendingDeadline, deadline <= now { _ = decoder.expire(at: now) }
    }
    _ = decoder.feed("\u{1B}[201~\u{18}\u{18}".utf8, at: now)
    if let deadline = decoder.pendingDeadline { _ = decoder.expire(at: deadline) }
    #expect(decoder.feed("x".utf8, at: now).last == .key(.character("x")))
  }
}
