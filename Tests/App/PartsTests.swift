import Cells
import Loyalty
import Testing

@testable import App

/// The parts that all screens are made of.
struct PartsTests {
  private let hints = ["a", "b", "c"].map { key in
    Hint(id: Element.ID(rawValue: key), key: key, title: "Word", action: .refresh)
  }

  private func canvas(_ change: (inout State) -> Void = { _ in }) throws -> (Canvas, State) {
    var state = try Fixture.signedIn(Size(width: 40, height: 15))
    change(&state)
    return (Canvas(state), state)
  }

  @Test(arguments: [(20, "abc"), (19, "ab"), (6, "a"), (5, "")])
  func `a line of hints keeps those in front, one that ends at the right those behind`(
    width: Int, kept: String
  ) throws {
    var left = try canvas().0
    let row = Rect(x: 3, y: 2, width: width, height: 1)
    left.hintLine(hints, gap: 1, in: row, on: .bar)
    #expect(left.elements.map(\.id.rawValue).joined() == kept)
    var right = try canvas().0
    right.hintLine(endingAtRight: hints, gap: 1, in: row, on: .bar)
    #expect(right.elements.map(\.id.rawValue).joined() == "abc".suffix(kept.count))
    #expect(right.elements.last.map { $0.bounds.maxX == row.maxX } ?? kept.isEmpty)
  }

  @Test func `an empty list waits, or says what to do, or why nothing comes`() throws {
    let rect = Rect(x: 0, y: 0, width: 40, height: 15)
    func words(_ note: EmptyNote, _ state: State) -> [String] {
      var canvas = Canvas(state)
      canvas.emptyNote(note, state, in: rect)
      return canvas.elements.map(\.text)
    }
    var state = try canvas().1
    var note = EmptyNote(prefix: "x", title: .noRewards, hint: .noRewardsHint, isAwaited: true)
    let phrases = state.phrases
    #expect(words(note, state) == [phrases.say(.loading)])
    note.isAwaited = false
    #expect(words(note, state) == [phrases.say(.noRewards), phrases.say(keyed: .noRewardsHint)])
    _ = feed([.failed(.pull, .offline(.refused))], to: &state)
    #expect(words(note, state).last == state.words(for: .offline(.refused)))
    note.isOfServer = false
    #expect(words(note, state).last == phrases.say(keyed: .noRewardsHint))
  }

  @Test func `a question without room for all of it leaves the answers theirs`() throws {
    for height in 4...15 {
      let (begun, state) = try canvas { $0.size = Size(width: 40, height: height) }
      var canvas = begun
      let question = String(repeating: "word ", count: 200)
      drawDialog(
        Dialog(
          title: "Title", rows: 5, id: "question", question: question,
          answers: [
            .init(id: "no", title: "No", action: .back),
            .init(id: "yes", title: "Yes", action: .refresh, isPrimary: true),
          ], leastQuestion: 0), state, on: &canvas)
      let shown = canvas.elements.filter { !$0.bounds.isEmpty }.map(\.id)
      #expect(shown.contains("no") && shown.contains("yes"), "\(height)")
    }
  }

  @Test func `a text is not scrolled beyond its last line`() throws {
    var canvas = try canvas().0
    let lines = (0..<30).map { TextLine(id: Element.ID(rawValue: "\($0)"), text: "Line \($0)") }
    canvas.textLines(lines, from: 99, in: Rect(x: 0, y: 0, width: 40, height: 10))
    #expect(canvas.elements.map(\.id.rawValue) == (20..<30).map(String.init))
  }
}
