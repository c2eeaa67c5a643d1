import Cells
import Loyalty
import Themes

/// What is asked before the sections: the terms to be read, the name, what may be left out.
func drawJoining(_ state: State, on canvas: inout Canvas) {
  guard let page = state.joining.page else { return }
  let layout = JoiningLayout(state)
  let phrases = state.phrases
  drawHeader(
    state, in: Layout(state.size).header.inset(x: state.margin), on: &canvas)
  if !layout.head.isEmpty {
    canvas.sectionTitle(
      "joining.title", phrases.say(page.isFirst ? .joiningTitle : .joiningNewTitle),
      in: layout.head)
    canvas.paragraph(
      "joining.lead", phrases.say(page.isFirst ? .joiningLead : .joiningNewLead),
      in: layout.head.inset(top: 1, bottom: 1), .muted)
  }
  drawName(state, in: layout.name, on: &canvas)
  if let paper = layout.paper {
    canvas.area(paper, on: .surface) { canvas, _ in
      drawTerms(page, layout, state, on: &canvas)
    }
  } else {
    drawTerms(page, layout, state, on: &canvas)
  }
  drawChoices(page, layout, state, on: &canvas)
  drawAnswers(state, in: layout.buttons, on: &canvas)
  drawFoot(layout, state, on: &canvas)
}

private func drawName(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  let phrases = state.phrases
  let label = phrases.say(.joiningName)
  var rest = rect
  let isLabelled = rect.height >= (state.joining.problem == nil ? 2 : 3)
  if isLabelled {
    canvas.write(label, in: rest, .muted)
    rest = rest.inset(top: 1)
  }
  drawInput(
    .joiningName, label, state.joining.name,
    placeholder: isLabelled ? phrases.say(.joiningNameHint) : label, state, in: rest.top(1),
    on: &canvas)
  guard let problem = state.joining.problem else { return }
  canvas.label("joining.error", .text, state.say(problem), in: rest.inset(top: 1), .error)
}

/// A heading with the version, and as much of the text as there is room for.
private func drawTerms(
  _ page: JoiningState.Page, _ layout: JoiningLayout, _ state: State, on canvas: inout Canvas
) {
  guard let first = page.terms.first else { return }
  let version = state.phrases.say(.joiningVersion, ["version": first.version])
  canvas.section(
    SectionHead(
      id: "joining.terms", title: first.title.value(in: state.settings.language) ?? "",
      count: version), in: layout.section)
  let top = max(0, min(state.joining.top, layout.lines.count - layout.text.height))
  let words = layout.text.inset(right: 2)
  for (row, line) in layout.lines.dropFirst(top).prefix(words.height).enumerated()
  where !line.isEmpty {
    canvas.write(line, in: words.inset(top: row), .text)
  }
  // Read aloud it is one text.
  let shown = layout.lines.dropFirst(top).prefix(words.height).joined(separator: " ")
  canvas.add(Element("joining.text", .text, shown, bounds: words))
  canvas.scrollBar(first: top, count: layout.lines.count, in: layout.text)
}

private func drawChoices(
  _ page: JoiningState.Page, _ layout: JoiningLayout, _ state: State, on canvas: inout Canvas
) {
  var rest = layout.choices
  guard !rest.isEmpty else { return }
  let phrases = state.phrases
  let isWordy = layout.paper != nil
  if isWordy {
    canvas.section(
      SectionHead(id: "joining.choices", title: phrases.say(.joiningChoices)), in: rest)
    rest = rest.inset(top: 1)
  }
  for consent in page.choices where !rest.isEmpty {
    let isOn = page.given.contains(consent.id)
    let title = consent.title.value(in: state.settings.language) ?? consent.id.rawValue
    let words = consent.text.value(in: state.settings.language) ?? ""
    let row = rest.top(1)
    canvas.write(isOn ? "[×]" : "[ ]", in: row, isOn ? .heading : .muted)
    canvas.write(title, in: row.inset(left: 4), .heading)
    let beside = row.inset(left: 4 + displayWidth(of: title) + 2)
    if !isWordy, beside.width >= 16 { canvas.write(words, in: beside, .muted) }
    let place = row.inset(x: row.x > 0 && row.maxX < canvas.bounds.width ? -1 : 0)
    if canvas.isFocused(consent.joiningElement) { canvas.select(place) }
    let answer = phrases.say(isOn ? .joiningOn : .joiningOff)
    var element = Element(
      consent.joiningElement, .button, "\(title): \(answer)", bounds: place,
      action: .joining(.toggle(consent.id)))
    element.isChecked = isOn
    canvas.add(element)
    rest = rest.inset(top: 1)
    guard isWordy else { continue }
    canvas.paragraph(
      Element.ID(rawValue: "\(consent.joiningElement.rawValue).text"), words,
      in: rest.inset(left: 4).top(2), .muted)
    rest = rest.inset(top: 3)
  }
}

private func drawAnswers(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  let phrases = state.phrases
  let (agree, decline) = (phrases.say(.joiningAgree), phrases.say(.joiningDecline))
  let widths = [agree, decline].map { displayWidth(of: $0) + Canvas.buttonAir * 2 }
  let isBeside = widths[0] + 2 + widths[1] <= rect.width
  canvas.button(
    .agree, agree, in: isBeside ? rect.narrowed(to: widths[0]) : rect.top(1),
    action: .joining(.agree), isPrimary: true)
  let other =
    isBeside
    ? rect.inset(left: widths[0] + 2).narrowed(to: widths[1]).top(1) : rect.bottom(1)
  canvas.button("joining.decline", decline, in: other, action: .login(.askToLogOut))
}

/// How to read on, and in which language.
private func drawFoot(_ layout: JoiningLayout, _ state: State, on canvas: inout Canvas) {
  guard state.size.height >= 12 else { return }
  let row = Rect(state.size).bottom(1).inset(x: state.margin)
  let phrases = state.phrases
  var hints: [Hint] = []
  if layout.lines.count > layout.text.height {
    hints.append(
      Hint(id: "joining.read", key: "PgDn", title: phrases.say(.joiningRead), action: nil))
  }
  if state.languages.count > 1 {
    hints.append(
      Hint(
        id: "login.language", key: Command.key(.switchLanguage), title: phrases.say(.language),
        action: .switchLanguage))
  }
  hints.append(
    Hint(
      id: "login.cards", key: Command.key(.wallet(.show), on: .joining),
      title: phrases.say(.wallet), action: .wallet(.show)))
  let place = layout.paper.map { row.narrowed(to: $0.x - row.x - 2) } ?? row
  canvas.hintLine(hints, gap: 3, in: place, on: .page)
}
