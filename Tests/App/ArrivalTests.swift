import Loyalty
import Testing

@testable import App

/// What is read from the local store after the server has answered.
struct ArrivalTests {
  private let now = Fixture.now

  @Test func `the first answer reads all that is shown, away from the screen`() throws {
    var state = try Fixture.signedIn()
    let newest = state.history.newest
    #expect(
      feed([.arrived([])], to: &state) == [
        .reload(.home), .reload(.rewards), .reload(.promotions), .reload(newest),
        .reload(.inbox), .reload(.screens), .reload(.profile),
      ])
    #expect(feed([.pulled], to: &state) == [.follow])
  }

  @Test func `a server that is not reached is read for once, not at each try`() throws {
    var state = try Fixture.signedIn()
    let failure = [Event.arrived([]), .failed(.pull, .offline(.refused))]
    #expect(feed(failure, to: &state).contains(.reload(.rewards)))
    for _ in 0..<3 { #expect(feed(failure, to: &state) == []) }
  }

  @Test(
    arguments: [
      [], [.card], [.tier], [.explanation], [.shops(.list)], [.profile(.overview)],
    ] as [[Sheet]])
  func `a pull that changed nothing reads nothing`(sheets: [Sheet]) throws {
    var state = try Fixture.signedIn()
    state.sheets = sheets
    _ = feed([.pulled], to: &state)
    #expect(feed([.arrived([]), .pulled], to: &state) == [])
    #expect(feed([.news, .arrived([]), .pulled], to: &state) == [.ask(.pull)])
  }

  @Test func `only what shows something that has come is read`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.pulled], to: &state)
    #expect(feed([.arrived([.coupons]), .pulled], to: &state) == [.reload(.rewards)])
    let newest = state.history.newest
    #expect(
      feed([.arrived([.balance, .ledger, .explanation])], to: &state)
        == [.reload(.home), .reload(newest)])
    #expect(feed([.arrived([.shops])], to: &state) == [])
    state.sheets = [.shops(.list)]
    #expect(feed([.arrived([.shops])], to: &state) == [.reload(.shops)])
    state.sheets = [.explanation]
    #expect(feed([.arrived([.explanation])], to: &state) == [.reload(.explanation)])
    // A pull may have brought something before it failed.
    let failed = [Event.arrived([.promotions]), .failed(.pull, .garbled)]
    #expect(feed(failed, to: &state) == [.reload(.promotions)])
  }

  @Test func `each resource is shown by something`() {
    let loads: [Load] = [
      .home, .history(.page(after: nil, limit: 1, HistoryQuery())), .rewards, .promotions,
      .screens, .explanation, .inbox, .shops, .referral, .profile, .sessions, .drafts, .intro,
      .editor(.choices),
    ]
    #expect(Set(loads.flatMap(\.resources)) == Set(Resource.allCases))
  }

  @Test func `what no pull brings is read when it was asked for, where it is shown`() throws {
    var state = try Fixture.editing()
    _ = feed([.pulled], to: &state)
    #expect(feed([.arrived([.contentChoices])], to: &state) == [.reload(.editor(.choices))])
    for (sheets, resource, load) in [
      ([.profile(.overview), .sessions(.list), .sessions(.others)], .sessions, .sessions),
      ([.drafts(.list), .drafts(.deletion)], .drafts, .drafts),
    ] as [([Sheet], Resource, Load)] {
      state.sheets = []
      #expect(feed([.arrived([resource])], to: &state) == [])
      state.sheets = sheets
      #expect(feed([.arrived([resource])], to: &state) == [.reload(load)])
    }
  }

  @Test func `who is told of a coupon or an offer that is not there hears its name`() throws {
    var state = try Fixture.signedIn()
    state.sheets = [.rewards(.reward(.init("rew_cap")))]
    _ = feed([.rewards(.redeemed(.init("cpn_none"), of: .init("rew_cap")))], to: &state)
    #expect(state.toasts.count == 1 && state.sheets.count == 1)
    state.sheets = [.promoCode]
    _ = feed([.promoCode(.answered(.promotion(.init("none"), [.english: "Mornings"])))], to: &state)
    #expect(state.toasts.last?.text.contains("Mornings") == true && state.sheets.isEmpty)
  }

  @Test func `an answer confirms what it did not bring`() throws {
    var state = try Fixture.signedIn()
    let old = now.adding(days: -2)
    state.home.contents.confirmedAt = old
    state.home.contents.tierConfirmedAt = old
    state.home.contents.stampsConfirmedAt = old
    state.explanation.contents.confirmedAt = old
    state.inbox.contents.confirmedAt = old
    state.shops.contents.confirmedAt = old
    state.referral.contents.confirmedAt = old
    state.promotions.contents.confirmedAt = old
    state.profile.contents.confirmedAt = nil
    _ = update(&state, .pulled, at: now)
    let moments = [
      state.home.contents.confirmedAt, state.home.contents.tierConfirmedAt,
      state.home.contents.stampsConfirmedAt, state.explanation.contents.confirmedAt,
      state.inbox.contents.confirmedAt, state.shops.contents.confirmedAt,
      state.referral.contents.confirmedAt, state.promotions.contents.confirmedAt,
    ]
    #expect(moments.allSatisfy { $0 == now })
    // What was never stored cannot be confirmed.
    #expect(state.profile.contents.confirmedAt == nil)
  }

  @Test func `news without points does not name those that the member asks for`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.pulled, .news, .arrived([.screens]), .pulled], to: &state)
    #expect(!state.live.isNews)
    // There was more news while the first was asked for.
    _ = feed([.news, .news, .arrived([.screens]), .pulled], to: &state)
    #expect(state.live.isNews)
    _ = feed([.arrived([]), .pulled], to: &state)
    #expect(!state.live.isNews)
  }
}
