import Cells
import Loyalty
import Testing

@testable import App

/// What a program does without, and the languages that it speaks.
struct FeatureTests {
  private func state(
    _ features: [Feature]?, languages: [Language] = [.russian, .english],
    speaking language: Language = .english
  ) throws -> State {
    var state = try Fixture.signedIn(Size(width: 120, height: 40), language)
    var home = Fixture.home
    home.stamps = Fixture.stampCards
    home.program?.features = features
    home.program?.languages = languages
    _ = feed(
      [.home(.loaded(home)), .inbox(.loaded(Fixture.inbox)), .referral(.loaded(Fixture.referral))],
      to: &state)
    return state
  }

  private func titles(_ state: State) -> [String] { view(state).elements.map(\.text) }

  @Test func `a server that names no features has all of them`() throws {
    var state = try state(nil)
    let ids = view(state).elements.map(\.id.rawValue)
    #expect(ids.contains("tab.rewards") && ids.contains("tab.promotions"))
    #expect(ids.contains("home.tier"))
    _ = feed(Key.text("5"), to: &state)
    for title in ["Invite a friend", "Stores", "Promo code", "Stamp cards"] {
      #expect(titles(state).contains { $0.contains(title) }, "\(title): \(titles(state))")
    }
  }

  @Test func `without its features a program has no sections, lines, keys and marks for them`()
    throws
  {
    var state = try state([])
    let ids = view(state).elements.map(\.id.rawValue)
    #expect(!ids.contains("tab.rewards") && !ids.contains("tab.promotions"))
    #expect(!ids.contains("home.tier") && !ids.contains("home.stamps"))
    #expect(state.unread == 0)
    for key in ["3", "4", "t", "s", "i"] {
      #expect(feed(Key.text(key), to: &state) == [])
      #expect(state.tab == .home && state.sheets.isEmpty, "\(key)")
    }
    for action: Action in [
      .showTab(.rewards), .referral(.show), .shops(.show), .promoCode(.show), .inbox(.show),
      .tier(.show),
    ] {
      #expect(feed([.action(action)], to: &state) == [])
      #expect(state.tab == .home && state.sheets.isEmpty, "\(action)")
    }
    _ = feed(Key.text("?"), to: &state)
    #expect(!titles(state).contains { $0.hasSuffix(": Rewards") || $0.hasSuffix(": Tier") })
  }

  @Test func `sections keep their numbers, and the arrows pass over those that are missing`() throws
  {
    var state = try state([.rewards])
    #expect(titles(state).contains("More"))
    #expect(view(state).grid.text.contains("5 More"))
    _ = feed(Key.text("3") + [.input(.key(Key(.right)))], to: &state)
    #expect(state.tab == .more)
    _ = feed([.input(.key(Key(.right)))], to: &state)
    #expect(state.tab == .home)
  }

  @Test func `names that this version does not know change nothing`() throws {
    let state = try state([.init(rawValue: "hologram"), .shops])
    #expect(state.offersShops)
    #expect(!view(state).elements.contains { $0.id == "tab.rewards" })
  }

  @Test func `who stands in a section that is withdrawn comes home`() throws {
    var state = try state(nil)
    _ = feed(Key.text("3") + [.action(.rewards(.open(row: 1)))], to: &state)
    #expect(!state.sheets.isEmpty)
    var home = Fixture.home
    home.program?.features = []
    _ = feed([.home(.loaded(home))], to: &state)
    #expect(state.tab == .home && state.sheets.isEmpty)
  }

  /// Each sheet that goes with a part of the program.
  static let parts: [(Sheet, Feature)] = [
    (.rewards(.reward(.init("rew_cap"))), .rewards), (.rewards(.coupon(.init("cpn_1"))), .rewards),
    (.promotion(.init("pro_bag")), .promotions), (.tier, .tiers), (.stamps, .stamps),
    (.inbox(.list), .inbox), (.inbox(.notification(.init("ntf_3"))), .inbox),
    (.inbox(.preferences), .inbox), (.shops(.list), .shops),
    (.shops(.shop(.init("shp_1"))), .shops), (.shops(.origins), .shops),
    (.referral(.overview), .referral), (.referral(.code), .referral),
    (.referral(.claim), .referral), (.promoCode, .promoCodes),
  ]

  @Test(arguments: parts)
  func `a sheet goes when its part is withdrawn, and with no other`(sheet: Sheet, part: Feature)
    throws
  {
    let all = Set(Self.parts.map(\.1))
    for (features, isLeft) in [([part], true), (Array(all.subtracting([part])), false)] {
      var state = try state(nil)
      state.sheets = [sheet]
      var home = Fixture.home
      home.program?.features = features
      _ = feed([.home(.loaded(home))], to: &state)
      #expect(state.sheets == (isLeft ? [sheet] : []))
    }
  }

  @Test func `a program of one language speaks that one, and the choice is kept for the next`()
    throws
  {
    var state = try state(nil, languages: [.russian], speaking: .english)
    #expect(state.settings.language == .russian)
    #expect(state.chosenLanguage == .english)
    _ = feed([.input(.key(Key(.function(3))))], to: &state)
    #expect(state.settings.language == .russian)
    _ = feed([.home(.loaded(Fixture.home))], to: &state)
    #expect(state.settings.language == .english)
  }

  @Test func `a program of languages that nobody here speaks has ours`() throws {
    var state = try state(nil, languages: [Language(rawValue: "tlh")])
    #expect(state.settings.language == .english)
    _ = feed([.input(.key(Key(.function(3))))], to: &state)
    #expect(state.settings.language == .russian)
  }
}

extension State {
  fileprivate var unread: Int {
    view(self).elements.contains { $0.text.contains("new") && $0.role == .status } ? 1 : 0
  }

  fileprivate var offersShops: Bool {
    var state = self
    return feed([.action(.shops(.show))], to: &state) == [.load(.shops)]
  }
}
