import Cells
import Loyalty
import TestSupport
import Testing

@testable import App

/// `update` draws nothing: what it has to know of the screen it is told.
struct SeeingTests {
  @Test func `an event that does not look at the screen does the same without a frame`() throws {
    var state = try Fixture.signedIn()
    var tried = 0
    for (number, step) in Walk.steps.enumerated() {
      _ = feed(step.events, to: &state)
      var focused = state
      focused.focus = view(state).elements.last(where: \.isFocusable)?.id
      for (turn, start) in [state, focused].enumerated()
      where Effort.isLong || (number + turn) % 2 == 0 {
        let frame = view(start)
        for event in events(number) where !event.looksAtScreen(in: start) {
          var (blind, seeing) = (start, start)
          let effects = update(&blind, event, at: Fixture.now, seeing: nil)
          // NB: a Bool, so that a failure does not print two states.
          let isSame =
            update(&seeing, event, at: Fixture.now, seeing: frame) == effects && blind == seeing
          #expect(isSame, "\(event) after step \(number), \(step.name)")
          tried += 1
        }
      }
    }
    #expect(tried > 2_000)
  }

  /// The keys and the mouse always, all else by turns.
  private func events(_ number: Int) -> [Event] {
    let codes: [Key.Code] =
      [.up, .down, .left, .right, .home, .end, .pageDown, .enter, .escape, .tab, .delete]
      + [" ", "j", "о", "d", "/", "я"].map { .character($0) }
    let place = Point(x: 5, y: 3 + number % 17)
    let kinds: [Mouse.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
    let rest = Event.samples(number) + Action.samples(number).map(Event.action)
    return codes.map { .input(.key(Key($0))) }
      + kinds.map { .input(.mouse(Mouse($0, at: place))) }
      + [.input(.mouse(Mouse(.press, at: place, button: 1))), .input(.paste("7"))]
      + Effort.sample(rest, every: 16, from: number)
  }

  @Test func `letters and arrows of a list ask for no frame, Tab and Enter and a click do`() throws
  {
    var state = try Fixture.signedIn()
    _ = feed([.action(.showTab(.history))], to: &state)
    func looks(_ code: Key.Code) -> Bool {
      Event.input(.key(Key(code))).looksAtScreen(in: state)
    }
    #expect(!looks(.down) && !looks(.pageDown) && !looks(.escape) && !looks(.character("/")))
    #expect(looks(.tab) && looks(.enter))
    #expect(Event.input(.mouse(Mouse(.press, at: Point(x: 1, y: 1)))).looksAtScreen(in: state))
    _ = feed([.input(.key(Key(.tab)))], to: &state)
    // The arrows leave what has the focus.
    #expect(looks(.down))
  }
}
