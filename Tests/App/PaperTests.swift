import Cells
import Loyalty
import Testing

@testable import App

/// What a till reads, on the whole screen.
struct PaperTests {
  private static let sizes = [(40, 15), (80, 24), (120, 40)].map { Size(width: $0, height: $1) }

  private static let papers: [Action] = [
    .card(.show), .rewards(.openCoupon(Fixture.coupon("cpn_1").id)),
  ]

  private func opened(_ paper: Action, _ size: Size, _ language: Language) throws -> State {
    var state = try Fixture.signedIn(size, language)
    _ = feed([.action(paper)], to: &state)
    return state
  }

  /// Until the symbol is as large as it gets.
  private func grow(_ state: inout State) {
    _ = feed(Key.text("++++++++"), to: &state)
  }

  private func written(_ element: Element, _ frame: Frame) -> String {
    let bounds = element.bounds
    return (bounds.y..<bounds.maxY).map { y in
      (bounds.x..<bounds.maxX).map { String(frame.grid[$0, y].text) }.joined()
    }.joined().filter { $0 != " " }
  }

  @Test(arguments: sizes, Phrasebook.languages)
  func `the code of a coupon can be read beside its symbol`(size: Size, language: Language) throws {
    var state = try opened(PaperTests.papers[1], size, language)
    for _ in 0..<2 {
      let frame = view(state)
      let symbol = try #require(frame.elements.first { $0.id == "coupon.symbol" })
      let number = try #require(frame.elements.first { $0.id == "coupon.number" })
      #expect(symbol.bounds.intersection(number.bounds).isEmpty)
      #expect(written(number, frame) == "C7Q4M-2K9T-XW35-81ZC")
      #expect(number.text == "C7Q4M-2K9T-XW35-81ZC")
      grow(&state)
    }
  }

  @Test(arguments: sizes, Phrasebook.languages)
  func `the way out of a paper stands at the edge, in a row of its own`(
    size: Size, language: Language
  ) throws {
    for paper in PaperTests.papers {
      var state = try opened(paper, size, language)
      for isLarge in [false, true] {
        if isLarge { grow(&state) }
        let frame = view(state)
        let rows = frame.grid.lines.indices.filter { frame.grid.lines[$0].contains("Esc") }
        let symbol = frame.elements.first { $0.role == .image }?.bounds
        let isFull = symbol.map { $0.height == size.height } ?? false
        if isFull { #expect(rows.isEmpty, "\(paper)") }
        if !isLarge, !isFull { #expect(rows.count == 1, "\(paper)") }
        for row in rows {
          let line = frame.grid.lines[row]
          #expect(line.filter { $0 != " " } == "Esc")
          #expect(symbol.map { row < $0.y || row >= $0.maxY } ?? true)
          let texts = frame.elements.filter { $0.role == .text }
          #expect(!texts.contains { $0.bounds.y <= row && row < $0.bounds.maxY }, "\(paper)")
        }
      }
      _ = feed([.input(.key(Key(.escape)))], to: &state)
      #expect(state.sheets.isEmpty)
    }
  }
}
