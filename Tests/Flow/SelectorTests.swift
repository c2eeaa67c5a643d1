import App
import Cells
import FlowLanguage
import FlowScripts
import Testing

@testable import Flows

struct SelectorTests {
  private let frame: Frame = {
    let row = Rect(x: 0, y: 0, width: 20, height: 1)
    var first = Element("row.0", .listItem, "Latte (large), +19", bounds: row)
    first.isSelected = true
    var button = Element(
      "login.send", .button, "Get\u{A0}a code", bounds: row, action: .login(.sendCode))
    button.isEnabled = false
    return SelectorTests.frame([
      first, Element("row.1", .listItem, "Flat white, +26", bounds: row), button,
      Element("row.2", .listItem, "Out of sight", bounds: Rect(x: 0, y: 0, width: 20, height: 0)),
    ])
  }()

  @Test(
    arguments: [
      ("latte.*", ["row.0"]), ("Latte (large), +19", ["row.0"]), ("latte", []),
      (".*\\+\\d+", ["row.0", "row.1"]), ("get a code", ["login.send"]), ("[", []),
      ("${WHAT}.*", ["row.1"]), ("Out of sight", []),
    ] as [(String, [String])])
  func `a text fits whole, as a pattern or literally`(text: String, ids: [String]) throws {
    var template = Template(text)
    if text.hasPrefix("${WHAT}") { template = Template([.variable("WHAT"), .text(".*")]) }
    #expect(try matches(Selector(text: template)) == ids)
  }

  @Test func `a pattern goes over line ends, as in Maestro`() throws {
    let area = Rect(x: 0, y: 0, width: 20, height: 2)
    let frame = SelectorTests.frame([Element("a", .text, "One\nTwo", bounds: area)])
    #expect(try matches(Selector(text: "one.*two"), frame) == ["a"])
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

  @Test func `a switch fits as it stands, and what is none fits neither`() throws {
    var shown = frame
    shown.elements[0].isChecked = true
    shown.elements[1].isChecked = false
    for (isChecked, ids) in [(true, ["row.0"]), (false, ["row.1"])] {
      var selector = Selector()
      selector.checked = isChecked
      #expect(try matches(selector, shown) == ids)
    }
  }

  @Test func `a picture is drawn in what it shares a cell with`() throws {
    var shown = frame
    shown.elements[1].bounds = Rect(x: 0, y: 1, width: 20, height: 2)
    shown.pictures = [Rect(x: 2, y: 2, width: 6, height: 3)]
    for (isDrawn, ids) in [(true, ["row.1"]), (false, ["row.0"])] {
      var selector = Selector(id: "row.*")
      selector.drawn = isDrawn
      #expect(try matches(selector, shown) == ids)
    }
  }

  @Test(
    arguments: [
      ("0", ["row.0"]), ("1", ["row.1"]), ("-1", ["row.1"]), ("2", []), ("-3", []),
      ("1.0", ["row.1"]),
    ] as [(String, [String])])
  func `an index counts from either end`(index: String, ids: [String]) throws {
    var selector = Selector(id: "row.*")
    selector.index = Template(index)
    #expect(try matches(selector) == ids)
  }

  @Test(
    arguments: [
      ("0", ["a"]), ("1", ["b"]), ("3", ["d"]), ("4", []), ("-1", ["d"]), ("-3", ["b"]),
      ("-4", ["a"]), ("-5", []),
    ] as [(String, [String])])
  func `an index counts from the front, below 0 from the end`(index: String, ids: [String]) throws {
    let frame = SelectorTests.frame(
      ["a", "b", "c", "d"].enumerated().map { box(Element.ID(rawValue: $1), 0, $0, 5, 1) })
    var selector = Selector(text: "[a-d]")
    selector.index = Template(index)
    #expect(try matches(selector, frame) == ids)
  }

  @Test(arguments: [(7, false), (8, true), (10, true), (12, true), (13, false)])
  func `a tolerance ends at its edge`(cells: Int, fits: Bool) throws {
    let frame = SelectorTests.frame([box("wide", 0, 0, cells, 1), box("high", 0, 0, 1, cells)])
    var width = Selector()
    (width.width, width.tolerance) = (10, 2)
    #expect(try matches(width, frame) == (fits ? ["wide"] : []))
    var height = Selector()
    (height.height, height.tolerance) = (10, 2)
    #expect(try matches(height, frame) == (fits ? ["high"] : []))
  }

  @Test(
    arguments: [
      (10, nil, 0, ["wide"]), (9, nil, 1, ["wide", "eight"]), (nil, 3, 0, ["eight", "tall"]),
      (8, 3, nil, ["eight"]), (9, nil, nil, []),
    ] as [(Int?, Int?, Int?, [String])])
  func `a size fits within its tolerance`(width: Int?, height: Int?, tolerance: Int?, ids: [String])
    throws
  {
    let frame = SelectorTests.frame([
      box("wide", 0, 0, 10, 1), box("eight", 0, 1, 8, 3), box("tall", 0, 4, 2, 3),
    ])
    var selector = Selector()
    (selector.width, selector.height, selector.tolerance) = (width, height, tolerance)
    #expect(try matches(selector, frame) == ids)
  }

  @Test func `a trait is a text, a long one, or a square to the eye`() throws {
    let long = String(repeating: "a", count: 201)
    var frame = SelectorTests.frame([
      box("square", 0, 0, 6, 3), box("row", 0, 0, 20, 1),
      Element("long", .text, long, bounds: Rect(x: 0, y: 0, width: 20, height: 3)),
    ])
    frame.elements[0].text = ""
    for (trait, ids) in [
      (Selector.Trait.text, ["row", "long"]), (.longText, ["long"]), (.square, ["square"]),
    ] {
      var selector = Selector()
      selector.traits = [trait]
      #expect(try matches(selector, frame) == ids)
    }
  }

  static func frame(_ elements: [Element]) -> Frame {
    let grid = Grid(Size(width: 20, height: 4), filledWith: Style(.terminal, on: .terminal))
    return Frame(grid: grid, elements: elements, modes: Modes(title: ""))
  }

  private func box(_ id: Element.ID, _ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Element {
    Element(id, .text, id.rawValue, bounds: Rect(x: x, y: y, width: width, height: height))
  }

  private func matches(_ selector: Selector, _ frame: Frame? = nil) throws -> [String] {
    let scope = FlowScope(scripts: ScriptMachine(seed: 1), seed: 1, now: { 0 })
    try scope.push([.init("WHAT", "flat white")])
    let wanted = try Player(World(), scope: scope).wanted(selector)
    return wanted.matches(in: frame ?? self.frame).map(\.id.rawValue)
  }
}
