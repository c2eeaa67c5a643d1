import Cells
import Loyalty
import Themes

/// What is lost with all that is kept here, and whether that is wanted.
func drawForgetting(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let lines = state.forgettingWords
  let width = min(72, state.size.width - 6)
  let inner = max(10, width - 6)
  let rows = lines.reduce(0) { $0 + wrapped($1, width: inner, maxLines: 6).count }
  let hasCards = (state.forgetting.survey?.cards ?? 0) > 0
  var rest = drawSheet(
    phrases.say(.forget), rows: rows + (hasCards ? 2 : 0) + 4, width: width, state, on: &canvas)
  guard state.forgetting.survey != nil else {
    canvas.waiting("forget.loading", phrases.say(.loading), in: rest)
    return
  }
  let below = (hasCards ? 1 : 0) + 1
  for (index, words) in lines.enumerated() where rest.height > below {
    let id = Element.ID(rawValue: "forget.line.\(index)")
    let place = rest.top(rest.height - below)
    rest = rest.inset(top: canvas.paragraph(id, words, in: place, .sheetText))
  }
  if rest.height > below + 1 { rest = rest.inset(top: 1) }
  if hasCards {
    drawWalletChoice(state, in: rest.top(1), on: &canvas)
    rest = rest.inset(top: rest.height > 3 ? 2 : 1)
  }
  canvas.button(
    .forget, phrases.say(state.forgetting.isBusy ? .forgetting : .forgetConfirm),
    in: rest.top(1).narrowed(to: 34), action: .forgetting(.confirm),
    isEnabled: !state.forgetting.isBusy, isPrimary: true)
}

/// They are nowhere else: they go only where that was chosen.
private func drawWalletChoice(_ state: State, in row: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  let isOn = state.forgetting.takesWallet
  let count = phrases.decimal(Int64(state.forgetting.survey?.cards ?? 0))
  let words = phrases.say(.forgetWallet, ["count": count])
  let id: Element.ID = "forget.wallet"
  let place = row.inset(x: row.x > 0 ? -1 : 0)
  canvas.write("\(isOn ? "[×]" : "[ ]") \(words)", in: row, .sheetText)
  if canvas.isFocused(id) { canvas.select(place) }
  let answer = phrases.say(isOn ? .joiningOn : .joiningOff)
  var element = Element(
    id, .button, "\(words): \(answer)", bounds: place, action: .forgetting(.toggleWallet))
  element.isChecked = isOn
  canvas.add(element)
}

/// All is gone.
func drawForgotten(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let outcome = state.forgetting.outcome else { return }
  let area = Layout(state.size).body.inset(x: state.margin)
  var rest = area.centered(width: 66)
  rest = rest.inset(top: max(0, rest.height / 3 - 2))
  canvas.label("forgotten.title", .heading, phrases.say(.forgotten), in: rest, .heading)
  rest = rest.inset(top: rest.height >= 6 ? 2 : 1)
  for (index, words) in state.phrases.words(about: outcome).enumerated() where rest.height > 1 {
    let id = Element.ID(rawValue: "forgotten.line.\(index)")
    let rows = canvas.paragraph(id, words, in: rest.inset(bottom: 1), .text)
    rest = rest.inset(top: rows + (rest.height > rows + 2 ? 1 : 0))
  }
  canvas.button(
    "forgotten.leave", phrases.say(.quit), in: rest.narrowed(to: 20), action: .quit,
    isPrimary: true)
}
