import App
import Cells
import Testing
import Themes

/// The app as on a phone, in the middle of any terminal.
struct HandsetTests {
  private static let window = Size(width: 120, height: 50)

  @Test(arguments: [
    (Size(width: 120, height: 50), Rect(x: 38, y: 5, width: 44, height: 40)),
    (Size(width: 80, height: 24), Rect(x: 18, y: 1, width: 44, height: 22)),
    (Size(width: 46, height: 17), Rect(x: 1, y: 1, width: 44, height: 15)),
    (Size(width: 45, height: 24), Rect(x: 0, y: 0, width: 45, height: 24)),
    (Size(width: 200, height: 16), Rect(x: 0, y: 0, width: 200, height: 16)),
    (Size(width: 40, height: 15), Rect(x: 0, y: 0, width: 40, height: 15)),
    (Size(width: 1, height: 1), Rect(x: 0, y: 0, width: 1, height: 1)),
    (Size(width: 0, height: 0), Rect(x: 0, y: 0, width: 0, height: 0)),
  ])
  func `the phone is in the middle, and a small terminal is one`(window: Size, screen: Rect) {
    #expect(Handset(window).screen == screen)
  }

  @Test func `the frame stands on the phone with all that belongs to it`() throws {
    let handset = Handset(Self.window)
    var state = try Fixture.signedIn(handset.screen.size)
    _ = feed(Key.text("5"), to: &state)
    var inner = view(state)
    inner.modes.cursor = Point(x: 2, y: 3)
    let frame = handset.frame(inner, in: state.theme)
    #expect(frame.grid.size == Self.window)
    #expect(frame.modes.cursor == Point(x: 40, y: 8))
    let lines = frame.grid.lines
    #expect(
      lines[4] == String(repeating: " ", count: 37)
        + "╭───────────────────━━━━━━───────────────────╮")
    #expect(lines[45].hasSuffix("╰" + String(repeating: "─", count: 44) + "╯"))
    for y in 0..<40 {
      let row = inner.grid.lines[y]
      #expect(lines[y + 5].dropFirst(37).hasPrefix("│" + row))
      #expect(lines[y + 5].hasSuffix("│"))
    }
    for (element, before) in zip(frame.elements, inner.elements) {
      #expect(element.bounds.x == before.bounds.x + 38 && element.bounds.y == before.bounds.y + 5)
      #expect(element.bounds.size == before.bounds.size)
    }
  }

  @Test func `a click means the cell of the app below it`() {
    let handset = Handset(Self.window)
    let mouse = { (kind: Mouse.Kind, x: Int, y: Int) in
      handset.input(.mouse(Mouse(kind, at: Point(x: x, y: y))))
    }
    let at = { (kind: Mouse.Kind, x: Int, y: Int) in
      Input.mouse(Mouse(kind, at: Point(x: x, y: y)))
    }
    #expect(mouse(.press, 38, 5) == at(.press, 0, 0))
    #expect(mouse(.wheelDown, 81, 44) == at(.wheelDown, 43, 39))
    #expect(mouse(.press, 37, 5) == nil && mouse(.press, 82, 44) == nil)
    #expect(mouse(.wheelUp, 0, 0) == nil)
    // What began on the phone ends at its edge.
    #expect(mouse(.drag, 119, 20) == at(.drag, 43, 15))
    #expect(mouse(.release, 0, 49) == at(.release, 0, 39))
    #expect(
      handset.input(.resize(Size(width: 80, height: 24))) == .resize(Size(width: 44, height: 22)))
    #expect(handset.input(.key(Key(.enter))) == .key(Key(.enter)))
    #expect(handset.input(.paste("a")) == .paste("a"))
  }
}
