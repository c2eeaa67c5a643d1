import Cells
import Loyalty
import Testing

@testable import App

struct EntryRowTests {
  @Test(arguments: [30, 34, 40, 48, 60, 73, 76, 100])
  func `titles line up, however long the amounts are`(width: Int) throws {
    let state = try Fixture.signedIn()
    let starts = [Int64(3), 41, 834, 18_010].map { points in
      var entry = Fixture.home.latest[0]
      entry.points = Points(points)
      entry.title = LocalizedText(["en": "Tea", "ru": "Tea"])
      var canvas = Canvas(state)
      drawEntryRow(
        entry, id: "row", action: .back, isSelected: false, state,
        in: Rect(x: 0, y: 1, width: width, height: 1), on: &canvas)
      return canvas.grid.row(1).map { String($0.text) }.joined().prefix { $0 != "T" }.count
    }
    #expect(Set(starts).count == 1, "\(starts)")
  }
}
