import Cells
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
      case .signedIn, .editor, .publisher:
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
    let others: [Access.Who] = [.editor, .publisher, .guest]
    for action in Self.actions where others.contains(action.access.who) {
      var state = member
      #expect(feed([.action(action)], to: &state).isEmpty, "\(action)")
      #expect(state == member, "\(action)")
    }
  }
  @Test func `an editor who does not publish has nothing of the publisher's`() throws {
    var editor = try Fixture.editing()
    _ = feed([.action(.editor(.showPublishing))], to: &editor)
    #expect(editor.canEdit && !editor.canPublish && editor.focus == nil)
    let publishing = Self.actions.filter { $0.access.who == .publisher }
    #expect(
      publishing.isAlike([
        .editor(.publish), .editor(.unpublish), .editor(.plan), .editor(.submitPlan),
        .editor(.cancelPlan), .drafts(.askDelete), .drafts(.delete),
      ]))
    for action in publishing {
      var state = editor
      #expect(feed([.action(action)], to: &state).isEmpty, "\(action)")
      #expect(state == editor, "\(action)")
    }
    #expect(!view(editor).elements.contains { $0.id == "publish.now" })
    _ = feed([.home(.loaded(Fixture.publisherHome))], to: &editor)
    #expect(view(editor).elements.contains { $0.id == "publish.now" })
  }

  @Test func `what needs the server asks for nothing without it, and says why in words`() throws {
    var away = try Fixture.signedIn()
    _ = feed(
      [.home(.loaded(Fixture.publisherHome)), .failed(.pull, .offline(.refused))], to: &away)
    let needing = Self.actions.filter { $0.access.needsServer != nil }
    #expect(
      needing.isAlike([
        .editor(.publish), .editor(.unpublish), .editor(.submitPlan), .editor(.cancelPlan),
        .drafts(.create), .drafts(.delete), .profile(.export), .profile(.deleteAccount),
        .promoCode(.submit), .referral(.submitCode),
      ]))
    for action in needing {
      var state = away
      #expect(feed([.action(action)], to: &state).isEmpty, "\(action)")
      let words = try #require(action.access.needsServer)
      #expect(state.toasts.last?.text == state.phrases.say(words), "\(action)")
      #expect(state.toasts.last?.isError == true, "\(action)")
    }
  }

  @Test func `on no sheet does anything that needs the server ask for it while it is away`() throws
  {
    var state = try Fixture.signedIn()
    var tried = 0
    for (number, step) in Walk.steps.enumerated() {
      _ = feed(step.events, to: &state)
      for action in Self.actions where action.access.needsServer != nil {
        var away = state
        away.network = .failed(
          .offline(.refused), attempts: 1, retryAt: Fixture.now.adding(days: 1))
        // What is typed is looked at first.
        if let form = away.openForm, form.submit == action {
          _ = feed([.input(.paste(away.phrases.say(.deletionWord)))], to: &away)
        }
        let effects = feed([.action(action)], to: &away)
        #expect(effects.isEmpty, "\(action) after step \(number), \(step.name)")
        tried += 1
      }
    }
    #expect(tried > 500)
  }

  @Test func `a form looks at what is typed first, and then says below its field what is missing`()
    throws
  {
    var state = try Fixture.signedIn()
    _ = feed([.failed(.pull, .offline(.refused)), .action(.promoCode(.show))], to: &state)
    let enter = Event.input(.key(Key(.enter)))
    #expect(feed([enter], to: &state).isEmpty)
    #expect(state.form?.fields.first?.problem == .phrase(.promoCodeEmpty))
    #expect(feed(Key.text("AUTUMN") + [enter], to: &state).isEmpty)
    #expect(state.form?.fields.first?.problem == .phrase(.promoCodeOffline))
    #expect(state.form?.isBusy == false && state.toasts.isEmpty)
    // A form with more than one field says it at the edge.
    _ = feed(
      [
        .action(.showTab(.home)), .home(.loaded(Fixture.editorHome)), .action(.drafts(.show)),
        .drafts(.loaded([], kept: [])), .action(.drafts(.new)),
      ] + Key.text("Winter"), to: &state)
    #expect(feed([.action(.drafts(.create))], to: &state).isEmpty)
    #expect(state.toasts.last?.text == state.phrases.say(.draftsOffline))
    #expect(state.drafts.attempt == nil && state.form?.isBusy == false)
  }
}
