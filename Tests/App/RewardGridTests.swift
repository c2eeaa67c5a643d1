import Cells
import Loyalty
import Testing

@testable import App

/// Rewards as cards, where there is room for them.
struct RewardGridTests {
  private func opened(
    _ count: Int, _ size: Size = Size(width: 120, height: 40), coupons: [Coupon] = []
  ) throws -> State {
    var state = try Fixture.signedIn(size)
    let rewards = (0..<count).map {
      Fixture.reward("rew_\($0)", "Вещь \($0)", "Thing \($0)", Int64(100 + $0))
    }
    let contents = RewardsContents(rewards: rewards, coupons: coupons)
    _ = feed(Key.text("3") + [.rewards(.loaded(contents))], to: &state)
    return state
  }

  private func press(_ codes: Key.Code..., in state: inout State) -> Int {
    _ = feed(codes.map { .input(.key(Key($0))) }, to: &state)
    return state.rewards.list.selection
  }

  @Test func `the arrows go to the card beside and below, and keep their column`() throws {
    var state = try opened(10)
    let cards = view(state).elements.filter { $0.role == .listItem }
    #expect(!cards.isEmpty && cards.allSatisfy { $0.bounds.height == 8 && $0.bounds.width >= 20 })
    #expect(press(.right, in: &state) == 1)
    #expect(press(.down, in: &state) == 4)
    #expect(press(.left, in: &state) == 3)
    #expect(press(.up, in: &state) == 0)
    #expect(press(.right, .right, .down, .down, in: &state) == 8)
    // The last line has one card.
    #expect(press(.down, in: &state) == 9)
    #expect(press(.down, in: &state) == 9)
    #expect(press(.home, in: &state) == 0 && press(.end, in: &state) == 9)
  }

  @Test func `at the end of a line the arrow leads to the section beside this one`() throws {
    var state = try opened(10)
    #expect(press(.right, .right, in: &state) == 2 && state.tab == .rewards)
    _ = press(.right, in: &state)
    #expect(state.tab == .promotions)
    state = try opened(10)
    _ = press(.left, in: &state)
    #expect(state.tab == .history)
  }

  @Test(arguments: [Size(width: 119, height: 40), Size(width: 120, height: 19)])
  func `where there is no room each of them is a row`(size: Size) throws {
    let state = try opened(10, size)
    let rows = view(state).elements.filter { $0.role == .listItem }
    #expect(!rows.isEmpty && rows.allSatisfy { $0.bounds.height == 1 })
  }

  @Test(arguments: [1, 3000])
  func `the selected card is on the screen, whatever is pressed`(count: Int) throws {
    var state = try opened(count, coupons: [Fixture.coupon("cpn_1"), Fixture.coupon("cpn_2")])
    let codes: [Key.Code] = [.end, .up, .pageUp, .pageUp, .down, .home, .pageDown, .right, .end]
    for code in codes {
      let selection = press(code, in: &state)
      guard state.tab == .rewards else { return }
      let frame = view(state)
      let card = frame.elements.first { $0.isSelected && $0.role == .listItem }
      #expect(card?.id.rawValue.hasSuffix(".\(selection)") == true, "\(code)")
      #expect(frame.elements.count < 120)
    }
  }

  @Test func `a list that has lost the keys rests, its caption too`() throws {
    var state = try opened(4)
    _ = press(.enter, in: &state)
    let frame = view(state)
    let card = try #require(frame.elements.first { $0.id == "rewards.reward.0" })
    for row in card.bounds.maxY - 2..<card.bounds.maxY {
      #expect(frame.grid[card.bounds.x, row].text == "▌")
    }
  }
}
