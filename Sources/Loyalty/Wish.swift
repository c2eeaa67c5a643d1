/// What a member wants of the rewards: the one that is being saved for, and favourites.
public struct Wishes: Codable, Hashable, Sendable {
  @Nullable public var goal: Reward.ID?
  /// The newest first.
  public var favourites: [Reward.ID]

  public init(goal: Reward.ID? = nil, favourites: [Reward.ID] = []) {
    self.goal = goal
    self.favourites = favourites
  }

  /// Favourites that are kept of one member.
  public static let mostFavourites = 200

  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// There is one at most: another one takes its place.
    case goal
    case favourite
  }

  /// One wish as the member set it.
  public struct Change: Codable, Hashable, Sendable {
    public var reward: Reward.ID
    public var kind: Kind
    public var isSet: Bool

    public init(reward: Reward.ID, kind: Kind, isSet: Bool) {
      self.reward = reward
      self.kind = kind
      self.isSet = isSet
    }

    enum CodingKeys: String, CodingKey {
      case reward
      case kind
      case isSet = "is_set"
    }
  }

  /// As they are after a change; the same twice is the same as once.
  public mutating func apply(_ change: Change) {
    switch change.kind {
    case .goal:
      if change.isSet {
        goal = change.reward
      } else if goal == change.reward {
        goal = nil
      }
    case .favourite:
      if !change.isSet {
        favourites.removeAll { $0 == change.reward }
      } else if !favourites.contains(change.reward) {
        favourites.insert(change.reward, at: 0)
      }
    }
  }
}
