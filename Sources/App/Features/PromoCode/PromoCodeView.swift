import Cells
import Themes

/// A field for a promo code.
func drawPromoCode(_ state: State, on canvas: inout Canvas) {
  let lead = FormLead(id: "promo.hint", words: state.phrases.say(.promoCodeHint))
  drawFormSheet(state.phrases.say(.promoCode), lead, extra: 3, state, on: &canvas)
}
