import Cells
import Testing

@testable import Terminal

/// When a line counts as too slow for pictures.
struct LineWatchTests {
  private let began = ContinuousClock.now

  private func after(_ milliseconds: Int) -> ContinuousClock.Instant {
    began.advanced(by: .milliseconds(milliseconds))
  }

  @Test func `one quick answer of three is enough`() {
    var line = LineWatch()
    line.ask(at: after(0))
    #expect(line.answer(at: after(900)) == true)
    line.ask(at: after(900))
    #expect(line.answer(at: after(1900)) == true)
    line.ask(at: after(2000))
    #expect(line.answer(at: after(2100)) == false)
    #expect(line.verdict == nil)
    // What was quick once stays so.
    for start in stride(from: 3000, to: 9000, by: 1000) {
      line.ask(at: after(start))
      #expect(line.answer(at: after(start + 900)) == false)
    }
    #expect(line.verdict == nil)
  }

  @Test func `three late answers are a slow line, for good`() {
    var line = LineWatch()
    for start in [0, 1000, 2000] {
      #expect(line.verdict == nil)
      line.ask(at: after(start))
      #expect(line.answer(at: after(start + 640)) == (start < 2000))
    }
    #expect(line.verdict == "the terminal answers after 640 ms")
    line.ask(at: after(3000))
    #expect(line.answer(at: after(3001)) == false)
    #expect(line.verdict != nil)
  }

  @Test func `answers that nobody asked for are nothing`() {
    var line = LineWatch()
    for _ in 0..<9 { #expect(line.answer(at: after(9000)) == false) }
    #expect(line.verdict == nil)
  }

  @Test func `three writes in a row that held the app up are a slow line`() {
    var line = LineWatch()
    for _ in 0..<2 { line.wrote(2400, in: .seconds(1)) }
    line.wrote(2400, in: .milliseconds(3))
    for _ in 0..<2 { line.wrote(2400, in: .seconds(1)) }
    // Few bytes wait for whatever the terminal is about.
    for _ in 0..<9 { line.wrote(20, in: .seconds(5)) }
    // Many bytes may take long.
    #expect(line.verdict == nil)
    line.wrote(2400, in: .seconds(1))
    #expect(line.verdict == "the line takes 2400 bytes a second")
  }

  @Test func `what is news is told once`() {
    var questions = PictureQuestions(PixelProbe(image: 7))
    _ = questions.ask(at: after(0)) { Array($0.utf8) }
    func take(_ answer: TerminalAnswer, _ milliseconds: Int) -> [UInt8] {
      questions.take(answer, measured: nil, at: after(milliseconds)) { $0 == 90 }
    }
    _ = take(.graphics(image: 7, failure: nil), 500)
    _ = take(.cell(Size(width: 10, height: 20)), 500)
    // The answer was late: it is asked again.
    #expect(take(.attributes([62]), 500) == PixelProbe.fence)
    let display = PixelDisplay(.kitty, cell: Size(width: 10, height: 20))
    #expect(questions.takeNews() == [.display(display)])
    #expect(questions.takeNews().isEmpty)
    _ = take(.graphics(image: 91, failure: "EINVAL"), 600)
    #expect(questions.takeNews().isEmpty)
    _ = take(.graphics(image: 90, failure: "EINVAL"), 600)
    #expect(questions.takeNews() == [.refused("EINVAL"), .display(nil)])
    _ = take(.graphics(image: 90, failure: "EINVAL"), 600)
    #expect(questions.takeNews().isEmpty)
    _ = take(.attributes([62]), 1500)
    _ = take(.attributes([62]), 2500)
    #expect(questions.takeNews() == [.tooSlow("the terminal answers after 1000 ms")])
    #expect(questions.takeNews().isEmpty)
  }
}
