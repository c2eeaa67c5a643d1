import Cells
import Content
import Loyalty
import TestSupport
import Testing

@testable import App

/// Each list with nothing in it, with one row, and with very many.
struct ListSweepTests {
  enum Place: String, CaseIterable {
    case history
    case rewards
    case coupons
    case promotions
    case inbox
    case shops
    case cities
    case friends
    case wallet
    case sessions
    case accounts
    case stamps
    case lots
    case expiring
    case drafts
    case outline
    case revisions

    /// What opens the list with so many rows.
    func events(_ count: Int) -> [Event] {
      switch self {
      case .history:
        [
          .action(.showTab(.history)),
          .history(
            .loaded(
              HistoryPage(
                after: nil, entries: Fixture.entries(count), hasMoreLocally: false,
                hasMoreOnServer: false))),
        ]
      case .rewards:
        [
          .rewards(
            .loaded(
              RewardsContents(rewards: many(Fixture.rewards.rewards, count) { $0.id = .init($1) }))),
          .action(.showTab(.rewards)),
        ]
      case .coupons:
        [
          .rewards(
            .loaded(
              RewardsContents(
                rewards: [], coupons: many(Fixture.rewards.coupons, count) { $0.id = .init($1) }))),
          .action(.showTab(.rewards)),
        ]
      case .promotions:
        [
          .promotions(
            .loaded(
              PromotionsContents(
                promotions: many(Fixture.promotions.promotions, count) { $0.id = .init($1) }))),
          .action(.showTab(.promotions)),
        ]
      case .inbox:
        [
          .action(.inbox(.show)),
          .inbox(
            .loaded(
              InboxContents(
                notifications: many(Fixture.inbox.notifications, count) { $0.id = .init($1) }))),
        ]
      case .shops:
        [
          .action(.shops(.show)),
          .shops(
            .loaded(
              ShopsContents(shops: many(Fixture.shops.shops, count) { $0.id = .init($1) }))),
        ]
      case .cities:
        [
          .shops(
            .loaded(
              ShopsContents(
                shops: many(Fixture.shops.shops, count) {
                  $0.id = .init($1)
                  $0.city.id = .init($1)
                }))),
          .action(.shops(.show)), .action(.shops(.showOrigins)),
        ]
      case .friends:
        [.action(.referral(.show)), .referral(.loaded(friends(count)))]
      case .wallet:
        [
          .action(.wallet(.show)),
          .wallet(
            .loaded(
              WalletContents(
                cards: many(Array(Fixture.wallet.cards.prefix(3)), count) { $0.id = .init($1) }))),
        ]
      case .sessions:
        [
          .action(.profile(.show)), .profile(.loaded(Fixture.profile)), .action(.sessions(.show)),
          .sessions(.loaded(many(Fixture.sessions, count) { $0.id = .init($1) })),
        ]
      case .accounts:
        [
          .action(.accounts(.show)),
          .accounts(
            .loaded(
              AccountsContents(
                accounts: many(Fixture.accounts.accounts, count) { $0.id = .init($1) },
                current: .init("row 0")))),
        ]
      case .stamps: [.home(.loaded(stamps(count))), .action(.stamps(.show))]
      case .drafts:
        [
          .home(.loaded(Fixture.editorHome)), .action(.drafts(.show)),
          .drafts(.loaded(many(DraftsTests.all, count) { $0.slug = $1 }, kept: [])),
        ]
      case .outline:
        [.home(.loaded(Fixture.editorHome)), .editor(.opened(draft(count), seed: "b"))]
      case .revisions:
        [
          .home(.loaded(Fixture.editorHome)), .editor(.opened(draft(0), seed: "b")),
          .action(.editor(.showRevisions)),
          .editor(.revisionsLoaded(many(Fixture.revisions, count) { $0.id = .init($1) })),
        ]
      case .expiring:
        [
          .explanation(.loaded(lots(0))), .promotions(.loaded(PromotionsContents(promotions: []))),
          .rewards(
            .loaded(
              RewardsContents(
                rewards: [],
                coupons: many([Fixture.coupon("cpn_1")], count) { $0.id = .init($1) }))),
          .action(.expiry(.show)),
        ]
      case .lots: [.action(.explanation(.show)), .explanation(.loaded(lots(count)))]
      }
    }

    private func draft(_ count: Int) -> EditedDraft {
      var base = Fixture.draft.base
      base.blocks = many(base.blocks, min(count, 500)) { $0.id = .init($1) }
      return EditedDraft(base: base, screen: base.content)
    }

    private func friends(_ count: Int) -> ReferralContents {
      var contents = Fixture.referral
      let friends = many(contents.referral?.friends, count) { $0.name = $1 }
      contents.referral?.friends = friends
      return contents
    }

    private func stamps(_ count: Int) -> HomeContents {
      var contents = Fixture.home
      contents.stamps = many(Fixture.stampCards, count) { $0.id = .init($1) }
      return contents
    }

    private func lots(_ count: Int) -> ExplanationContents {
      var contents = Fixture.explanation
      let lots = many(contents.explanation?.lots, count) { $0.id = .init($1) }
      contents.explanation?.lots = lots
      return contents
    }

    /// So many rows of the fixture's, each under a name of its own.
    private func many<Row>(
      _ rows: [Row]?, _ count: Int, _ name: (inout Row, String) -> Void
    ) -> [Row] {
      guard let rows, !rows.isEmpty else { return [] }
      return (0..<count).map { number in
        var row = rows[number % rows.count]
        name(&row, "row \(number)")
        return row
      }
    }
  }

  @Test(arguments: Place.allCases, [0, 1, Effort.count(300, long: 3000)])
  func `from the first row to the last and back, the selected one is on the screen`(
    place: Place, count: Int
  ) throws {
    let sizes = [
      Size(width: 40, height: 15), Size(width: 80, height: 24), Size(width: 120, height: 40),
    ]
    // One of the three in a bounded run, another one for the list beside it.
    let turn = Place.allCases.firstIndex(of: place) ?? 0
    for size in Effort.sample(sizes, every: 3, from: turn + min(count, 2)) {
      var state = try Fixture.signedIn(size)
      _ = feed(place.events(count), to: &state)
      let list = (tab: state.tab, sheets: state.sheets)
      var resized = state
      #expect(list.tab != .home || !list.sheets.isEmpty, "\(place) is not on the screen")
      check(state, place, count, isList: true)
      let keys: [Key.Code] = [.end, .up, .pageUp, .home, .down, .pageDown, .end, .enter, .escape]
      for code in keys {
        _ = feed([.input(.key(Key(code)))], to: &state)
        check(state, place, count, isList: isOn(list, state))
      }
      // The last row, and then a window of another size.
      _ = feed([.input(.key(Key(.end)))], to: &resized)
      for other in [Size(width: 40, height: 15), Size(width: 120, height: 50), size] {
        _ = feed([.input(.resize(other))], to: &resized)
        check(resized, place, count, isList: isOn(list, resized))
      }
    }
  }

  private func check(_ state: State, _ place: Place, _ count: Int, isList: Bool) {
    let frame = view(state)
    let comment = Comment(rawValue: "\(place), \(count), \(state.size)")
    for element in frame.elements {
      let bounds = element.bounds
      #expect(bounds.isEmpty || bounds.intersection(frame.grid.bounds) == bounds, comment)
    }
    // However long the list, only what is on the screen is drawn.
    #expect(frame.elements.count < 200, comment)
    // A choice may have led to another place.
    guard count > 0, isList else { return }
    let rows = frame.elements.filter { isRow($0, place) }
    #expect(!rows.isEmpty, comment)
    let isAnySelected = rows.contains(where: \.isSelected)
    #expect(isAnySelected || !hasSelection(place), comment)
    #expect(state.violations(after: state).isEmpty, comment)
  }

  /// Whether the list is on the screen: a small one shows the editor's outline or its fields.
  private func isOn(_ list: (Tab, [Sheet]), _ state: State) -> Bool {
    let isOutline = state.sheets.last == .editor(.main)
    return (state.tab, state.sheets) == list
      && (!isOutline || EditorLayout(state).outline != nil)
  }

  private func isRow(_ element: Element, _ place: Place) -> Bool {
    // Nothing can be done with a stamp card.
    element.role == .listItem || place == .stamps && element.id.rawValue.hasPrefix("stamps.")
  }

  /// The others scroll as a whole.
  private func hasSelection(_ place: Place) -> Bool {
    [
      .history, .rewards, .coupons, .promotions, .inbox, .shops, .cities, .wallet, .accounts,
      .drafts, .outline, .revisions,
    ]
    .contains(place)
  }
}
