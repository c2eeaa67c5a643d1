import Cells
import Loyalty
import Testing

@testable import App

struct WishTests {
  private func opened(
    _ wishes: Wishes = Wishes(), balance: Int64 = 1234, _ rewards: [Reward]? = nil
  ) throws -> State {
    var state = try Fixture.signedIn()
    var home = Fixture.home
    home.balance?.available = Points(balance)
    var contents = Fixture.rewards
    contents.rewards = rewards ?? contents.rewards
    contents.wishes = wishes
    _ = feed([.home(.loaded(home)), .rewards(.loaded(contents))] + Key.text("3"), to: &state)
    return state
  }

  private func sections(_ state: State) -> [String] {
    zip(RewardsState.Part.allCases, state.rewards.counts).filter { $0.1 > 0 }
      .map { "\($0.0) \($0.1)" }
  }

  private func price(_ cost: Int64, _ blockers: Reward.Blocker.Code...) -> Reward {
    var reward = Fixture.reward("rew_\(cost)", "Вещь \(cost)", "Thing \(cost)", cost)
    reward.blockers = blockers.map { .init(code: $0, message: nil) }
    return reward
  }

  @Test func `the list is grouped by what can be had now`() throws {
    let state = try opened()
    #expect(sections(state) == ["coupons 1", "enough 3", "other 3", "past 2"])
    let headings = view(state).elements.filter { $0.id.rawValue.hasPrefix("rewards.part.") }
    #expect(
      headings.map(\.text) == ["Your coupons 1", "Enough for 3", "Other 3", "Past coupons 2"])
  }

  @Test func `nearly is what lacks a quarter of its price at most, and nothing else`() throws {
    let short = Reward.Blocker.Code.insufficientPoints
    let state = try opened(
      balance: 75,
      [price(100, short), price(101, short), price(80, short, .outOfStock), price(90, .outOfStock)])
    #expect(sections(state) == ["coupons 1", "nearly 1", "other 3", "past 2"])
    #expect(RewardsState.part(of: price(.max, short), Points(.min)) == .other)
    #expect(RewardsState.part(of: price(100, short), nil) == .other)
  }

  @Test func `the groups follow the balance`() throws {
    var state = try opened(balance: 1, [price(100, .insufficientPoints)])
    #expect(sections(state).contains("other 1"))
    var home = Fixture.home
    home.balance?.available = Points(90)
    _ = feed([.home(.loaded(home))], to: &state)
    #expect(sections(state).contains("nearly 1"))
  }

  @Test func `rewards are sorted and filtered by a key each`() throws {
    var state = try opened(
      Wishes(favourites: [.init("rew_30")]), [price(20), price(10), price(30)])
    func costs() -> [Int64] {
      state.rewards.items.compactMap {
        if case .reward(let reward) = $0 { reward.cost.rawValue } else { nil }
      }
    }
    #expect(costs() == [20, 10, 30])
    _ = feed(Key.text("s"), to: &state)
    #expect(costs() == [10, 20, 30])
    _ = feed(Key.text("s"), to: &state)
    #expect(costs() == [30, 20, 10])
    _ = feed(Key.text("sff"), to: &state)
    #expect(costs() == [30] && sections(state) == ["enough 1"])
    let looks = view(state).elements.filter { $0.id.rawValue.hasPrefix("rewards.look.") }
    #expect(looks.map(\.text) == ["as listed", "favourites only"])
    _ = feed(Key.text("f"), to: &state)
    #expect(costs() == [20, 10, 30])
  }

  @Test(arguments: [Language.english, .russian])
  func `sorted by price they stand in steps between round numbers`(language: Language) throws {
    var state = try opened(
      balance: 300,
      [15, 20, 60, 100, 101, 250, 500, 900, 1200, 4800].map {
        $0 > 300 ? price($0, .insufficientPoints) : price($0)
      })
    state.settings.language = language
    _ = feed([.input(.resize(Size(width: 80, height: 60)))], to: &state)
    func headings() -> [String] {
      view(state).elements.filter { $0.id.rawValue.hasPrefix("rewards.part.") }
        .map { $0.text.replacing("\u{A0}", with: " ") }
    }
    let before = headings()
    _ = feed(Key.text("s"), to: &state)
    #expect(
      sections(state)
        == ["coupons 1", "step1 2", "step2 2", "step3 1", "step4 3", "step5 2", "past 2"])
    #expect(
      Array(headings().dropFirst().prefix(5))
        == (language == .english
          ? ["Up to 20 2", "21–100 2", "101–200 1", "201–1,000 3", "Over 1,000 2"]
          : ["До 20 2", "21–100 2", "101–200 1", "201–1 000 3", "Дороже 1 000 2"]))
    // The dearest that can be had is found in it too, and the third sort has the groups again.
    _ = feed(Key.text("d"), to: &state)
    #expect(state.sheets == [.rewards(.reward(.init("rew_250")))])
    _ = feed([.action(.back)] + Key.text("ss"), to: &state)
    #expect(headings() == before)
  }

  @Test(
    arguments: [
      ([], []), ([5, 6, 7, 8, 9], []), ([7, 7, 7, 7, 7, 7, 7], []),
      ([1, 2, 3, 4, 5, 6], [1, 2, 5]), ([0, -5, .max, .min, 3, 4], [1]),
    ] as [([Int64], [Int64])])
  func `few rewards, or of one price, make no steps, and no step is empty`(
    prices: [Int64], ends: [Int64]
  ) {
    let steps = PriceSteps(of: prices.map { Points($0) })
    #expect(steps.ends.map(\.rawValue) == ends)
    #expect(steps.count <= RewardsState.Part.steps.count)
    let used = Set(prices.map { steps.step(of: Points($0)) })
    #expect(prices.isEmpty || used == Set(0...steps.ends.count))
  }

  @Test(arguments: [(0, "101–200"), (1, "10.1–20.0"), (2, "1.01–2.00")])
  func `a price stands in one step, whatever the decimals of points`(
    scale: Int, words: String
  ) throws {
    let steps = PriceSteps(of: [10, 50, 60, 200, 300, 900, 1000, 4000].map { Points($0) })
    #expect(steps.ends.map(\.rawValue) == [10, 100, 200, 500])
    var program = Fixture.program
    program.pointsScale = scale
    #expect(Phrasebook(.english).words(for: 2, of: steps, program) == words)
    // The last price of a step is the one that its words name.
    #expect(steps.step(of: Points(200)) == 2 && steps.step(of: Points(201)) == 3)
  }

  @Test func `the dearest that can be had is got in four keys from home`() throws {
    var state = try opened()
    _ = feed(Key.text("1"), to: &state)
    let effects = feed(
      Key.text("3d") + [.input(.key(Key(.enter)))] + Key.text("y"), to: &state)
    #expect(effects.contains(.ask(.redeem(.init("rew_beans"), expectedCost: Points(300)))))
  }

  @Test func `y spends nothing before it was asked`() throws {
    var state = try opened()
    let effects = feed(Key.text("dyyyy"), to: &state)
    #expect(!effects.contains { if case .ask = $0 { true } else { false } })
  }

  @Test func `a goal and a favourite are set for what is selected or open, and taken back`() throws
  {
    var state = try opened()
    let cap = Reward.ID("rew_cap")
    #expect(
      feed(Key.text("jc"), to: &state).suffix(2) == [
        .keep(.wish(.init(reward: cap, kind: .goal, isSet: true))), .load(.rewards),
      ])
    state = try opened(Wishes(goal: cap, favourites: [cap]))
    _ = feed(Key.text("j") + [.input(.key(Key(.enter)))], to: &state)
    #expect(
      feed(Key.text("c"), to: &state)
        == [.keep(.wish(.init(reward: cap, kind: .goal, isSet: false))), .load(.rewards)])
    #expect(
      feed(Key.text("v"), to: &state)
        == [.keep(.wish(.init(reward: cap, kind: .favourite, isSet: false))), .load(.rewards)])
    // A coupon is nothing to save for.
    state = try opened()
    #expect(feed(Key.text("c"), to: &state) == [])
  }

  @Test func `home says how far the goal is, and leads to it`() throws {
    var state = try opened(Wishes(goal: .init("rew_grinder")))
    _ = feed(Key.text("1"), to: &state)
    let goal = try #require(state.goal)
    #expect(goal.have == Points(1234) && goal.missing == Points(3566))
    #expect(goal.share > 0.25 && goal.share < 0.26)
    let line = view(state).elements.first { $0.id == "home.goal" }
    #expect(line?.text == "Saving for Hand grinder, 1,234 of 4,800 points")
    _ = feed(Key.text("c"), to: &state)
    #expect(state.sheets == [.rewards(.reward(.init("rew_grinder")))])
    // A reward that is gone is no goal, and what one has is never less than nothing.
    #expect(try opened(Wishes(goal: .init("rew_gone"))).goal == nil)
    #expect(try opened(Wishes(goal: .init("rew_cap")), balance: -50).goal?.have == .zero)
  }

  @Test func `a guest is asked to log in, and sees no wishes of somebody before`() throws {
    var state = try Fixture.guest()
    var contents = Fixture.rewards
    contents.wishes = Wishes(goal: .init("rew_cap"), favourites: [.init("rew_cap")])
    _ = feed([.rewards(.loaded(contents))] + Key.text("3"), to: &state)
    #expect(state.rewards.contents.wishes == Wishes() && state.goal == nil)
    _ = feed(Key.text("c"), to: &state)
    #expect(state.sheets == [.loginNeeded])
  }
}
