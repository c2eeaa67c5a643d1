import Cells
import Loyalty
import Themes

/// Where the member is signed in, last used first.
func drawSessions(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(phrases.say(.sessions), of: .sessions, state, on: &canvas)
  guard let sessions = state.profile.sessions else {
    canvas.paragraph(
      "sessions.empty", state.sessionProblem ?? phrases.say(.loading), in: sheet.body, .sheetText)
    return
  }
  var list = sheet.list
  if let problem = state.sessionProblem, list.height >= 4 {
    let taken = canvas.paragraph(
      "sessions.problem", problem, in: sheet.body.top(2), .sheetNegative)
    list = list.inset(top: taken + 1)
  }
  for (index, place) in canvas.rows(of: state.profile.sessionList, count: sessions.count, in: list)
  {
    drawRow(sessions[index], index, state, in: place, on: &canvas)
  }
}

private func drawRow(
  _ session: LoginSession, _ index: Int, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let isSelected = index == state.profile.sessionList.selection
  let inner = rect.inset(left: 2)
  let device = state.name(of: session)
  // Which one it is matters more than what the moment means.
  let used = state.use(of: session, inWords: inner.width >= 56)
  canvas.write(used, in: inner, .sheetMuted, .right)
  canvas.write(
    device, in: inner.inset(right: displayWidth(of: used) + 2),
    session.isCurrent ? .sheetPositive : .sheetText)
  canvas.endRow(
    Element.ID(rawValue: "sessions.row.\(index)"), "\(device), \(state.use(of: session))",
    isSelected: isSelected, in: rect, action: .sessions(.open(row: index)))
}

/// One session, and the way to end it.
func drawSession(_ id: LoginSession.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let session = state.session(id) else {
    let rest = drawSheet(phrases.say(.sessions), rows: 3, state, on: &canvas)
    canvas.paragraph("session.gone", phrases.say(.sessionGone), in: rest, .sheetText)
    return
  }
  let zone = state.settings.zone
  var rest = drawSheet(state.name(of: session), rows: 6, state, on: &canvas)
  canvas.label("session.used", .status, state.use(of: session), in: rest, .sheetText)
  rest = rest.inset(top: 1)
  let since = phrases.moment(session.createdAt, now: state.now, in: zone)
  canvas.label(
    "session.since", .text, phrases.say(.sessionSince, ["moment": since]), in: rest, .sheetMuted)
  rest = rest.inset(top: rest.height >= 4 ? 2 : 1)
  drawEnding(
    session.isCurrent ? .logOut : .sessionEnd, .sessions(.end), state, in: rest, on: &canvas)
}

/// Whether all the others are to end.
func drawOtherSessions(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  var rest = drawSheet(phrases.say(.sessionsEndOthers), rows: 7, state, on: &canvas)
  let taken = canvas.paragraph(
    "sessions.ask", phrases.say(.sessionsEndOthersLead), in: rest.top(max(1, rest.height - 2)),
    .sheetText)
  rest = rest.inset(top: taken + (rest.height >= taken + 2 ? 1 : 0))
  drawEnding(.sessionsEndOthers, .sessions(.endOthers), state, in: rest, on: &canvas)
}

private func drawEnding(
  _ title: Phrase, _ action: Action, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  canvas.button(
    "session.end", state.phrases.say(title), in: rect.inset(right: max(0, rect.width - 34)),
    action: action, isEnabled: !state.profile.isEnding, isPrimary: true)
  if let problem = state.sessionProblem {
    canvas.paragraph("session.problem", problem, in: rect.inset(top: 1).top(2), .sheetNegative)
  }
}

extension State {
  fileprivate func name(of session: LoginSession) -> String {
    guard let device = session.device else { return phrases.say(.sessionUnknown) }
    // `Program/1.2 (machine)`, as RFC 9110, 10.1.5 has it: a person knows the machine.
    guard let open = device.firstIndex(of: "("), let close = device.lastIndex(of: ")"),
      device.index(after: open) < close
    else { return device }
    let program = device[..<open].split(separator: " ").joined(separator: " ")
    let machine = device[device.index(after: open)..<close]
    return program.isEmpty ? String(machine) : "\(machine) · \(program)"
  }

  fileprivate func use(of session: LoginSession, inWords: Bool = true) -> String {
    if session.isCurrent { return phrases.say(.sessionCurrent) }
    let moment = phrases.moment(session.lastUsedAt, now: now, in: settings.zone)
    guard inWords else { return moment }
    return phrases.say(.sessionUsed, ["moment": moment])
  }
}
