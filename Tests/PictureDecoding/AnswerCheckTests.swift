import Cells
import Pictures
import TestSupport
import Testing

@testable import PictureDecoding

struct AnswerCheckTests {
  private static let right: [UInt8] = [0, 2, 1, 2, 3, 2, 1, 2, 3]

  private static func problem(
    _ bytes: [UInt8], _ form: PictureRequest.Form = .cells(.direct)
  ) -> PictureProblem? {
    do throws(PictureProblem) {
      let check = AnswerCheck(request: PictureDecoderTests.request([], form))
      _ = try check.answer(bytes)
      return nil
    } catch {
      return error
    }
  }

  private static func cells(_ cell: [UInt8], count: Int = 8) -> [UInt8] {
    AnswerWire.bytes(.cells, [0, 0, 0, 0] + (0..<count).flatMap { _ in cell })
  }

  @Test func `cells are as many as were asked for`() {
    #expect(Self.problem(Self.cells(Self.right)) == nil)
    #expect(Self.problem(Self.cells(Self.right, count: 7)) == .nonsense)
    #expect(Self.problem(Self.cells(Self.right, count: 9)) == .nonsense)
    #expect(Self.problem(Self.cells(Self.right).dropLast()) == .nonsense)
    #expect(Self.problem(Self.cells(Self.right) + [0]) == .nonsense)
    #expect(Self.problem([]) == .nonsense)
    #expect(Self.problem(Array("PNG".utf8)) == .nonsense)
  }

  @Test func `a symbol is one of ours, and a colour one that was asked for`() {
    #expect(Self.problem(Self.cells([200] + Self.right.dropFirst())) == .nonsense)
    #expect(Self.problem(Self.cells([0, 7, 1, 2, 3, 2, 1, 2, 3])) == .nonsense)
    #expect(Self.problem(Self.cells([0, 1, 20, 0, 0, 1, 20, 0, 0])) == .nonsense)
    #expect(Self.problem(Self.cells(Self.right), .cells(.palette256)) == .nonsense)
    let entries = { (entry: UInt8) in Self.cells([0, 1, entry, 0, 0, 0, 0, 0, 0]) }
    #expect(Self.problem(entries(16), .cells(.palette256)) == nil)
    #expect(Self.problem(entries(15), .cells(.palette256)) == .nonsense)
    #expect(Self.problem(entries(15), .cells(.palette16)) == nil)
    #expect(Self.problem(entries(16), .cells(.palette16)) == .nonsense)
  }

  @Test func `another form than was asked for is nonsense`() {
    #expect(Self.problem(Self.cells(Self.right), .sixel) == .nonsense)
    #expect(Self.problem(Self.cells(Self.right), .kitty) == .nonsense)
    let sixel = AnswerWire.bytes(.sixel, Array("\u{1B}Pq\u{1B}\\".utf8))
    #expect(Self.problem(sixel, .sixel) == nil)
    #expect(Self.problem(sixel, .kitty) == .nonsense)
  }

  @Test func `pixels have the size of the place and are deflated`() {
    func kitty(_ width: Int, _ bytes: [UInt8]) -> [UInt8] {
      AnswerWire.bytes(
        .kitty, AnswerWire.body(PicturePixels(width: width, height: 32, deflated: bytes)))
    }
    #expect(Self.problem(kitty(32, [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .kitty) == nil)
    #expect(Self.problem(kitty(33, [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .kitty) == .nonsense)
    #expect(Self.problem(kitty(32, [0x79, 0x9C, 3, 0, 0, 0, 0, 1]), .kitty) == .nonsense)
    #expect(Self.problem(kitty(32, []), .kitty) == .nonsense)
  }

  @Test(arguments: [PictureRequest.Form.cells(.direct), .cells(.palette16), .sixel, .kitty])
  func `whatever a liar says is taken whole or not at all`(form: PictureRequest.Form) {
    var random = SeededGenerator(seed: 15)
    let answers = [
      Self.cells(Self.right), Self.cells([0, 1, 9, 0, 0, 0, 0, 0, 0]),
      AnswerWire.bytes(.sixel, Array("\u{1B}P0;1q\"1;1;32;32#0;2;9;9;9!32~-!8N\u{1B}\\".utf8)),
      AnswerWire.bytes(
        .kitty,
        AnswerWire.body(
          PicturePixels(width: 32, height: 32, deflated: [0x78, 0x9C, 3, 0, 0, 0, 0]))),
      AnswerWire.bytes(.unreadable, Array("bad".utf8)),
    ]
    let request = PictureDecoderTests.request([], form)
    for number in 0..<Effort.count(2_000, long: 200_000) {
      var bytes = answers[number % answers.count]
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[place], at: place)
        default: bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
      guard case .cells(let cells)? = try? AnswerCheck(request: request).answer(bytes) else {
        continue
      }
      #expect(cells.size == request.size && cells.cells.count == 8)
    }
  }

  @Test func `words of a library cannot steer a terminal`() {
    let words = AnswerWire.bytes(.unreadable, Array("bad\u{1B}[2Jé".utf8))
    #expect(Self.problem(words) == .unreadable("bad?[2J??"))
    let long = AnswerWire.bytes(.unreadable, [UInt8](repeating: 0x61, count: 900))
    #expect(Self.problem(long) == .unreadable(String(repeating: "a", count: 200)))
  }

  @Test func `a package is one that we know`() {
    #expect(
      Self.problem(AnswerWire.bytes(.noLibrary, Array("libwebp7".utf8)))
        == .noLibrary(package: "libwebp7"))
    #expect(Self.problem(AnswerWire.bytes(.noLibrary, Array("evil".utf8))) == .nonsense)
  }
}

struct SixelCheckTests {
  private static func accepts(_ text: String) -> Bool {
    SixelCheck(width: 10, height: 8).accepts(Array(text.utf8))
  }

  @Test(arguments: [
    "\u{1B}Pq\u{1B}\\", "\u{1B}P0;1;0q\"1;1;10;8#0;2;23;16;12#0!10~-!10B\u{1B}\\",
    "\u{1B}Pq~~~~~$????~~~-BBBB\u{1B}\\",
  ])
  func `what stays in its place is drawn`(text: String) {
    #expect(Self.accepts(text))
  }

  @Test(arguments: [
    "", "\u{1B}Pq", "Pq\u{1B}\\", "\u{1B}[2J", "\u{1B}Pq\u{1B}[2J\u{1B}\\", "\u{1B}Pq\n\u{1B}\\",
    "\u{1B}P$q\u{1B}\\", "\u{1B}Pqé\u{1B}\\",
    // Too wide: by pixels, by a count, by what it says of itself.
    "\u{1B}Pq~~~~~~~~~~~\u{1B}\\", "\u{1B}Pq!11~\u{1B}\\", "\u{1B}Pq\"1;1;11;8\u{1B}\\",
    "\u{1B}Pq!99999999999~\u{1B}\\",
    // Too high: a pixel of the ninth row, a third band.
    "\u{1B}Pq-C\u{1B}\\", "\u{1B}Pq--@\u{1B}\\", "\u{1B}Pq\"1;1;10;9\u{1B}\\",
    "\u{1B}Pq#256;2;0;0;0~\u{1B}\\", "\u{1B}Pq#1;2;0;0;0;0;0;0~\u{1B}\\", "\u{1B}Pq!\u{1B}\\",
  ])
  func `what leaves its place, or is something else, is not`(text: String) {
    #expect(!Self.accepts(text))
  }
}
