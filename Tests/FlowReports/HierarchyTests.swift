import App
import Cells
import FlowReports
import FoundationEssentials
import Testing

/// The elements of a screen, for who writes a selector.
struct HierarchyTests {
  private var frame: Frame {
    var row = Element(
      "row.1", .listItem, "Croissant\n+21", bounds: Rect(x: 2, y: 3, width: 30, height: 2))
    row.isSelected = true
    var name = Element(
      "row.1.name", .text, "Croissant", bounds: Rect(x: 2, y: 3, width: 9, height: 1))
    name.isFocused = true
    var button = Element(
      "pay", .button, "Pay\u{1B}[2J", bounds: Rect(x: 2, y: 8, width: 5, height: 1), action: .back)
    button.isEnabled = false
    let hidden = Element("hidden", .text, "…", bounds: Rect(x: 0, y: 0, width: 0, height: 0))
    let whole = Element("sheet", .heading, "Sheet", bounds: Rect(x: 0, y: 2, width: 40, height: 8))
    var frame = Sample.frame("Zerna", elements: [row, name, whole, button, hidden])
    frame.pictures = [Rect(x: 2, y: 4, width: 3, height: 1)]
    return frame
  }

  @Test func `each element has its line, those inside others below them`() {
    #expect(
      Hierarchy.text(frame) == """
        40x12 Zerna
        sheet           heading   0,2 40x8    drawn            "Sheet"
          row.1         listItem  2,3 30x2    selected, drawn  "Croissant +21"
            row.1.name  text      2,3 9x1     focused          "Croissant"
          pay           button    2,8 5x1     disabled         "Pay[2J"
        hidden          text      off screen                   "…"

        """)
  }

  @Test func `a program reads the same as JSON`() throws {
    struct Screen: Decodable {
      struct Item: Decodable {
        let id: String
        let enabled: Bool
        let selected: Bool
        let drawn: Bool
        let bounds: Rect
        let children: [Item]
      }
      let width: Int
      let title: String
      let elements: [Item]
    }
    let screen = try JSONDecoder().decode(Screen.self, from: Data(Hierarchy.json(frame).utf8))
    #expect(screen.width == 40)
    #expect(screen.title == "Zerna")
    #expect(screen.elements.map(\.id) == ["sheet", "hidden"])
    let row = try #require(screen.elements.first?.children.first)
    #expect(row.id == "row.1" && row.selected && row.drawn && row.enabled)
    #expect(row.bounds == Rect(x: 2, y: 3, width: 30, height: 2))
    #expect(row.children.map(\.id) == ["row.1.name"])
  }

  @Test func `elements of the same place lie in each other, and none is lost`() throws {
    let place = Rect(x: 0, y: 0, width: 4, height: 1)
    let same = (0..<3).map { Element(.init(rawValue: "e\($0)"), .text, "", bounds: place) }
    let lines = Hierarchy.text(Sample.frame("x", elements: same)).split(separator: "\n").dropFirst()
    #expect(lines.map { $0.prefix { $0 == " " }.count } == [0, 2, 4])
    let login = try Sample.login()
    #expect(
      Hierarchy.text(login).split(separator: "\n").count == login.elements.count + 1)
  }
}
