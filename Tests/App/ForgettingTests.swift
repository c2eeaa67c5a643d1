import Cells
import Loyalty
import Testing

@testable import App

/// Taking all that is kept off this machine.
struct ForgettingTests {
  private let enter: Event = .input(.key(Key(.enter)))
  private let escape: Event = .input(.key(Key(.escape)))

  private func state(_ survey: ForgettingSurvey = Fixture.survey) throws -> State {
    var state = try Fixture.signedIn()
    #expect(feed([.action(.forgetting(.show))], to: &state) == [.forgetting(.survey)])
    _ = feed([.forgetting(.surveyed(survey))], to: &state)
    return state
  }

  private func words(_ state: State) -> String {
    view(state).elements.map(\.text).joined(separator: "\n")
  }

  @Test func `what is lost is named before it is`() throws {
    let state = try state()
    let words = words(state)
    #expect(words.contains("You are logged out of Zerna, Shalfey."))
    #expect(words.contains("Not sent yet: 3.") && words.contains("drafts of screens, 2."))
    #expect(words.contains("My cards, too: 5, they are nowhere else: no"))
  }

  @Test func `the wallet stays unless that is chosen`() throws {
    var state = try state()
    var other = state
    #expect(
      feed([.action(.forgetting(.confirm))], to: &state)
        == [.unfollow, .forgetting(.carryOut(takingWallet: false))])
    #expect(
      feed([.action(.forgetting(.toggleWallet)), .action(.forgetting(.confirm))], to: &other)
        == [.unfollow, .forgetting(.carryOut(takingWallet: true))])
    // Once, and to its end.
    #expect(feed([.action(.forgetting(.confirm)), escape], to: &state) == [])
    #expect(state.sheets == [.forgetting])
  }

  @Test func `without a server it is said that the login goes on there`() throws {
    var state = try Fixture.signedIn()
    _ = feed(
      [
        .failed(.pull, .offline(.refused)), .action(.forgetting(.show)),
        .forgetting(.surveyed(Fixture.survey)),
      ], to: &state)
    #expect(words(state).contains("this login cannot be ended there"))
  }

  @Test func `another window is in the way, and nothing has begun`() throws {
    var state = try state()
    _ = feed([.action(.forgetting(.confirm)), .forgetting(.refused(.inUse))], to: &state)
    #expect(state.isSignedIn && !state.forgetting.isBusy)
    #expect(state.toasts.last?.text.contains("another window") == true)
  }

  @Test func `when all is gone nothing of it is on the screen, and the way is out`() throws {
    var state = try state()
    var outcome = ForgettingOutcome(keepsWallet: true)
    outcome.unended = ["https://zerna.example"]
    _ = feed([.action(.forgetting(.confirm)), .forgetting(.done(outcome))], to: &state)
    let said = words(state)
    #expect(said.contains("Not reached: https://zerna.example"))
    #expect(!said.contains("1,234") && !state.isSignedIn && state.violations() == [])
    let isNew = state == state.madeAnew
    #expect(isNew)
    #expect(!said.contains("Home"))
    #expect(feed([enter], to: &state) == [.screen(.quit)])
    #expect(feed([.action(.forgetting(.show))], to: &state) == [])
  }

  @Test(arguments: [Size(width: 20, height: 6), Size(width: 40, height: 15)])
  func `the answer has its row on a small screen`(size: Size) throws {
    var state = try state()
    _ = feed([.input(.resize(size))], to: &state)
    #expect(view(state).elements.contains { $0.id == "forget.confirm" && !$0.bounds.isEmpty })
  }
}

extension Fixture {
  static let survey: ForgettingSurvey = {
    var survey = ForgettingSurvey()
    survey.accounts = [
      .init(address: "https://zerna.example", title: [.english: "Zerna", .russian: "Зёрна"]),
      .init(address: "https://sage.example", title: [.english: "Shalfey", .russian: "Шалфей"]),
    ]
    survey.waiting = 3
    survey.drafts = 2
    survey.cards = 5
    return survey
  }()
}
