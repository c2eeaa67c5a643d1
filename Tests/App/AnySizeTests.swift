import Cells
import Loyalty
import TestSupport
import Testing

@testable import App

struct AnySizeTests {
  private static let widths = [1, 2, 3, 5, 8, 12, 20, 39, 40, 79, 80, 133, 250]
  private static let heights = [1, 2, 3, 4, 5, 6, 7, 9, 14, 15, 23, 24, 41, 90]

  /// Each width and each height is drawn; all pairs in a long run.
  @Test(arguments: widths.indices)
  func `any size draws, and no element stands outside the screen`(index: Int) throws {
    let width = AnySizeTests.widths[index]
    for height in Effort.sample(AnySizeTests.heights, every: 13, from: index) {
      let size = Size(width: width, height: height)
      for var state in [
        try Fixture.signedOut(size), try Fixture.signedIn(size), try Fixture.guest(size),
      ] {
        for step in Walk.steps {
          _ = feed(step.events, to: &state)
          // A guest and who is not signed in see what they may of it.
          if state.isSignedIn || step.sheet == .loginNeeded {
            #expect(state.sheets.last == step.sheet, "\(step.name), \(size)")
          }
          let frame = view(state)
          #expect(frame.grid.size == size)
          for element in frame.elements {
            #expect(element.bounds.intersection(frame.grid.bounds) == element.bounds)
          }
          if let cursor = frame.modes.cursor { #expect(frame.grid.bounds.contains(cursor)) }
        }
      }
    }
  }

  @Test func `a resize gives the same frame as a fresh start at that size`() throws {
    for (width, height) in [(40, 15), (120, 40), (10, 4), (80, 24)] {
      let size = Size(width: width, height: height)
      var resized = try Fixture.signedIn()
      _ = feed([.input(.resize(Size(width: 3, height: 2))), .input(.resize(size))], to: &resized)
      #expect(view(resized) == view(try Fixture.signedIn(size)))
    }
  }

  @Test func `texts ten times longer than expected stay inside their places`() throws {
    var state = try Fixture.signedIn()
    var home = Fixture.home
    home.member?.name = String(repeating: "Константинопольский ", count: 40)
    home.card?.number = String(repeating: "1234 ", count: 60)
    home.balance?.available = Points(.max)
    home.latest = home.latest.map { entry in
      var entry = entry
      entry.title = [.english: String(repeating: "漢字 cappuccino ", count: 50)]
      return entry
    }
    _ = feed([.home(.loaded(home))], to: &state)
    #expect(view(state).elements.contains { $0.id == "home.balance" })
  }
}
