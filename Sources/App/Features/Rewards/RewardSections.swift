public import Loyalty

extension RewardsState {
  /// The parts of the list, in its order.
  enum Part: Int, CaseIterable {
    /// Coupons that can be used.
    case coupons
    /// What can be had now.
    case enough
    /// What little is missing for.
    case nearly
    case other
    /// In their place, where rewards are sorted by price: the cheapest first.
    case step1
    case step2
    case step3
    case step4
    case step5
    /// Coupons of the past.
    case past

    /// As many as there are price steps at most.
    static let steps = [step1, step2, step3, step4, step5]

    /// Which of the price steps it is.
    var step: Int? { Part.steps.firstIndex(of: self) }
  }
}

/// In which order rewards stand inside of their part.
public enum RewardSort: Equatable, Sendable, CaseIterable {
  /// As the business lists them.
  case listed
  /// The cheapest first.
  case price
  /// Favourites first, the others as they are listed.
  case favourites
}

/// Which of them are shown.
public enum RewardFilter: Equatable, Sendable, CaseIterable {
  case all
  /// What can be had now.
  case available
  case favourites
}

/// The reward that a member is saving for.
public struct RewardGoal: Equatable, Sendable {
  public let reward: Reward
  /// What there is now; never below zero.
  public let have: Points
  /// `zero` when there is enough.
  public let missing: Points

  /// 0–1.
  public var share: Double {
    reward.cost > .zero ? min(1, Double(have.rawValue) / Double(reward.cost.rawValue)) : 1
  }
}

extension RewardsState {
  /// The rewards that the filter leaves, in their order.
  func shown(_ contents: RewardsContents) -> [Reward] {
    let favourites = Set(contents.wishes.favourites)
    return sorted(contents.rewards ?? [], favourites).filter { reward in
      switch filter {
      case .all: true
      case .available: reward.blockers.isEmpty
      case .favourites: favourites.contains(reward.id)
      }
    }
  }

  /// What is shown, part by part.
  func parts(of contents: RewardsContents, now: Instant, available: Points?) -> [[Item]] {
    var parts: [[Item]] = Array(repeating: [], count: Part.allCases.count)
    for coupon in contents.coupons {
      let isUsable = coupon.state(at: now) == .active
      guard filter == .all || filter == .available && isUsable else { continue }
      parts[(isUsable ? Part.coupons : .past).rawValue].append(.coupon(coupon))
    }
    for reward in shown(contents) {
      let part =
        steps.count > 0
        ? Part.steps[steps.step(of: reward.cost)] : Self.part(of: reward, available)
      parts[part.rawValue].append(.reward(reward))
    }
    return parts
  }

  /// At most a quarter is missing, and nothing else is in the way.
  static func part(of reward: Reward, _ available: Points?) -> Part {
    guard !reward.blockers.isEmpty else { return .enough }
    guard reward.blockers.allSatisfy({ $0.code == .insufficientPoints }), let available,
      available.rawValue >= reward.cost.rawValue - reward.cost.rawValue / 4
    else { return .other }
    return .nearly
  }

  /// NB: what is equal stays in the order of the business.
  private func sorted(_ rewards: [Reward], _ favourites: Set<Reward.ID>) -> [Reward] {
    switch sort {
    case .listed: rewards
    case .price:
      rewards.enumerated()
        .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    case .favourites:
      rewards.filter { favourites.contains($0.id) }
        + rewards.filter { !favourites.contains($0.id) }
    }
  }

  /// The dearest that can be had now; the first of several.
  var dearest: Int? {
    var best: (row: Int, cost: Points)?
    for (row, item) in items.enumerated() {
      guard case .reward(let reward) = item, reward.blockers.isEmpty else { continue }
      if let known = best, reward.cost <= known.cost { continue }
      best = (row, reward.cost)
    }
    return best?.row
  }
}

extension State {
  /// What is being saved for, as long as the program has it.
  public var goal: RewardGoal? {
    guard isSignedIn, let id = rewards.contents.wishes.goal, let reward = rewards.reward(id) else {
      return nil
    }
    let have = max(.zero, home.contents.balance?.available ?? .zero)
    let missing = max(0, reward.cost.rawValue.subtracting(saturating: have.rawValue))
    return RewardGoal(reward: reward, have: have, missing: Points(missing))
  }

  mutating func showRewards(_ contents: RewardsContents) {
    rewards.replaceContents(
      with: contents, now: now, available: home.contents.balance?.available, height: historyRows)
    keepRewardsVisible()
  }

  /// Groups the rewards anew: what there is to spend, or how they are looked at, has changed.
  mutating func regroupRewards() { showRewards(rewards.contents) }
}

extension RewardSort {
  var title: Phrase {
    switch self {
    case .listed: .sortListed
    case .price: .sortPrice
    case .favourites: .sortFavourites
    }
  }
}

extension RewardFilter {
  var title: Phrase {
    switch self {
    case .all: .rewardsAll
    case .available: .rewardsAvailable
    case .favourites: .rewardsFavourites
    }
  }
}
