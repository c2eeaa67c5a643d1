import Loyalty

/// What a person can ask of referral.
public enum ReferralAction: Equatable, Sendable {
  case show
  case showCode
  case giveCode
  case submitCode
}

extension ReferralAction {
  var access: Access {
    switch self {
    case .show, .showCode, .giveCode: .member(with: .referral)
    case .submitCode: .member(with: .referral).needing(server: .referralOffline)
    }
  }
}
