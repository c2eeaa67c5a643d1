import Cells
import Loyalty
import Themes

/// What the member has agreed to: a title with its switch, and the text below.
func drawConsents(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let contents = state.profile.contents
  let sheet = drawFullSheet(
    phrases.say(.consents), asOf: contents.confirmedAt, state, on: &canvas)
  var rest = sheet.body
  rest.width = min(rest.width, 72)
  guard let consents = contents.consents, !consents.isEmpty else {
    canvas.awaited("consents.empty", state, in: rest)
    return
  }
  // Where there is no room for all texts, the one that is looked at has it.
  let isTight = rest.height / consents.count < 5
  let open = consents.firstIndex { canvas.isFocused($0.element) } ?? 0
  for (index, consent) in consents.enumerated() {
    guard !rest.isEmpty else { return }
    drawConsent(consent, state, in: rest.top(1), on: &canvas)
    rest = rest.inset(top: 1)
    guard !isTight || index == open else { continue }
    let below = isTight ? consents.count - 1 - index : 0
    let room = rest.top(max(0, rest.height - below))
    rest = rest.inset(top: drawText(of: consent, state, in: room, on: &canvas))
    if !isTight { rest = rest.inset(top: 1) }
  }
}

/// Since when it is given, and what it says.
///
/// - Returns: the rows that it took.
private func drawText(
  of consent: Consent, _ state: State, in rect: Rect, on canvas: inout Canvas
) -> Int {
  guard !rect.isEmpty else { return 0 }
  let id = consent.element.rawValue
  let taken = canvas.paragraph(
    Element.ID(rawValue: "\(id).state"), state.words(about: consent), in: rect, .sheetMuted)
  let text = consent.text.value(in: state.settings.language) ?? ""
  return taken
    + canvas.paragraph(
      Element.ID(rawValue: "\(id).text"), text, in: rect.inset(top: taken), .sheetText)
}

extension Consent {
  fileprivate var element: Element.ID { Element.ID(rawValue: "consents.\(id.rawValue)") }
}

private func drawConsent(
  _ consent: Consent, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let id = consent.element
  let title = consent.title.value(in: state.settings.language) ?? consent.id.rawValue
  let word = phrases.say(consent.isGiven ? .consentOn : .consentOff)
  let taken = canvas.toggle(
    id, word, isOn: consent.isGiven, spoken: "\(title): \(word)", in: rect, at: rect, .right,
    action: .consents(.toggle(consent.id)))
  canvas.write(title, in: rect.inset(right: taken + 2), .sheetHeading)
}

extension State {
  /// Since when, whether there is a newer text, and whether it can be taken back.
  fileprivate func words(about consent: Consent) -> String {
    var words: [String] = []
    if let given = consent.givenAt {
      words.append(
        phrases.say(
          .consentGiven, ["moment": phrases.moment(given, now: now, in: settings.zone)]))
      if consent.givenVersion != consent.version { words.append(phrases.say(.consentOutdated)) }
    } else {
      words.append(phrases.say(.consentNever))
    }
    if consent.isRequired { words.append(phrases.say(.consentNeeded)) }
    return words.joined(separator: " · ")
  }
}
