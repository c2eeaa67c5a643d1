public import Loyalty

/// What a person can ask of rewards.
public enum RewardsAction: Hashable, Sendable {
  case open(row: Int)
  case openCoupon(Coupon.ID)
  case redeem
  case confirm
  case cancel
}

extension RewardsAction {
  var access: Access {
    switch self {
    case .open: .everybody(with: .rewards)
    case .openCoupon, .redeem, .confirm: .member(with: .rewards)
    case .cancel: .everybody
    }
  }
}
