import App
import Cells
import Loyalty
import Testing

struct RewardsTests {
  private let enter: Event = .input(.key(Key(.enter)))
  private let down: Event = .input(.key(Key(.down)))

  private func opened() throws -> State {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("3j") + [enter], to: &state)
    return state
  }

  private func text(_ state: State, _ id: Element.ID) -> String? {
    view(state).elements.first { $0.id == id }?.text.replacing("\u{A0}", with: " ")
  }

  @Test func `usable coupons come first, those of the past last`() throws {
    var state = try Fixture.signedIn()
    #expect(feed(Key.text("3"), to: &state) == [.load(.rewards)])
    let kinds = state.rewards.items.map { item in
      if case .coupon(let coupon) = item { coupon.state.rawValue } else { "reward" }
    }
    #expect(
      kinds == ["active"] + Array(repeating: "reward", count: 6) + ["used", "expired"])
  }

  @Test(arguments: [
    (
      Language.english, "Free cappuccino, withdrawn, the purchase was returned, Coupon",
      "Coupon: withdrawn, the purchase was returned"
    ),
    (
      .russian, "Капучино в подарок, отозван при возврате покупки, Купон",
      "Купон: отозван при возврате покупки"
    ),
  ])
  func `a coupon that was withdrawn says why`(
    language: Language, row: String, words: String
  ) throws {
    var state = try Fixture.signedIn(Size(width: 80, height: 24), language)
    let contents = RewardsContents(rewards: [], coupons: [Fixture.coupon("cpn_1", .withdrawn)])
    _ = feed(Key.text("3") + [.rewards(.loaded(contents))], to: &state)
    #expect(view(state).elements.contains { $0.text == row })
    _ = feed([enter], to: &state)
    #expect(text(state, "coupon.state") == words)
  }

  @Test(arguments: [(Language.english, "withdrawn  Coupon"), (.russian, "отозван  Купон")])
  func `a row with little room says in one word that a coupon was withdrawn`(
    language: Language, words: String
  ) throws {
    var state = try Fixture.signedIn(Size(width: 40, height: 15), language)
    let contents = RewardsContents(rewards: [], coupons: [Fixture.coupon("cpn_1", .withdrawn)])
    _ = feed(Key.text("3") + [.rewards(.loaded(contents))], to: &state)
    #expect(view(state).grid.text.contains(words))
  }

  @Test func `points are spent after a second yes, once`() throws {
    var state = try opened()
    #expect(feed([enter], to: &state) == [])
    #expect(text(state, "reward.question") == "Spend 150 points on this?")
    #expect(text(state, "reward.rest") == "You will have 1,084 points left.")
    let effects = feed([down, enter, enter, enter], to: &state)
    #expect(effects == [.ask(.redeem(.init("rew_cap"), expectedCost: Points(150)))])
  }

  @Test func `a key that is held down spends nothing`() throws {
    var state = try opened()
    #expect(feed(Array(repeating: enter, count: 99), to: &state) == [])
  }

  @Test func `the coupon opens with its code, and the balance is asked for`() throws {
    var state = try opened()
    _ = feed([enter, .action(.rewards(.confirm))], to: &state)
    // What has come is loaded before it is told.
    var contents = Fixture.rewards
    contents.coupons.insert(Fixture.coupon("cpn_new"), at: 0)
    let redeemed = Event.rewards(.redeemed(.init("cpn_new"), of: .init("rew_cap")))
    #expect(feed([.rewards(.loaded(contents)), redeemed], to: &state) == [.ask(.pull)])
    #expect(state.sheets == [.rewards(.coupon(.init("cpn_new")))])
    #expect(text(state, "coupon.number") == "C7Q4M-2K9T-XW35-81ZC")
    #expect(view(state).elements.contains { $0.id == "coupon.symbol" })
  }

  @Test func `offline it is refused at once with the reason`() throws {
    var state = try opened()
    _ = feed([.failed(.pull, .offline(.refused))], to: &state)
    #expect(feed([enter, .action(.rewards(.confirm))], to: &state) == [])
    #expect(text(state, "reward.error")?.contains("nothing waits to be sent") == true)
    // The question was asked before the connection went.
    state = try opened()
    let effects = feed(
      [enter, .failed(.pull, .offline(.refused)), .action(.rewards(.confirm))], to: &state)
    #expect(!effects.contains { if case .ask(.redeem) = $0 { true } else { false } })
    #expect(text(state, "reward.error")?.contains("nothing waits to be sent") == true)
  }

  @Test func `what was surely not sent is not called lost`() throws {
    var state = try opened()
    _ = feed([enter, .action(.rewards(.confirm))], to: &state)
    _ = feed(
      [
        .failed(
          .redeem(.init("rew_cap"), expectedCost: Points(150)), .offline(.certificate(.expired)))
      ], to: &state)
    #expect(text(state, "reward.error")?.contains("certificate has expired") == true)
  }

  @Test func `another price is told, and asked for anew`() throws {
    var state = try opened()
    _ = feed([enter, .action(.rewards(.confirm))], to: &state)
    let refusal = Trouble.refused(
      code: "price_changed", title: "The price has changed.", detail: nil, retryAfter: nil)
    #expect(
      feed([.failed(.redeem(.init("rew_cap"), expectedCost: Points(150)), refusal)], to: &state)
        == [.ask(.pull)])
    #expect(text(state, "reward.error") == "The price has changed.")
    var contents = Fixture.rewards
    contents.rewards?[0].cost = Points(170)
    _ = feed([.rewards(.loaded(contents))], to: &state)
    #expect(text(state, "reward.error")?.hasPrefix("The price was 150, now it is 170.") == true)
    _ = feed([enter], to: &state)
    #expect(text(state, "reward.question") == "Spend 170 points on this?")
  }

  @Test func `what cannot be taken says why and has no way to it`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("3jjjj") + [enter], to: &state)
    #expect(text(state, "reward.blocker.0") == "3,566 short")
    #expect(feed([.action(.rewards(.redeem)), .action(.rewards(.confirm))], to: &state) == [])
    #expect(view(state).elements.first { $0.id == "reward.redeem" }?.isEnabled == false)
  }

  @Test func `a coupon expires without a server's word`() throws {
    var state = try Fixture.signedIn()
    let later = Fixture.now.adding(days: 24)
    _ = update(&state, .rewards(.loaded(Fixture.rewards)), at: later)
    #expect(state.rewards.items.first == .reward(try #require(Fixture.rewards.rewards?[0])))
  }

  @Test func `moving the selection changes two rows`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("3j"), to: &state)
    let before = view(state).grid
    _ = feed([down], to: &state)
    let after = view(state).grid
    #expect((0..<before.size.height).count { before.row($0) != after.row($0) } == 2)
  }
}
