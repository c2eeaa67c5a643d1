public import Loyalty

/// What distances are counted from: the program does not know where its terminal stands.
public enum ShopsOrigin: Equatable, Sendable, RawRepresentable {
  /// The middle of a city's shops.
  case city(Shop.City.ID)
  case shop(Shop.ID)

  /// `city:…` or `store:…`.
  public init?(rawValue: String) {
    let parts = rawValue.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "city": self = .city(.init(String(parts[1])))
    case "store": self = .shop(.init(String(parts[1])))
    default: return nil
    }
  }

  public var rawValue: String {
    switch self {
    case .city(let id): "city:\(id)"
    case .shop(let id): "store:\(id)"
    }
  }
}

/// What the local store holds about shops.
public struct ShopsContents: Equatable, Sendable {
  /// `nil` when the server's list has never arrived.
  public var shops: [Shop]?
  public var origin: ShopsOrigin?
  /// When the server last confirmed the list.
  public var confirmedAt: Instant?

  public init(shops: [Shop]? = nil, origin: ShopsOrigin? = nil, confirmedAt: Instant? = nil) {
    self.shops = shops
    self.origin = origin
    self.confirmedAt = confirmedAt
  }
}

/// The list of shops, nearest first as soon as the member has said where they are.
public struct ShopsState: Equatable, Sendable {
  public internal(set) var contents = ShopsContents()
  /// What the list shows now.
  public internal(set) var items: [Item] = []
  public internal(set) var list = ListState()
  var search = TextField(limit: 60)
  var isSearching = false
  var onlyOpen = false
  /// Of the cities to choose from.
  var cities = ListState()
  /// The first line of the store on the screen.
  var detail = 0

  public init() {}

  public struct Item: Equatable, Sendable {
    public var shop: Shop
    /// Metres from the origin; `nil` without one.
    public var distance: Int?
  }

  func shop(_ id: Shop.ID) -> Shop? { contents.shops?.first { $0.id == id } }

  /// Cities in the order in which the server names them.
  var allCities: [Shop.City] {
    var seen: Set<Shop.City.ID> = []
    return (contents.shops ?? []).map(\.city).filter { seen.insert($0.id).inserted }
  }

  /// The point from which distances are counted.
  var originPlace: Place? {
    let shops = contents.shops ?? []
    switch contents.origin {
    case nil: return nil
    case .shop(let id): return shop(id)?.place
    case .city(let id):
      let places = shops.filter { $0.city.id == id }.map(\.place)
      guard !places.isEmpty else { return nil }
      return Place(
        latitude: places.reduce(0) { $0 + $1.latitude } / places.count,
        longitude: places.reduce(0) { $0 + $1.longitude } / places.count)
    }
  }

  /// Whether all shops are in the list.
  var isAll: Bool { !onlyOpen && search.text.isEmpty }

  mutating func replaceContents(with contents: ShopsContents, now: Instant, height: Int) {
    self.contents = contents
    arrange(now: now, height: height)
    cities.scrollToSelection(count: allCities.count, height: height)
  }

  /// Chooses and sorts what the list shows; the selected store stays selected.
  mutating func arrange(now: Instant, height: Int) {
    let selected = items.indices.contains(list.selection) ? items[list.selection].shop.id : nil
    let origin = originPlace
    let words = SearchableText(search.text)
    let chosen = (contents.shops ?? []).filter { shop in
      if onlyOpen {
        guard case .open = shop.openness(at: now) else { return false }
      }
      guard !search.text.isEmpty else { return true }
      let texts = [shop.name, shop.address, shop.city.name].flatMap { $0.values.values }
      return SearchableText(texts.joined(separator: " ")).hasAll(wordsOf: words)
    }
    items = chosen.map { shop in
      Item(shop: shop, distance: origin.map { $0.distance(to: shop.place) })
    }
    // NB: the sort is stable, so that shops at the same place keep the server's order.
    if origin != nil { items.sort { ($0.distance ?? 0) < ($1.distance ?? 0) } }
    if list.selection > 0, let row = items.firstIndex(where: { $0.shop.id == selected }) {
      list.top = max(0, list.top + row - list.selection)
      list.selection = row
    }
    list.scrollToSelection(count: items.count, height: height)
  }
}
