import Loyalty

/// What a person can ask of promoCode.
public enum PromoCodeAction: Hashable, Sendable {
  /// Opens the field for a promo code.
  case show
  case submit
}

extension PromoCodeAction {
  var access: Access { .member(with: .promoCodes) }
}
