import Cells
import Loyalty
import TestSupport
import Testing

@testable import App

/// Whatever happens, in whatever order, the state holds together.
struct RandomEventTests {
  @Test(arguments: 0..<UInt64(Effort.count(4, long: 80)))
  func `no sequence of events traps, and each leaves a state that holds together`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var state = seed % 2 == 0 ? try Fixture.signedIn() : try Fixture.signedOut()
    for step in 0..<Effort.count(400, long: 12_500) {
      let now = state.now.adding(seconds: Int64.random(in: 0...20, using: &random))
      _ = state.pass(until: now)
      let event = event(for: state, &random)
      let before = state
      _ = update(&state, event, at: now)
      let violations = state.violations(after: before)
      #expect(violations.isEmpty, "\(seed), \(step): \(event)")
      if before.isSignedIn, !state.isSignedIn {
        let isNew = state == state.madeAnew
        #expect(isNew, "\(seed), \(step): \(event)")
      }
      // A later one would say the same again.
      guard violations.isEmpty else { return }
    }
  }

  private func event(for state: State, _ random: inout SeededGenerator) -> Event {
    let row = Int.random(in: -2...80, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return state.isSignedIn ? .home(.loaded(Fixture.home)) : .login(.signedIn)
    case 1..<6: return Event.samples(row).randomElement(using: &random) ?? .deadline
    case 6..<12:
      let actions = Action.samples(row).filter { if case .focus = $0 { false } else { true } }
      return .action(actions.randomElement(using: &random) ?? .back)
    case 12:
      let element = view(state).elements.filter(\.isFocusable)
        .randomElement(using: &random)
      return .action(element.map { .focus($0.id) } ?? .activate)
    default: return .input(input(row, &random))
    }
  }

  private func input(_ row: Int, _ random: inout SeededGenerator) -> Input {
    let column = Int.random(in: -1...50, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .resize(Size(width: max(0, row + 60), height: max(0, column)))
    case 1:
      let kinds: [Mouse.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
      return .mouse(
        Mouse(kinds.randomElement(using: &random) ?? .press, at: Point(x: row, y: column)))
    case 2: return .paste(String(repeating: "+7 916\u{1B}[2J\n", count: max(0, row)))
    default: return .key(Key(Self.keys.randomElement(using: &random) ?? .enter))
    }
  }

  private static let keys: [Key.Code] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
      .backspace, .delete, .function(2), .function(3), .function(10),
    ] + ["q", "z", "2", "1", "?", "漢", "👩‍👩‍👧", "7", "3", "/", "f", "s", " "].map { .character($0) }
}
