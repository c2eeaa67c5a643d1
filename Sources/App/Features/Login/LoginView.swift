import Cells
import Loyalty
import Themes

/// Logging in: the business's face, and one question at a time beside it.
func drawLogin(_ state: State, on canvas: inout Canvas) {
  let layout = LoginLayout(state)
  let phrases = state.phrases
  let name = state.program?.name.value(in: state.settings.language)
  if let face = layout.face {
    let server = state.server.name.map { phrases.say(.loginServer, ["server": $0]) } ?? ""
    canvas.brandFace(
      state.program, name ?? "Loyalhub", phrases.say(.loginLead), foot: name == nil ? "" : server,
      in: face)
    drawConnection(state, in: layout.status, on: &canvas)
    let foot = Layout(state.size).tabs
    if foot.height >= 2 { canvas.rule(in: foot) }
  } else {
    drawHeader(state, in: layout.status, on: &canvas)
  }
  // A welcome is no use to whoever has to read why there is no server.
  let isRoomy = !state.isCompact && (state.network.trouble == nil || layout.area.height >= 17)
  var rest = layout.form
  if layout.face != nil { rest = rest.inset(top: max(0, min(6, rest.height / 4 - 2))) }
  if isRoomy {
    canvas.sectionTitle("login.title", phrases.say(.loginTitle), in: rest)
    rest = rest.inset(top: 1)
    if layout.face == nil {
      canvas.label("login.lead", .text, phrases.say(.loginLead), in: rest, .muted)
      rest = rest.inset(top: 1)
    }
    rest = rest.inset(top: 1)
  }
  switch state.login.step {
  case .phone: drawPhone(state, in: rest, on: &canvas)
  case .code(let challenge): drawCode(challenge, state, in: rest, on: &canvas)
  }
  let isTold = drawLoginAdvice(state, in: layout.area, on: &canvas)
  drawLoginFooter(isTold ? nil : state.loginTrouble, state, on: &canvas)
}

/// What stands between the login and the server, and what to do about it, below all else.
///
/// - Returns: whether there was room for it.
private func drawLoginAdvice(_ state: State, in area: Rect, on canvas: inout Canvas) -> Bool {
  guard let trouble = state.network.trouble(now: state.now), state.loginError == nil else {
    return false
  }
  let above = canvas.elements.map(\.bounds).filter { $0.y < area.maxY - 1 && $0.x >= area.x }
  let used = above.map(\.maxY).max() ?? 0
  let room = Rect(x: area.x, y: used, width: area.width, height: max(0, area.maxY - 1 - used))
  let place = room.centered(width: min(76, room.width))
  guard place.height >= 1 else { return false }
  let words = state.words(for: trouble)
  let lines = wrapped(words, width: max(1, place.width), maxLines: place.height)
  canvas.paragraph("login.advice", words, in: place.bottom(lines.count), .muted)
  return true
}

private func drawPhone(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  var rest = drawField(
    .phone, phrases.say(.phone), state.login.phone, placeholder: phrases.say(.phoneHint), state,
    in: rect, on: &canvas)
  if let phone = state.server.demoPhone, state.login.phone.text.isEmpty, rest.height >= 4 {
    let hint = Hint(
      id: "login.demo", key: Command.key(.login(.takeDemoPhone), on: .login),
      title: phrases.say(.demoPhone, ["phone": phone.formatted]), action: .login(.takeDemoPhone))
    canvas.hint(hint, in: rest.top(1).narrowed(to: hint.width), on: .page)
    rest = rest.inset(top: rest.height >= 6 ? 2 : 1)
  }
  let label = phrases.say(state.login.isBusy ? .sending : .sendCode)
  canvas.button(
    "login.send", label, in: rest, action: .login(.sendCode), isEnabled: state.canAsk,
    isPrimary: true)
  rest = rest.inset(top: rest.height >= 6 ? 2 : 1)
  canvas.button(
    "login.guest", phrases.say(.lookAround), in: rest, action: .guest(.lookAround),
    isEnabled: !state.login.isBusy)
}

private func drawCode(
  _ challenge: Challenge, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  var rest = rect
  if rect.height >= 6 {
    let rows = canvas.paragraph(
      "login.sent", phrases.say(.codeSentTo, ["target": challenge.target]), in: rect, .text)
    rest = rest.inset(top: rows + 1)
  }
  rest = drawField(
    .code, phrases.say(.code), state.login.code,
    placeholder: phrases.say(.codeHint), state, in: rest, on: &canvas)
  let label = phrases.say(state.login.isBusy ? .checking : .submitCode)
  canvas.button(
    "login.submit", label, in: rest, action: .login(.submitCode), isEnabled: state.canAsk,
    isPrimary: true)
  rest = rest.inset(top: rest.height >= 4 ? 2 : 1)
  let wait = challenge.resendAt.seconds(since: state.now)
  let resend =
    wait > 0
    ? phrases.say(.resendIn, ["time": phrases.duration(seconds: wait)]) : phrases.say(.resendCode)
  canvas.button(
    "login.resend", resend, in: rest, action: .login(.resendCode),
    isEnabled: wait <= 0 && !state.login.isBusy)
  canvas.button(
    "login.change", phrases.say(.changeNumber), in: rest.inset(top: 1),
    action: .login(.changeNumber))
}

/// - Parameter trouble: what stands in the way, where nothing else says it.
private func drawLoginFooter(_ trouble: String?, _ state: State, on canvas: inout Canvas) {
  guard canvas.bounds.height >= 12 else { return }
  // On a narrow screen, and where something is wrong, the words have the room of the margin.
  let isAiry = trouble == nil && canvas.bounds.width >= 60
  let foot = canvas.bounds.bottom(1).inset(x: isAiry ? state.margin : 1)
  let phrases = state.phrases
  var rest = foot
  if state.languages.count > 1 {
    let language = phrases.hint(.language, .switchLanguage, "login.language")
    let place = foot.inset(left: max(0, foot.width - language.width))
    rest = rest.inset(right: draw(language, in: place, on: &canvas) + 2)
  }
  let gap = 3
  var places = [
    phrases.hint(.wallet, .wallet(.show), "login.cards"),
    phrases.hint(.accounts, .accounts(.show), "login.accounts"),
  ]
  var width: Int { places.reduce(-gap) { $0 + $1.width + gap } }
  if let trouble {
    // One's other cards are there without a server too: the way to them is named before all of it.
    let long = displayWidth(of: trouble)
    while places.count > 1, long + 2 + width > rest.width { places.removeLast() }
    let room = rest.width - width - 2
    if room < min(long, 20) { places = [] }
    let place = rest.inset(right: places.isEmpty ? 0 : width + 2)
    canvas.label("login.trouble", .status, trouble, in: place, .warning)
    rest = rest.inset(left: min(long, place.width) + 2)
  } else {
    let quit = phrases.hint(.quit, .quit, "login.quit")
    rest = rest.inset(left: draw(quit, in: rest, on: &canvas) + 2)
  }
  while width > rest.width, !places.isEmpty { places.removeLast() }
  let middle = foot.centered(width: width)
  var place = middle.intersection(rest) == middle ? middle : rest
  for hint in places { place = place.inset(left: draw(hint, in: place, on: &canvas) + gap) }
}

extension State {
  /// What stands between the login and the server, in a few words.
  fileprivate var loginTrouble: String? { network.trouble.map { phrases.title(for: $0) } }
}

extension Phrasebook {
  fileprivate func hint(_ title: Phrase, _ action: Action, _ id: Element.ID) -> Hint {
    Hint(id: id, key: Command.key(action, on: .login), title: say(title), action: action)
  }
}

/// - Returns: the columns that it took.
private func draw(_ hint: Hint, in rect: Rect, on canvas: inout Canvas) -> Int {
  let place = Rect(x: rect.x, y: rect.y, width: hint.width, height: 1)
  canvas.hint(hint, in: rect.top(1).intersection(place), on: .page)
  return hint.width
}

extension State {
  /// Whether the server may be asked now: nothing under way, no waiting time left.
  var canAsk: Bool {
    !login.isBusy && (login.waitUntil.map { $0 <= now } ?? true)
  }
}
