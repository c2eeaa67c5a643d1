import Loyalty
import Testing

@testable import App

/// What `Access` refuses, no feature has to refuse again.
@Suite struct AccessTests {
  private static let actions = Action.samples(0)

  @Test func `before anybody is inside, nothing is done that is not for everybody`() throws {
    let outside = try Fixture.signedOut()
    #expect(!outside.isInside)
    for action in Self.actions where action.access.who != .everybody {
      var state = outside
      #expect(feed([.action(action)], to: &state).isEmpty, "\(action)")
      #expect(state == outside, "\(action)")
    }
  }

  @Test func `a guest is asked to log in for a member's part, and sees no editor's`() throws {
    let guest = try Fixture.guest()
    for action in Self.actions {
      var state = guest
      switch action.access.who {
      case .everybody, .guest: continue
      case .member:
        #expect(feed([.action(action)], to: &state).isEmpty, "\(action)")
        #expect(state.sheets == (guest.offers(action) ? [.loginNeeded] : []), "\(action)")
      case .signedIn, .editor:
        #expect(feed([.action(action)], to: &state).isEmpty, "\(action)")
        #expect(state == guest, "\(action)")
      }
    }
  }

  @Test func `that a session has ended means nothing to whoever has none`() throws {
    for nobody in [try Fixture.guest(), try Fixture.signedOut()] {
      for request in [ServerRequest.pull, .promoCode("TWICE"), .sessions(.list)] {
        var state = nobody
        #expect(feed([.failed(request, .signedOut)], to: &state).isEmpty, "\(request)")
        #expect(state == nobody, "\(request)")
      }
    }
  }

  @Test func `a member who edits nothing has nothing of the editor`() throws {
    let member = try Fixture.signedIn()
    #expect(!member.canEdit)
    for action in Self.actions where action.access.who == .editor || action.access.who == .guest {
      var state = member
      #expect(feed([.action(action)], to: &state).isEmpty, "\(action)")
      #expect(state == member, "\(action)")
    }
  }
}
