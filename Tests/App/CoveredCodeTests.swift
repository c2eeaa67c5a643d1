import Cells
import Loyalty
import Testing
import Themes

@testable import App

/// A code on home while something else is open.
struct CoveredCodeTests {
  private func code(_ state: State) throws -> (place: Rect, cells: [Cell]) {
    var home = state
    home.sheets = []
    let frame = view(home)
    let place = try #require(frame.elements.first { $0.id == "home.card" }?.bounds)
    return (place, cells(place, frame))
  }

  private func cells(_ place: Rect, _ frame: Frame) -> [Cell] {
    (place.y..<place.maxY).flatMap { y in (place.x..<place.maxX).map { frame.grid[$0, y] } }
  }

  @Test(arguments: [ColorDepth.palette256, .mono])
  func `what leaves all of it to be seen leaves it as it is`(depth: ColorDepth) throws {
    var state = try Fixture.signedIn(Size(width: 200, height: 60))
    state.settings.look.depth = depth
    state.theme = state.settings.look.theme(for: state.program?.brand)
    let (place, before) = try code(state)
    for key in ["t", "?"] {
      var open = state
      _ = feed(Key.text(key), to: &open)
      let frame = view(open)
      #expect(!open.sheets.isEmpty && cells(place, frame) == before, "\(key)")
      // All else of home is dimmed.
      #expect(frame.grid.cells != view(state).grid.cells)
    }
  }

  @Test func `what covers a part of it dims the rest, which no till could read`() throws {
    var state = try Fixture.signedIn(Size(width: 120, height: 40))
    let (place, before) = try code(state)
    _ = feed(Key.text(":"), to: &state)
    let now = cells(place, view(state))
    #expect(now.allSatisfy { !before.map(\.style).contains($0.style) })
  }

  @Test func `what takes the whole screen shows nothing of it`() throws {
    var state = try Fixture.signedIn(Size(width: 200, height: 60))
    let (place, before) = try code(state)
    for key in ["b", "w", "z", "bt"] {
      var open = state
      _ = feed(Key.text(key), to: &open)
      #expect(cells(place, view(open)) != before, "\(key)")
    }
    _ = feed(Key.text("2"), to: &state)
    #expect(cells(place, view(state)) != before)
  }
}
