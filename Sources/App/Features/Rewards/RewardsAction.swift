public import Loyalty

/// What a person can ask of rewards.
public enum RewardsAction: Equatable, Sendable {
  case open(row: Int)
  case openCoupon(Coupon.ID)
  case redeem
  case confirm
  case cancel
  /// To save for the reward that is meant, or no more.
  case toggleGoal
  case toggleFavourite
  /// What is being saved for, or the rewards to choose it from.
  case showGoal
  case openDearest
  /// Goes so many places to the right in a line of cards.
  case beside(Int)
  case nextSort
  case nextFilter
}

extension RewardsAction {
  var access: Access {
    switch self {
    case .open: .everybody(with: .rewards)
    case .openCoupon, .redeem, .confirm, .toggleGoal, .toggleFavourite: .member(with: .rewards)
    case .showGoal, .openDearest, .beside, .nextSort, .nextFilter:
      .everybody(with: .rewards)
    case .cancel: .everybody
    }
  }
}
