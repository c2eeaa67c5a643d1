public import Loyalty

/// What a screen is checked against.
public struct LintGround: Equatable, Sendable {
  /// The program's, the default first.
  public var languages: [Language]
  /// Whether the program itself has named them: then a text in its default one is a must.
  public var hasToldLanguages = true
  /// Slugs or ids of what an action can lead to; `nil` where they are not known: then nothing is
  /// said about them.
  public var screens: Set<String>?
  public var rewards: Set<String>?
  public var promotions: Set<String>?
  public var shops: Set<String>?
  /// Ids of those that a block can be for.
  public var tiers: Set<String>?
  public var segments: Set<String>?
  /// Digests of the pictures that there are.
  public var pictures: Set<String>?

  public init(
    languages: [Language], screens: Set<String>? = nil, rewards: Set<String>? = nil,
    promotions: Set<String>? = nil, shops: Set<String>? = nil, tiers: Set<String>? = nil,
    segments: Set<String>? = nil, pictures: Set<String>? = nil
  ) {
    self.languages = languages
    self.screens = screens
    self.rewards = rewards
    self.promotions = promotions
    self.shops = shops
    self.tiers = tiers
    self.segments = segments
    self.pictures = pictures
  }

  /// What a lint cannot look at, because nobody has told it what the program has.
  public enum Gap: Equatable, Sendable {
    case languages
    case screens
    case rewards
    case promotions
    case shops
    case tiers
    case segments
  }

  /// What is not known; the languages always are.
  public var gaps: [Gap] {
    let known: [(Gap, Set<String>?)] = [
      (.screens, screens), (.rewards, rewards), (.promotions, promotions), (.shops, shops),
      (.tiers, tiers), (.segments, segments),
    ]
    return known.filter { $0.1 == nil }.map(\.0)
  }

  /// Whether an action leads somewhere; `nil` for a kind that this version does not know.
  func leads(_ action: BlockAction) -> Bool? {
    switch action.kind {
    case .screen: screens.map { $0.contains(action.target) } ?? !action.target.isEmpty
    case .reward: rewards.map { $0.contains(action.target) } ?? !action.target.isEmpty
    case .promotion: promotions.map { $0.contains(action.target) } ?? !action.target.isEmpty
    case .shop: shops.map { $0.contains(action.target) } ?? !action.target.isEmpty
    case .url: LintGround.isAddress(action.target)
    case .phone: LintGround.isPhone(action.target)
    case .copy, .ticket: !action.target.isEmpty
    default: nil
    }
  }

  /// Whether a text is an address of the web: `https` or `http`, a host, no space.
  static func isAddress(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else {
      return false
    }
    let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return !host.isEmpty && !text.contains { $0.isWhitespace }
  }

  /// 3–15 digits, grouped as people write them.
  static func isPhone(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber).count
    return (3...15).contains(digits) && text.allSatisfy { $0.isNumber || "+ -()".contains($0) }
  }
}
