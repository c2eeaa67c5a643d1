public import Loyalty

/// What the wallet on this device holds.
public struct WalletContents: Equatable, Sendable {
  /// In the order in which they came.
  public var cards: [LocalCard]
  /// Those that have pictures, whether these can be shown or not.
  public var pictured: Set<LocalCard.ID>

  public init(cards: [LocalCard] = [], pictured: Set<LocalCard.ID> = []) {
    self.cards = cards
    self.pictured = pictured
  }
}

/// The sheets of the wallet.
public enum WalletSheet: Equatable, Sendable {
  case list
  case card(LocalCard.ID)
  /// A card on the whole screen, for the till.
  case paper(LocalCard.ID)
  /// A new card has no id.
  case form(LocalCard.ID?)
  case deletion(LocalCard.ID)
  case reading
  case writing
}

/// The list of cards of other businesses.
public struct WalletState: Equatable, Sendable {
  public internal(set) var contents = WalletContents()
  /// What the list shows now.
  public internal(set) var items: [LocalCard] = []
  public internal(set) var list = ListState()
  /// As far as they are known, with an entry for each card that has some.
  var pictures: [LocalCard.ID: CardPictures] = [:]
  /// Whether the wallet has been read.
  var isLoaded = false
  var search = TextField(limit: 60)
  var isSearching = false
  var filter = Filter.all
  var order = Order.lastUsed
  /// Of the card on the screen.
  var symbol = CardSymbol.none
  /// The card that `symbol` is of: it is encoded once.
  var encoded: LocalCard?
  /// Of what stands in the form of a card.
  var preview = CardPreview()
  /// The first line of the card on the screen.
  var detail = 0

  public init() {}

  enum Filter: Equatable, Sendable {
    /// All but the archived ones.
    case all
    case group(String)
    case archived
  }

  enum Order: Equatable, Sendable, CaseIterable {
    case lastUsed
    case name
    case expiry

    /// What comes first: used last, or over soonest; what has no such moment comes last.
    func rank(_ card: LocalCard) -> Int64 {
      switch self {
      case .name: 0
      case .lastUsed: card.lastUsed.map { -$0.rawValue } ?? .max
      case .expiry: card.expiresOn?.daysSince1970 ?? .max
      }
    }
  }

  func card(_ id: LocalCard.ID) -> LocalCard? { contents.cards.first { $0.id == id } }

  /// The card that the list's mark is on.
  var selected: LocalCard? {
    items.indices.contains(list.selection) ? items[list.selection] : nil
  }

  /// Those of which a card is in sight.
  var groups: [String] {
    Set(contents.cards.filter { !$0.isArchived }.flatMap(\.groups))
      .sorted { SearchableText($0) < SearchableText($1) }
  }

  /// What one can choose from, round and round.
  var filters: [Filter] {
    let archived: [Filter] = contents.cards.contains(where: \.isArchived) ? [.archived] : []
    return [.all] + groups.map(Filter.group) + archived
  }

  /// Whether nothing is chosen and nothing searched for.
  var isAll: Bool { filter == .all && search.text.isEmpty }

  /// All of the wallet from its first card on, in the order that it has at first.
  mutating func begin(height: Int) {
    // NB: with thousands of cards choosing and sorting costs more than all else of opening it.
    if isLoaded, isAll, order == .lastUsed {
      list = ListState()
      isSearching = false
      detail = 0
      return
    }
    let (contents, pictures, isLoaded) = (contents, pictures, isLoaded)
    self = WalletState()
    self.pictures = pictures
    replaceContents(with: contents, height: height)
    self.isLoaded = isLoaded
  }

  mutating func replaceContents(with contents: WalletContents, height: Int) {
    self.contents = contents
    isLoaded = true
    arrange(height: height)
  }

  /// Chooses and sorts what the list shows; the selected card stays selected.
  mutating func arrange(height: Int) {
    let selected = self.selected?.id
    if !filters.contains(filter) { filter = .all }
    let words = SearchableText(search.text)
    items = contents.cards.filter { card in
      guard isChosen(card) else { return false }
      let texts = [card.name, card.number, card.note] + card.groups
      return SearchableText(texts.joined(separator: " ")).hasAll(wordsOf: words)
    }
    let names = Dictionary(
      items.map { ($0.id, SearchableText($0.name).text) }, uniquingKeysWith: { first, _ in first })
    let order = order
    items.sort { left, right in
      if left.isStarred != right.isStarred { return left.isStarred }
      let (one, other) = (order.rank(left), order.rank(right))
      if one != other { return one < other }
      let (name, otherName) = (names[left.id] ?? "", names[right.id] ?? "")
      return (name, left.number) < (otherName, right.number)
    }
    select(selected)
    list.scrollToSelection(count: items.count, height: height)
  }

  /// Puts the mark of the list on a card.
  mutating func select(_ id: LocalCard.ID?) {
    guard let id, let row = items.firstIndex(where: { $0.id == id }) else { return }
    list.top = max(0, list.top + row - list.selection)
    list.selection = row
  }

  private func isChosen(_ card: LocalCard) -> Bool {
    switch filter {
    case .all: !card.isArchived
    case .group(let name): !card.isArchived && card.groups.contains(name)
    case .archived: card.isArchived
    }
  }
}
