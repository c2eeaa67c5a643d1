import Cells
import Loyalty
import Themes

/// Where the member is signed in, last used first.
func drawSessions(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(phrases.say(.sessions), of: .sessions, state, on: &canvas)
  guard let sessions = state.profile.sessions else {
    canvas.note(
      "sessions.empty", state.sessionProblem ?? phrases.say(.loading), in: sheet.body)
    return
  }
  var list = sheet.list
  if let problem = state.sessionProblem, list.height >= 4 {
    let taken = canvas.paragraph(
      "sessions.problem", problem, in: sheet.body.top(2), .sheetNegative)
    list = list.inset(top: taken + 1)
  }
  for line in canvas.rows(of: state.profile.sessionList, count: sessions.count, in: list) {
    drawRow(sessions[line.index], line, state, on: &canvas)
  }
}

private func drawRow(
  _ session: LoginSession, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let inner = line.words
  let device = state.name(of: session)
  // Which one it is matters more than what the moment means.
  let used = state.use(of: session, inWords: inner.width >= 56)
  canvas.write(used, in: inner, .sheetMuted, .right)
  canvas.write(
    device, in: inner.inset(right: displayWidth(of: used) + 2),
    session.isCurrent ? .sheetPositive : .sheetText)
  canvas.endRow(
    line, Element.ID(rawValue: "sessions.row.\(line.index)"),
    "\(device), \(state.use(of: session))",
    action: .sessions(.open(row: line.index)))
}

/// One session, and the way to end it.
func drawSession(_ id: LoginSession.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let session = state.session(id) else {
    drawNoteSheet(.sessions, "session.gone", phrases.say(.sessionGone), state, on: &canvas)
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
  canvas.answers(
    [state.ending(session.isCurrent ? .logOut : .sessionEnd, .sessions(.end))], in: rest)
  drawEndingProblem(state, in: rest.inset(top: 1), on: &canvas)
}

/// Whether all the others are to end.
func drawOtherSessions(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let dialog = Dialog(
    title: phrases.say(.sessionsEndOthers), rows: 7, id: "sessions.ask",
    question: phrases.say(.sessionsEndOthersLead),
    answers: [state.ending(.sessionsEndOthers, .sessions(.endOthers))], below: 2)
  drawEndingProblem(state, in: drawDialog(dialog, state, on: &canvas), on: &canvas)
}

private func drawEndingProblem(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard let problem = state.sessionProblem else { return }
  canvas.paragraph("session.problem", problem, in: rect.top(2), .sheetNegative)
}

extension State {
  fileprivate func ending(_ title: Phrase, _ action: Action) -> Dialog.Answer {
    .init(
      id: "session.end", title: phrases.say(title), action: action, isEnabled: !profile.isEnding,
      isPrimary: true)
  }

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
