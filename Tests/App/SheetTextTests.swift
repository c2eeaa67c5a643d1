import Cells
import Loyalty
import Testing

@testable import App

/// What an offer, a reward and a message say can be read to its end at any size.
struct SheetTextTests {
  private static let long = String(repeating: "A word and another one. ", count: 60) + "The end."

  private static func state(_ size: Size, _ screen: Int) throws -> State {
    var state = try Fixture.signedIn()
    _ = feed([.input(.resize(size))], to: &state)
    let text = LocalizedText(["en": long, "ru": long])
    switch screen {
    case 0:
      var contents = Fixture.promotions
      contents.promotions = contents.promotions?.map { promotion in
        var promotion = promotion
        promotion.terms = text
        return promotion
      }
      _ = feed(
        [
          .promotions(.loaded(contents)), .action(.showTab(.promotions)),
          .action(.promotions(.open(row: 0))),
        ], to: &state)
    case 1:
      var reward = try #require(Fixture.rewards.rewards?.first)
      reward.description = text
      _ = feed(
        [.rewards(.loaded(RewardsContents(rewards: [reward]))), .action(.showTab(.rewards))],
        to: &state)
      state.openSheet(.rewards(.reward(reward.id)))
    default:
      var contents = Fixture.inbox
      contents.notifications?[0].body = text
      _ = feed(
        [.inbox(.loaded(contents)), .action(.inbox(.show)), .action(.inbox(.open(row: 0)))],
        to: &state)
    }
    return state
  }

  @Test(
    arguments: [
      Size(width: 40, height: 15), Size(width: 80, height: 24), Size(width: 120, height: 40),
    ],
    0..<3)
  func `a long text is moved through to its end and back`(size: Size, screen: Int) throws {
    var state = try Self.state(size, screen)
    func shown() -> String { view(state).grid.text }
    #expect(!shown().contains("The end.") && shown().contains("▾"))
    _ = feed([.input(.key(Key(.end)))], to: &state)
    #expect(shown().contains("The end."), "\(shown())")
    _ = feed([.input(.key(Key(.pageUp))), .input(.key(Key(.home)))], to: &state)
    #expect(state.textTop == 0 && shown().contains("A word"))
    _ = feed([.input(.key(Key(.pageDown)))], to: &state)
    #expect(state.textTop > 0)
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.textTop == 0)
  }
}
