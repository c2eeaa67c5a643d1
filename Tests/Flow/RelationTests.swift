import App
import Cells
import FlowLanguage
import Testing

@testable import Flows

/// Where elements stand, seen from others.
struct RelationTests {
  /// A heading over two cards with a name and a button each, the second further to the right.
  private let frame = SelectorTests.frame([
    box("heading", 0, 0, 40, 1), box("card.one", 0, 2, 20, 4), box("one.name", 1, 3, 8, 1),
    box("one.button", 12, 4, 6, 1), box("card.two", 30, 2, 20, 4), box("two.name", 31, 3, 8, 1),
    box("two.button", 42, 4, 6, 1),
  ])

  @Test(
    arguments: [
      ("below the heading, the nearest first", [.below(id("heading"))], ["one.name", "two.name"]),
      ("above the second button", [.above(id("two.button"))], ["two.name", "one.name"]),
      ("left of the second card", [.leftOf(id("card.two"))], ["one.name"]),
      ("right of the first card", [.rightOf(id("card.one"))], ["one.name", "two.name"]),
      ("above what is first", [.above(id("heading"))], []),
      ("below what is not there", [.below(id("nothing"))], []),
      ("in a card", [.childOf(id("card.two"))], ["two.name"]),
      (
        "in a card and below the heading", [.childOf(id("card.one")), .below(id("heading"))],
        ["one.name"]
      ),
    ] as [(String, [SelectorRelation], [String])])
  func `a name is found by where it stands`(
    what: String, relations: [SelectorRelation], ids: [String]
  ) throws {
    var selector = Selector(id: ".*\\.name")
    selector.relations = relations
    #expect(try matches(selector) == ids)
  }

  @Test(
    arguments: [
      ([.containsChild(id("one.name"))], ["card.one"]),
      ([.containsDescendants([id("two.name"), id("two.button")])], ["card.two"]),
      ([.containsDescendants([id("two.name"), id("one.button")])], []),
      ([.containsChild(id("card.one"))], []),
    ] as [([SelectorRelation], [String])])
  func `a card is found by what is in it`(relations: [SelectorRelation], ids: [String]) throws {
    var selector = Selector()
    selector.relations = relations
    #expect(try matches(selector) == ids)
  }

  @Test func `a relation may have relations, and an index counts in reading order`() throws {
    var button = Selector(id: ".*\\.button")
    button.relations = [.childOf(RelationTests.id("card.two"))]
    var name = Selector(id: ".*\\.name")
    name.relations = [.above(button)]
    #expect(try matches(name) == ["two.name", "one.name"])
    name.index = "0"
    #expect(try matches(name) == ["one.name"])
  }

  @Test func `what begins in the same column or row is beside nothing`() throws {
    let frame = SelectorTests.frame([
      RelationTests.box("a", 5, 1, 4, 1), RelationTests.box("column", 5, 3, 9, 1),
      RelationTests.box("row", 9, 1, 4, 2),
    ])
    let all: [(SelectorRelation, [String])] = [
      (.leftOf(RelationTests.id("a")), []), (.rightOf(RelationTests.id("a")), ["row"]),
      (.above(RelationTests.id("a")), []), (.below(RelationTests.id("a")), ["column"]),
      (.leftOf(RelationTests.id("row")), ["column"]),
    ]
    for (relation, ids) in all {
      var selector = Selector(id: "column|row")
      selector.relations = [relation]
      let found = try Player(World()).wanted(selector).matches(in: frame)
      #expect(found.map(\.id.rawValue) == ids)
    }
  }

  @Test func `an index beyond what matches is told with how many do`() throws {
    var selector = Selector(id: ".*\\.name")
    selector.index = "7"
    #expect(try actual(selector) == "2 elements match, index 7 is asked for")
    selector.relations = [.childOf(RelationTests.id("card.one"))]
    selector.index = "-2"
    #expect(try actual(selector) == "1 element matches, index -2 is asked for")
  }

  @Test(
    arguments: [
      (.childOf(id("card.two")), "not childOf { id: card.two }"),
      (.childOf(id("nothing")), "childOf: { id: nothing } is not visible"),
      (.containsChild(id("two.button")), "not containsChild { id: two.button }"),
      (
        .containsDescendants([id("two.name"), id("two.button")]),
        "not containsDescendants { id: two.name }, { id: two.button }"
      ),
      (.above(id("heading")), "not above { id: heading }"),
      (.leftOf(id("card.one")), "not leftOf { id: card.one }"),
    ] as [(SelectorRelation, String)])
  func `a relation that does not hold is told`(relation: SelectorRelation, words: String) throws {
    var selector = Selector(id: "one\\.name")
    selector.relations = [relation]
    let told = try #require(try actual(selector))
    #expect(told.hasSuffix(words))
    selector.relations = [.childOf(RelationTests.id("card.one")), relation]
    #expect(try actual(selector) == told)
    selector.enabled = false
    #expect(try actual(selector)?.hasSuffix(": enabled: true") == true)
  }

  private func actual(_ selector: Selector) throws -> String? {
    let player = Player(World())
    return player.notFound(try player.wanted(selector), in: frame).actual
  }

  private static func id(_ id: Template) -> Selector { Selector(id: id) }

  private static func box(
    _ id: Element.ID, _ x: Int, _ y: Int, _ width: Int, _ height: Int
  ) -> Element {
    Element(id, .text, id.rawValue, bounds: Rect(x: x, y: y, width: width, height: height))
  }

  private func matches(_ selector: Selector) throws -> [String] {
    try Player(World()).wanted(selector).matches(in: frame).map(\.id.rawValue)
  }
}
