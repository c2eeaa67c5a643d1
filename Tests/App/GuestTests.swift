import App
import Cells
import Loyalty
import Testing

struct GuestTests {
  private let enter: Event = .input(.key(Key(.enter)))
  private let escape: Event = .input(.key(Key(.escape)))

  private func ids(_ state: State) -> [String] { view(state).elements.map(\.id.rawValue) }

  @Test func `a guest goes in from the login and asks for what is published`() throws {
    var state = try Fixture.signedOut()
    let effects = feed([.action(.guest(.lookAround))], to: &state)
    #expect(
      effects == [
        .load(.rewards), .load(.promotions), .load(.screens), .load(.shops), .ask(.pull),
      ])
    #expect(state.isGuest && !state.isSignedIn)
    #expect(ids(state).contains("guest.login") && ids(state).contains("tab.rewards"))
    #expect(!ids(state).contains("login.phone"))
  }

  @Test func `a guest sees rewards, offers and shops, and takes none of them`() throws {
    var state = try Fixture.guest()
    _ = feed(Key.text("3"), to: &state)
    #expect(ids(state).contains { $0.hasPrefix("rewards.") || $0.hasPrefix("reward") })
    _ = feed([.action(.rewards(.open(row: 0)))], to: &state)
    #expect(ids(state).contains("guest.login") && !ids(state).contains("reward.redeem"))
    #expect(feed([.action(.rewards(.confirm))], to: &state) == [])
    #expect(feed([.action(.shops(.show))], to: &state) == [.load(.shops)])
    _ = feed([.shops(.loaded(Fixture.shops))], to: &state)
    #expect(!state.shops.items.isEmpty)
  }

  @Test(arguments: [
    Action.card(.show), .explanation(.show), .tier(.show), .inbox(.show), .referral(.show),
    .stamps(.show),
    .promoCode(.show), .rewards(.redeem), .rewards(.openCoupon(.init("cpn_1"))),
    .promotions(.join),
  ])
  func `what only a member has asks the guest to log in, with Enter`(_ action: Action) throws {
    var state = try Fixture.guest()
    #expect(feed([.action(action)], to: &state) == [])
    #expect(state.sheets == [.loginNeeded])
    #expect(feed([enter], to: &state) == [])
    #expect(!state.isGuest && state.sheets.isEmpty)
    #expect(ids(state).contains("login.phone"))
  }

  @Test func `who logs in comes back to the section, and who changes their mind too`() throws {
    var state = try Fixture.guest()
    _ = feed(Key.text("4") + [.action(.guest(.logIn))], to: &state)
    #expect(ids(state).contains("login.phone"))
    _ = feed([escape], to: &state)
    #expect(state.isGuest && state.tab == .promotions)
    _ = feed([.action(.guest(.logIn)), .login(.signedIn)], to: &state)
    #expect(state.isSignedIn && !state.isGuest && state.tab == .promotions)
    #expect(!ids(state).contains("guest.login"))
  }

  @Test func `nothing of the member before is under a guest`() throws {
    var state = try Fixture.signedIn()
    _ = feed(
      [.login(.signedOut), .action(.guest(.lookAround)), .rewards(.loaded(Fixture.rewards))],
      to: &state)
    #expect(state.rewards.contents.coupons.isEmpty)
    // The store may still hold it, when the server ended the session.
    _ = feed([.home(.loaded(Fixture.home))], to: &state)
    for tab in ["1", "2", "3", "4", "5"] {
      _ = feed(Key.text(tab), to: &state)
      let text = view(state).elements.map(\.text).joined(separator: "\n")
      #expect(!text.contains("1,234") && !text.contains("7000 0012"), "\(tab)\n\(text)")
    }
  }

  @Test func `the menu of a guest ends with the way in`() throws {
    var state = try Fixture.guest()
    _ = feed(Key.text("5") + [.input(.key(Key(.end)))], to: &state)
    #expect(!view(state).elements.contains { $0.text == "Log out" })
    _ = feed([enter], to: &state)
    #expect(ids(state).contains("login.phone"))
  }
}

extension Fixture {
  static func guest(
    _ size: Size = Size(width: 80, height: 24), _ language: Language = .english
  ) throws -> State {
    var state = try signedOut(size, language)
    _ = feed([.action(.guest(.lookAround)), .pulled], to: &state)
    var published = rewards
    published.rewards = published.rewards?.map { reward in
      var reward = reward
      reward.blockers = [
        Reward.Blocker(
          code: .unauthenticated,
          message: language == .russian
            ? "Войдите, чтобы получить награду." : "Log in to take a reward.")
      ]
      return reward
    }
    _ = feed([.rewards(.loaded(published)), .promotions(.loaded(promotions))], to: &state)
    return state
  }
}
