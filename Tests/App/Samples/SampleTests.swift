import Cells
import Loyalty
import TestSupport
import Testing

@testable import App

/// The samples are of all that can be asked for and of all that can happen.
struct SampleTests {
  @Test func `each case of an action and of an event is among the samples`() {
    let actions = Action.samples(1).map { $0 as Any }
    let events = (-2...80).flatMap { Event.samples($0) }.map { $0 as Any }
    let left = casesLeftOut(of: actions + events) { type in
      "\(type)".hasSuffix("Action") || "\(type)".hasSuffix("Event") || isShared(type)
    }
    #expect(left == [], "these cases have no sample")
  }

  /// What stands in events of several features.
  private func isShared(_ type: Any.Type) -> Bool {
    "\(type)".hasSuffix("Request") || type == Trouble.self || type == Notice.self
      || type == PromoCodeOutcome.self
  }

  @Test func `a forgotten case would be named`() {
    #expect(caseNames(of: InboxAction.self).contains("switchPreference"))
    #expect(caseName(of: InboxAction.switchPreference(.points, .sms)).name == "switchPreference")
    #expect(caseName(of: InboxAction.show).name == "show")
    #expect(caseNames(of: Int.self).isEmpty)
  }

  /// Who meets an action: a member at home, an editor in the editor, a guest, nobody.
  private func people() throws -> [(String, State)] {
    [
      ("member", try Fixture.signedIn()), ("editor", try Fixture.editing()),
      ("guest", try Fixture.guest()), ("nobody", try Fixture.signedOut()),
    ]
  }

  @Test func `each action, whoever asks and wherever, leaves a state that holds together`() throws {
    for (name, start) in try people() {
      for action in Action.samples(1) {
        // Which element gets the focus is whoever asks' business.
        if case .focus = action { continue }
        var state = start
        _ = update(&state, .action(action), at: Fixture.now)
        let violations = state.violations(after: start)
        #expect(violations.isEmpty, "\(name), \(action)")
      }
    }
  }

  @Test func `what happens while nobody is signed in brings nothing of a member`() throws {
    for (name, start) in try people().suffix(2) {
      for row in [1, 20, 41] {
        for event in Event.samples(row) where event != .login(.signedIn) {
          var state = start
          _ = update(&state, event, at: Fixture.now)
          let violations = state.violations(after: start)
          #expect(violations.isEmpty, "\(name), \(event)")
        }
      }
    }
  }
}
