/// What happens to a promo code.
public enum PromoCodeEvent: Equatable, Sendable {
  case answered(PromoCodeOutcome)
}

func takePromoCode(_ event: PromoCodeEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .answered(let outcome): takeGift(outcome, &state)
  }
}
