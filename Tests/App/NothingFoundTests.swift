import Cells
import Loyalty
import Testing

@testable import App

/// What stands in the place of rows that were narrowed down to none: why, and what leads out.
struct NothingFoundTests {
  enum Place: CaseIterable {
    case historySearch, historyMonth, historyKind
    case rewardsAvailable, rewardsFavourites
    case shopsSearch, shopsClosed
    case walletSearch, walletArchived

    /// What narrows the list down, and the answer of the store.
    var events: [Event] {
      switch self {
      case .historySearch:
        [.action(.showTab(.history))] + Key.text("/zzz") + [none(HistoryQuery(text: "zzz"))]
      case .historyMonth:
        [.action(.showTab(.history))] + Key.text("p")
          + [none(HistoryQuery(period: HistoryPeriod(Fixture.now, in: Fixture.moscow)))]
      case .historyKind:
        [.action(.showTab(.history))] + Key.text("f") + [none(HistoryQuery(kind: .earned))]
      case .rewardsAvailable:
        [.rewards(.loaded(Fixture.far)), .action(.showTab(.rewards))] + Key.text("f")
      case .rewardsFavourites:
        [.rewards(.loaded(Fixture.far)), .action(.showTab(.rewards))] + Key.text("ff")
      case .shopsSearch: shops + Key.text("/zzz")
      case .shopsClosed: shops + Key.text("f")
      case .walletSearch: wallet(Fixture.wallet) + Key.text("/zzz")
      case .walletArchived: wallet(Fixture.archived)
      }
    }

    private func none(_ query: HistoryQuery) -> Event {
      .history(
        .loaded(
          HistoryPage(
            after: nil, entries: [], hasMoreLocally: false, hasMoreOnServer: false, query: query)))
    }

    private var shops: [Event] {
      [.action(.shops(.show)), .shops(.loaded(Fixture.closed))]
    }

    private func wallet(_ contents: WalletContents) -> [Event] {
      [.action(.wallet(.show)), .wallet(.loaded(contents))]
    }

    /// Why there is nothing, in both languages.
    var why: [Language: String] {
      switch self {
      case .historySearch, .historyMonth, .historyKind:
        [.english: "Nothing found", .russian: "Ничего не нашлось"]
      case .rewardsAvailable:
        [.english: "Nothing you have enough for yet", .russian: "Пока ни на что не хватает"]
      case .rewardsFavourites:
        [.english: "No favourites yet", .russian: "Любимых наград пока нет"]
      case .shopsSearch: [.english: "No store fits.", .russian: "Ничего не найдено."]
      case .shopsClosed:
        [.english: "No store is open now.", .russian: "Сейчас все адреса закрыты."]
      case .walletSearch: [.english: "No card fits.", .russian: "Ничего не найдено."]
      case .walletArchived:
        [.english: "All cards are archived", .russian: "Все карты в архиве"]
      }
    }

    /// The key that the screen names first.
    var way: (name: String, key: Key) {
      switch self {
      case .historySearch, .historyKind, .rewardsAvailable, .rewardsFavourites, .shopsSearch,
        .walletSearch:
        ("Esc", Key(.escape))
      case .historyMonth: ("p", .character("p"))
      case .shopsClosed, .walletArchived: ("f", .character("f"))
      }
    }

    /// Whether all of the list, or another part of it, is on the screen or asked for.
    func isOut(_ state: State, _ effects: [Effect]) -> Bool {
      switch self {
      case .historySearch, .historyKind:
        effects == [state.history.firstPage] && state.history.query.isAll
      case .historyMonth: effects == [state.history.firstPage]
      case .rewardsAvailable, .rewardsFavourites: !state.rewards.items.isEmpty
      case .shopsSearch, .shopsClosed: !state.shops.items.isEmpty
      case .walletSearch, .walletArchived: !state.wallet.items.isEmpty
      }
    }
  }

  @Test(arguments: Place.allCases, [Language.english, .russian])
  func `it says why, and the key that it names first leads out, with a server and without`(
    place: Place, language: Language
  ) throws {
    for isAway in [false, true] {
      var state = try Fixture.signedIn(Size(width: 80, height: 24), language)
      if isAway { _ = feed([.failed(.pull, .offline(.refused))], to: &state) }
      _ = feed(place.events, to: &state)
      state.toasts = []
      let texts = view(state).elements.filter { $0.role == .text || $0.role == .status }
        .map { $0.text.replacing("\u{A0}", with: " ") }
      let why = try #require(place.why[language])
      #expect(texts.contains { $0.hasPrefix(why) }, "\(texts)")
      let way = place.way
      let isNamed = texts.contains { $0.hasPrefix("\(way.name) ") || $0.contains(". \(way.name) ") }
      #expect(isNamed, "\(texts)")
      let effects = feed([.input(.key(way.key))], to: &state)
      #expect(place.isOut(state, effects), "\(place) after \(way.name)")
    }
  }

  @Test(arguments: [Language.english, .russian])
  func `the palette says that nothing fits, and names Esc alone`(language: Language) throws {
    var state = try Fixture.signedIn(Size(width: 80, height: 24), language)
    _ = feed(Key.text(":"), to: &state)
    #expect(view(state).elements.contains { $0.id == "palette.do" })
    _ = feed(Key.text("qzqzqz"), to: &state)
    let elements = view(state).elements
    #expect(elements.contains { $0.id == "palette.none" && !$0.text.isEmpty })
    #expect(!elements.contains { $0.id == "palette.do" })
    #expect(elements.contains { $0.id == "sheet.close" })
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.sheets.isEmpty)
  }
}

extension Fixture {
  /// Rewards for which there is not enough, and no favourites.
  fileprivate static var far: RewardsContents {
    let far = (rewards.rewards ?? []).map { reward in
      var reward = reward
      reward.blockers = [Reward.Blocker(code: .insufficientPoints, message: nil)]
      return reward
    }
    return RewardsContents(rewards: far)
  }

  /// Stores of which none is open.
  fileprivate static var closed: ShopsContents {
    var contents = shops
    contents.shops = (contents.shops ?? []).map { shop in
      var shop = shop
      shop.openIntervals = []
      return shop
    }
    return contents
  }

  fileprivate static var archived: WalletContents {
    WalletContents(
      cards: wallet.cards.map { card in
        var card = card
        card.isArchived = true
        return card
      })
  }
}
