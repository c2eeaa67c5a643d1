import Cells
import TestSupport
import Testing

@testable import Terminal

/// What a terminal answers to the questions for pixels, and what is made of it.
struct PixelProbeTests {
  private static let ok = TerminalAnswer.graphics(image: 7, failure: nil)
  private static let cell = TerminalAnswer.cell(Size(width: 10, height: 20))
  private static let plain = TerminalAnswer.attributes([62, 22])
  private static let sixel = TerminalAnswer.attributes([63, 1, 4, 22])

  private static func plainly(_ string: String) -> [UInt8] {
    Array("\u{1B}_\(string)\u{1B}\\".utf8)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// What comes of answers in that order, and all that was asked.
  private func outcome(
    _ answers: [TerminalAnswer], measured: Size? = nil
  ) -> (display: PixelDisplay?, asked: String) {
    var probe = PixelProbe(image: 7)
    var asked = probe.ask(hidden: Self.plainly)
    for answer in answers { asked += probe.take(answer, measured: measured) }
    return (probe.display, text(asked))
  }

  @Test func `kitty's protocol is asked for by an image of one pixel that is not shown`() {
    let (display, asked) = outcome([Self.ok, Self.cell, Self.plain])
    #expect(display == PixelDisplay(.kitty, cell: Size(width: 10, height: 20)))
    #expect(asked == "\u{1B}_Gi=7,s=1,v=1,a=q,f=24;AAAA\u{1B}\\\u{1B}[16t")
  }

  @Test func `sixel is asked for its colours, and has to have enough`() {
    let counts: [(TerminalAnswer?, Bool)] = [
      (.registers(256), true), (.registers(1024), true), (nil, true), (.registers(16), false),
      (.registers(0), false),
    ]
    for (count, isShown) in counts {
      let answers = [Self.cell, Self.sixel] + [count].compactMap(\.self) + [Self.sixel]
      let (display, asked) = outcome(answers)
      #expect(asked.hasSuffix("\u{1B}[16t\u{1B}[?1;1;0S\u{1B}[c"))
      #expect((display?.form == .sixel) == isShown, "\(String(describing: count))")
    }
    // kitty's protocol is the better one.
    #expect(outcome([Self.ok, Self.cell, Self.sixel]).display?.form == .kitty)
  }

  @Test(arguments: [
    [plain, ok, cell], [cell, plain, ok], [cell, plain], [cell, .attributes([4])],
    [cell, .attributes([])], [.graphics(image: 8, failure: nil), cell, plain],
    [.graphics(image: 7, failure: "ENOTSUPPORTED"), cell, plain],
    [.graphics(image: 7, failure: "EINVAL"), ok, cell, plain], [ok, plain],
    [ok, .cell(Size(width: 0, height: 0)), plain], [ok, .cell(Size(width: 900, height: 9)), plain],
    [.registers(256), cell, plain], [cell, .attributes([4]), .attributes([4])],
  ])
  func `what is late, of another image or no answer gives no pixels`(answers: [TerminalAnswer]) {
    #expect(outcome(answers).display == nil)
  }

  @Test func `nothing is believed before it was asked`() {
    var probe = PixelProbe(image: 7)
    for answer in [Self.ok, Self.cell, Self.plain, Self.sixel, Self.sixel] {
      let question = probe.take(answer, measured: nil)
      #expect(question.isEmpty)
    }
    #expect(probe.display == nil)
    let asked = [probe.ask(hidden: Self.plainly), probe.ask(hidden: Self.plainly)]
    #expect(asked.map(\.isEmpty) == [false, true])
  }

  @Test func `a terminal that does not say how large a cell is has the system's word`() {
    let measured = Size(width: 9, height: 18)
    #expect(outcome([Self.ok, Self.plain], measured: measured).display?.cell == measured)
    let own = outcome([Self.ok, Self.cell, Self.plain], measured: measured).display
    #expect(own?.cell == Size(width: 10, height: 20))
    #expect(outcome([Self.ok, Self.plain], measured: Size(width: 1, height: 1)).display == nil)
  }

  @Test func `another font is asked for after a resize, and doubled answers are nothing`() {
    var probe = PixelProbe(image: 7)
    let before = probe.resize(measured: nil)
    #expect(before.isEmpty)
    _ = probe.ask(hidden: Self.plainly)
    for answer in [Self.ok, Self.cell, Self.plain] { _ = probe.take(answer, measured: nil) }
    let other = Size(width: 12, height: 24)
    _ = probe.take(.cell(other), measured: nil)
    #expect(probe.display?.cell == Size(width: 10, height: 20))
    let resized = probe.resize(measured: nil)
    #expect(text(resized) == "\u{1B}[16t")
    _ = probe.take(.cell(other), measured: nil)
    #expect(probe.display?.cell == other)
    _ = probe.resize(measured: Size(width: 8, height: 16))
    #expect(probe.display?.cell == Size(width: 8, height: 16))
    probe.giveUp()
    let after = probe.resize(measured: other)
    #expect(probe.display == nil && after.isEmpty)
  }

  @Test(arguments: [
    ("xterm-256color", nil, true), ("xterm-kitty", nil, true), ("xterm", nil, true),
    ("foot", nil, true), ("tmux-256color", nil, false), ("screen", nil, false),
    ("xterm-256color", "TMUX", false), ("xterm-kitty", "STY", false), ("linux", nil, false),
    ("dumb", nil, false), ("vt340", nil, false), ("SCREEN.xterm", nil, false),
    ("xterm-mono", nil, false),
  ])
  func `what stands between two terminals is not asked`(
    term: String, variable: String?, isAsked: Bool
  ) {
    #expect(PixelProbe.isPossible(term: term) { $0 == variable ? "x" : nil } == isAsked)
  }

  static let answers: [(String, TerminalAnswer)] = [
    ("\u{1B}_Gi=31;OK\u{1B}\\", .graphics(image: 31, failure: nil)),
    ("\u{1B}_Gi=31,p=2;ENOENT:no such\u{1B}\\", .graphics(image: 31, failure: "ENOENT:no such")),
    ("\u{1B}[?62;4;22c", .attributes([62, 4, 22])), ("\u{1B}[?1;2c", .attributes([1, 2])),
    ("\u{1B}[6;20;10t", .cell(Size(width: 10, height: 20))),
    ("\u{1B}[?1;0;256S", .registers(256)), ("\u{1B}[?1;3;0S", .registers(0)),
  ]

  @Test(arguments: answers)
  func `an answer is an answer wherever it is split, and never a key`(
    bytes: String, answer: TerminalAnswer
  ) {
    let bytes = Array((bytes + "x").utf8)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        var decoder = InputDecoder()
        var inputs: [Input] = []
        for part in [bytes[..<first], bytes[first..<second], bytes[second...]] {
          inputs += decoder.feed(part, at: InputDecoderTests.now)
        }
        #expect(inputs == [.key(.character("x"))])
        let answers = [decoder.takeAnswers(), decoder.takeAnswers()]
        #expect(answers == [[answer], []])
      }
    }
  }

  @Test(arguments: [
    "\u{1B}_Gi=31;OK\u{18}", "\u{1B}_Gi=31;OK\u{7}", "\u{1B}_Gi=31;O\u{1B}[A",
    "\u{1B}_G;OK\u{1B}\\",
    "\u{1B}_Gi=31\u{1B}\\", "\u{1B}_Gi=31,i=32;OK\u{1B}\\", "\u{1B}_Gi=99999999999;OK\u{1B}\\",
    "\u{1B}_Gi=-1;OK\u{1B}\\", "\u{1B}_Hi=31;OK\u{1B}\\", "\u{1B}PGi=31;OK\u{1B}\\",
    "\u{1B}_Gi=31;O\u{9}K\u{1B}\\", "\u{1B}[6;20t", "\u{1B}[6;20;10;1t", "\u{1B}[?6;20;10t",
    "\u{1B}[4;480;640t", "\u{1B}[62;4c", "\u{1B}[>62;4c", "\u{1B}[?2;0;800;600S",
    "\u{1B}[?62;4$c",
    "\u{1B}_Gi=31;" + String(repeating: "O", count: 100_000) + "\u{1B}\\",
    "\u{1B}[?62;" + String(repeating: "4;", count: 1000) + "c",
  ])
  func `what is cut, huge or something else is nothing`(bytes: String) {
    var decoder = InputDecoder()
    let inputs = decoder.feed((bytes + "x").utf8, at: InputDecoderTests.now)
    #expect(inputs.last == .key(.character("x")))
    #expect(!inputs.dropLast().contains { $0 != .key(Key(.up)) })
    let answers = decoder.takeAnswers()
    #expect(answers.isEmpty)
  }

  @Test func `a flood of answers has a limit`() {
    var decoder = InputDecoder()
    let flood = String(repeating: "\u{1B}_Gi=31;OK\u{1B}\\", count: 10_000)
    let inputs = decoder.feed(flood.utf8, at: InputDecoderTests.now)
    #expect(inputs.isEmpty)
    let answers = decoder.takeAnswers()
    #expect(answers.count == 64)
  }
}
