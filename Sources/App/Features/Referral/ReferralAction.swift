import Loyalty

/// What a person can ask of referral.
public enum ReferralAction: Hashable, Sendable {
  case show
  case showCode
  case giveCode
  case submitCode
}

extension ReferralAction {
  var access: Access { .member(with: .referral) }
}
