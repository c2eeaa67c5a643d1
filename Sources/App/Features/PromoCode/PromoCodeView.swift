import Cells
import Themes

/// A field for a promo code.
func drawPromoCode(_ state: State, on canvas: inout Canvas) {
  let rows = formRows(state, width: 54) + 3
  var rest = drawSheet(state.phrases.say(.promoCode), rows: rows, state, on: &canvas)
  if rest.height >= 6 {
    let taken = canvas.paragraph(
      "promo.hint", state.phrases.say(.promoCodeHint), in: rest.top(2), .sheetMuted)
    rest = rest.inset(top: taken + 1)
  }
  drawForm(state, in: rest, on: &canvas)
}
