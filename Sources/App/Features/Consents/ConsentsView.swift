import Cells
import Loyalty
import Themes

/// What the member has agreed to: cards with a switch each, and beside them the whole text of the one
/// that is looked at.
func drawConsents(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let contents = state.profile.contents
  let beside = state.size.width >= State.leastWidth ? 44 : 0
  let sheet = drawFullSheet(
    phrases.say(.consents), asOf: contents.confirmedAt, beside: beside, state, on: &canvas)
  var rest = sheet.body.narrowed(to: 76)
  guard let consents = contents.consents, !consents.isEmpty else {
    canvas.awaited("consents.empty", state, in: rest)
    return
  }
  let open = consents.firstIndex { canvas.isFocused($0.element) } ?? 0
  if rest.height >= 18 {
    let rows = canvas.paragraph(
      "consents.lead", phrases.say(.consentsLead), in: rest.top(2), .sheetMuted)
    rest = rest.inset(top: rows + 1)
  }
  // Where there is no room for all texts, the one that is looked at has it.
  let rows = consents.map { cardRows(of: $0, state, width: rest.width).all + 1 }.reduce(-1, +)
  let isTight = rows > rest.height
  for (index, consent) in consents.enumerated() {
    guard !rest.isEmpty else { return }
    guard isTight else {
      rest = rest.inset(top: drawCard(consent, state, in: rest, on: &canvas) + 1)
      continue
    }
    drawConsent(consent, state, in: rest.top(1), on: &canvas)
    rest = rest.inset(top: 1)
    guard index == open else { continue }
    let room = rest.top(max(0, rest.height - (consents.count - 1 - index)))
    rest = rest.inset(top: drawText(of: consent, state, in: room, on: &canvas))
  }
  guard beside > 0, sheet.rule.height > 0 else { return }
  let pane = canvas.bounds.inset(left: canvas.bounds.width - beside).top(sheet.rule.y)
  drawDocument(of: consents[open], state, in: pane, on: &canvas)
}

/// Rows of a card, with those of its words.
private func cardRows(
  of consent: Consent, _ state: State, width: Int
) -> (all: Int, words: Int) {
  let width = max(1, width - 4)
  let text = consent.text.value(in: state.settings.language) ?? ""
  let words =
    wrapped(state.words(about: consent), width: width, maxLines: 2).count
    + wrapped(text, width: width, maxLines: 4).count
  return (words + 3, words)
}

/// - Returns: the rows that it took.
private func drawCard(
  _ consent: Consent, _ state: State, in rect: Rect, on canvas: inout Canvas
) -> Int {
  let rows = cardRows(of: consent, state, width: rect.width)
  let card = rect.top(rows.all)
  canvas.area(card, on: .surface) { canvas, place in
    let inner = place.inset(x: 2, y: 1)
    drawConsent(consent, state, in: inner.top(1), on: &canvas)
    _ = drawText(of: consent, state, in: inner.inset(top: 1).top(rows.words), on: &canvas)
  }
  return card.height
}

/// The whole of what is agreed to.
private func drawDocument(
  of consent: Consent, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let language = state.settings.language
  let text = (consent.document ?? consent.text).value(in: language) ?? ""
  canvas.area(rect, on: .surface) { canvas, place in
    let inner = place.inset(x: 3, y: 1)
    canvas.section(
      SectionHead(
        id: "consents.document.title", title: consent.title.value(in: language) ?? "",
        count: state.phrases.say(.joiningVersion, ["version": consent.version])), in: inner)
    var rest = inner.inset(top: 2)
    for (number, paragraph) in text.split(whereSeparator: \.isNewline).enumerated() {
      guard !rest.isEmpty else { return }
      let rows = canvas.paragraph(
        Element.ID(rawValue: "consents.document.\(number)"), String(paragraph), in: rest, .text)
      rest = rest.inset(top: rows + 1)
    }
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
    Element.ID(rawValue: "\(id).state"), state.words(about: consent), in: rect, .muted)
  let text = consent.text.value(in: state.settings.language) ?? ""
  return taken
    + canvas.paragraph(
      Element.ID(rawValue: "\(id).text"), text, in: rect.inset(top: taken), .text)
}

extension Consent {
  fileprivate var element: Element.ID { Element.ID(rawValue: "consents.\(id.rawValue)") }
}

private func drawConsent(
  _ consent: Consent, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let title = consent.title.value(in: state.settings.language) ?? consent.id.rawValue
  let word = phrases.say(consent.isGiven ? .consentOn : .consentOff)
  let width = min(rect.width / 2, 12)
  let place = rect.inset(left: rect.width - width)
  canvas.toggle(
    consent.element, word, isOn: consent.isGiven, spoken: "\(title): \(word)", in: place,
    action: .consents(.toggle(consent.id)))
  canvas.write(title, in: rect.inset(right: width + 2), .heading)
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
