import App
import Cells
import Testing

@testable import Flows

struct SelectorTests {
  private let frame: Frame = {
    let size = Size(width: 20, height: 4)
    let row = Rect(x: 0, y: 0, width: 20, height: 1)
    var first = Element("row.0", .listItem, "Latte (large), +19", bounds: row)
    first.isSelected = true
    var button = Element(
      "login.send", .button, "Get\u{A0}a code", bounds: row, action: .login(.sendCode))
    button.isEnabled = false
    return Frame(
      grid: Grid(size, filledWith: Style(.terminal, on: .terminal)),
      elements: [first, Element("row.1", .listItem, "Flat white, +26", bounds: row), button],
      modes: Modes(title: ""))
  }()

  @Test(arguments: [
    ("latte.*", ["row.0"]), ("Latte (large), +19", ["row.0"]), ("latte", []),
    (".*\\+\\d+", ["row.0", "row.1"]), ("get a code", ["login.send"]), ("[", []),
  ])
  func `a text fits whole, as a pattern or literally`(text: String, ids: [String]) throws {
    #expect(try matches(Selector(text: text)) == ids)
  }

  @Test func `all that is given must fit`() throws {
    var selector = Selector(id: "row.*")
    #expect(try matches(selector) == ["row.0", "row.1"])
    selector.selected = false
    #expect(try matches(selector) == ["row.1"])
    var disabled = Selector(text: ".*code")
    disabled.enabled = true
    #expect(try matches(disabled) == [])
  }

  @Test func `a picture is drawn in what it shares a cell with`() throws {
    var shown = frame
    shown.elements[1].bounds = Rect(x: 0, y: 1, width: 20, height: 2)
    shown.pictures = [Rect(x: 2, y: 2, width: 6, height: 3)]
    for (isDrawn, ids) in [(true, ["row.1"]), (false, ["row.0"])] {
      var selector = Selector(id: "row.*")
      selector.drawn = isDrawn
      #expect(try selector.matches(in: shown).map(\.id.rawValue) == ids)
    }
  }

  @Test(arguments: [(0, ["row.0"]), (1, ["row.1"]), (-1, ["row.1"]), (2, []), (-3, [])])
  func `an index counts from either end`(index: Int, ids: [String]) throws {
    var selector = Selector(id: "row.*")
    selector.index = index
    #expect(try matches(selector) == ids)
  }

  private func matches(_ selector: Selector) throws -> [String] {
    try selector.matches(in: frame).map(\.id.rawValue)
  }
}
