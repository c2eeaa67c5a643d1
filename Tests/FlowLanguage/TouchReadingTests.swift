import FlowLanguage
import Testing

/// Taps, swipes and the elements that they mean.
struct TouchReadingTests {
  @Test(
    arguments: [
      ("tapOn: History", Tap(.once, .element(Selector(text: "History")))),
      ("tapOn: 2022", Tap(.once, .element(Selector(text: "2022")))),
      ("doubleTapOn: {id: a}", Tap(.twice, .element(Selector(id: "a")))),
      ("longPressOn: {point: \"12,3\"}", Tap(.long, .point(ScreenPoint(x: 12, y: 3, .cells)))),
      ("tapOn: {point: \"85%, 50%\"}", Tap(.once, .point(ScreenPoint(x: 85, y: 50, .percent)))),
      (
        "tapOn: {point: \"${A},${B}\"}",
        Tap(
          .once,
          .writtenPoint(Template([.variable("A"), .text(","), .variable("B")])))
      ),
      (
        "tapOn: {text: A, point: \"50%,0%\", repeat: 3, delay: 5, retryTapIfNoChange: true, "
          + "waitToSettleTimeoutMs: 9, waitUntilVisible: false}",
        changed(Tap(.once, .element(Selector(text: "A")))) {
          $0.point = ScreenPoint(x: 50, y: 0, .percent)
          $0.times = 3
          $0.delay = 5
          $0.retriesIfNoChange = true
          $0.settleTimeout = 9
        }
      ),
    ] as [(String, Tap)])
  func `a tap`(text: String, tap: Tap) {
    let (steps, problems) = readSteps("- \(text)")
    #expect(problems == [])
    #expect(steps.map(\.command) == [.tap(tap)])
  }

  @Test func `all that a selector can say`() throws {
    let (steps, problems) = readSteps(
      """
      - assertVisible:
          text: A.*
          id: "tab.*"
          index: -1
          enabled: true
          checked: false
          selected: "true"
          focused: False
          width: 10
          height: 2
          tolerance: 1
          traits: text long-text
          drawn: true
          below: B
          above: {id: c}
          leftOf: {text: D, rightOf: E}
          childOf: F
          containsChild: G
          containsDescendants: [H, {id: i}]
      """)
    #expect(problems == [])
    var wanted = Selector(text: "A.*", id: "tab.*")
    wanted.index = "-1"
    wanted.enabled = true
    wanted.checked = false
    wanted.selected = true
    wanted.focused = false
    wanted.width = 10
    wanted.height = 2
    wanted.tolerance = 1
    wanted.traits = [.text, .longText]
    wanted.drawn = true
    var left = Selector(text: "D")
    left.relations = [.rightOf(Selector(text: "E"))]
    wanted.relations = [
      .below(Selector(text: "B")), .above(Selector(id: "c")), .leftOf(left),
      .childOf(Selector(text: "F")), .containsChild(Selector(text: "G")),
      .containsDescendants([Selector(text: "H"), Selector(id: "i")]),
    ]
    #expect(steps.map(\.command) == [.assertVisible(wanted)])
  }

  @Test(
    arguments: [
      ("{direction: left}", Swipe(.direction(.left, from: nil))),
      ("{direction: UP, from: Card}", Swipe(.direction(.up, from: Selector(text: "Card")))),
      (
        "{start: \"90%, 50%\", end: \"10%,50%\", duration: 7}",
        Swipe(
          .points(ScreenPoint(x: 90, y: 50, .percent), ScreenPoint(x: 10, y: 50, .percent)),
          duration: 7)
      ),
      (
        "{start: \"1, 2\", end: \"3,4\", waitToSettleTimeoutMs: 5}",
        changed(Swipe(.points(ScreenPoint(x: 1, y: 2, .cells), ScreenPoint(x: 3, y: 4, .cells)))) {
          $0.settleTimeout = 5
        }
      ),
    ] as [(String, Swipe)])
  func `a swipe`(text: String, swipe: Swipe) {
    let (steps, problems) = readSteps("- swipe: \(text)")
    #expect(problems == [])
    #expect(steps.map(\.command) == [.swipe(swipe)])
  }

  @Test func `scrolling until something is there`() {
    let (steps, problems) = readSteps(
      """
      - scrollUntilVisible:
          element: {id: a}
          direction: UP
          timeout: ${T}
          speed: 10
          visibilityPercentage: 50
          centerElement: true
          waitToSettleTimeoutMs: 5
      - scrollUntilVisible: {element: B, timeout: -200}
      """)
    #expect(problems == [])
    let first = changed(ScrollSearch(Selector(id: "a"))) {
      $0.direction = .up
      $0.timeout = Template([.variable("T")])
      $0.speed = "10"
      $0.visiblePercent = 50
      $0.isCentered = true
      $0.settleTimeout = 5
    }
    #expect(
      steps.map(\.command) == [
        .scrollUntilVisible(first), .scrollUntilVisible(ScrollSearch(Selector(text: "B"))),
      ])
  }
}
