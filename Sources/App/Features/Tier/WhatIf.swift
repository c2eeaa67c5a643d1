import Cells
import Loyalty
import Themes

/// Choices of how much more to earn, and what the server makes of it.
func drawWhatIf(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard rect.height >= 2 else { return }
  let phrases = state.phrases
  var rest = rect
  if rect.height >= 3 {
    canvas.groupTitle("tier.what-if", phrases.say(.whatIf), in: rest, .sheetHeading)
    rest = rest.inset(top: 1)
  }
  var x = rest.x
  let buttons: [(Element.ID, Int64)] = [
    ("tier.less", -100), ("tier.more", 100), ("tier.much", 500),
  ]
  for (id, step) in buttons {
    let place = Rect(x: x, y: rest.y, width: 10, height: 1).intersection(rest)
    canvas.button(
      id, step < 0 ? "−\(-step)" : "+\(step)", in: place, action: .tier(.suppose(step)),
      isEnabled: step > 0 || state.tier.whatIf > .zero)
    x += 11
  }
  rest = rest.inset(top: 1)
  let look: ThemeToken = state.tier.problem == nil ? .sheetText : .sheetNegative
  let words = state.whatIfWords
  // Where the rest does not fit, the tier alone says most.
  let isLong = displayWidth(of: words) > rest.width && state.tier.problem == nil
  canvas.write(isLong ? state.whatIfTier : words, in: rest, look)
  canvas.add(Element("tier.answer", .status, words, bounds: rest.top(1)))
}

extension State {
  /// What the supposed points come to.
  var whatIfWords: String {
    if let problem = tier.problem { return problem }
    guard tier.whatIf > .zero else { return phrases.say(.whatIfHint) }
    guard let answer = tier.answer else { return whatIfTier }
    return "\(whatIfTier), \(words(forNextOf: answer))"
  }

  /// The points and the tier that they bring.
  fileprivate var whatIfTier: String {
    let name = tier.answer.map { $0.tier?.name.value(in: settings.language) ?? "" }
    return "+\(phrases.number(tier.whatIf, of: program)) \(name.map { "→ \($0)" } ?? "…")"
  }
}
