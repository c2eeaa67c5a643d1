import Loyalty

/// What a person can ask of promoCode.
public enum PromoCodeAction: Equatable, Sendable {
  /// Opens the field for a promo code.
  case show
  case submit
}

extension PromoCodeAction {
  var access: Access {
    switch self {
    case .show: .member(with: .promoCodes)
    case .submit: .member(with: .promoCodes).needing(server: .promoCodeOffline)
    }
  }
}
