public import Loyalty

/// What the local store holds about rewards and coupons.
public struct RewardsContents: Equatable, Sendable {
  /// `nil` when the server's list has never arrived.
  public var rewards: [Reward]?
  /// Newest first.
  public var coupons: [Coupon]
  /// With what waits to be sent.
  public var wishes: Wishes

  public init(rewards: [Reward]? = nil, coupons: [Coupon] = [], wishes: Wishes = Wishes()) {
    self.rewards = rewards
    self.coupons = coupons
    self.wishes = wishes
  }
}

/// The member's coupons and the catalogue as one list: what can be used, what can be taken, what is
/// past.
public struct RewardsState: Equatable, Sendable {
  public internal(set) var contents = RewardsContents()
  public internal(set) var items: [Item] = []
  /// How many items each part has.
  private(set) var counts: [Int] = Array(repeating: 0, count: Part.allCases.count)
  /// Those of the rewards that are shown, where they are sorted by price.
  private(set) var steps = PriceSteps()
  var sort = RewardSort.listed
  var filter = RewardFilter.all
  public internal(set) var list = ListState()
  var step = Step.browsing
  var problem: Problem?
  /// Of the coupon on the screen, encoded once when it opens.
  var symbol = CardSymbol.none

  public init() {}

  public enum Item: Equatable, Sendable {
    case coupon(Coupon)
    case reward(Reward)

    var key: String {
      switch self {
      case .coupon(let coupon): "c" + coupon.id.rawValue
      case .reward(let reward): "r" + reward.id.rawValue
      }
    }
  }

  /// How far the member is on the way from wanting to having.
  enum Step: Equatable, Sendable {
    case browsing
    /// Asked once more, at the price that was on the screen.
    case confirming(Reward.ID, Points)
    case redeeming(Reward.ID, Points)
  }

  /// Why nothing came of it.
  enum Problem: Equatable, Sendable {
    case offline
    /// The answer got lost.
    case lost
    case priceChanged(from: Points, Trouble)
    case trouble(Trouble)
  }

  var isRedeeming: Bool {
    if case .redeeming = step { return true }
    return false
  }

  func reward(_ id: Reward.ID) -> Reward? { contents.rewards?.first { $0.id == id } }
  func coupon(_ id: Coupon.ID) -> Coupon? { contents.coupons.first { $0.id == id } }

  /// Takes over what the store holds; the selected item stays selected.
  ///
  /// - Parameter available: what can be spent, as far as it is known.
  mutating func replaceContents(
    with contents: RewardsContents, now: Instant, available: Points?, height: Int
  ) {
    let selected = items.indices.contains(list.selection) ? items[list.selection].key : nil
    self.contents = contents
    steps = sort == .price ? PriceSteps(of: shown(contents).map(\.cost)) : PriceSteps()
    let parts = parts(of: contents, now: now, available: available)
    counts = parts.map(\.count)
    items = parts.flatMap(\.self)
    if list.selection > 0, let row = items.firstIndex(where: { $0.key == selected }) {
      list.top = max(0, list.top + row - list.selection)
      list.selection = row
    }
    keepSelectionVisible(height: height)
  }

  mutating func keepSelectionVisible(height: Int) {
    list.scrollToSelection(count: items.count, height: height)
  }

  /// What is under way goes on; a question that was left is not asked any more.
  mutating func leaveSheet() {
    if !isRedeeming { step = .browsing }
    problem = nil
  }
}
