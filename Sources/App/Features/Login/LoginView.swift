import Cells
import Loyalty
import Themes

/// Logging in: one question at a time, in the middle of the screen.
func drawLogin(_ state: State, on canvas: inout Canvas) {
  let layout = Layout(state.size)
  drawHeader(state, in: layout.header, on: &canvas)
  let isRoomy = !state.isCompact
  let below = canvas.bounds.inset(top: layout.header.height)
  let area = below.inset(x: below.width >= 30 ? 1 : 0)
  var rest = area.centered(width: isRoomy ? 46 : area.width).centered(
    height: isRoomy ? 13 : area.height)
  if isRoomy {
    let name = state.program?.name.value(in: state.settings.language)
    canvas.label(
      "login.title", .heading, name ?? state.phrases.say(.loginTitle), in: rest, .heading)
    rest = rest.inset(top: 1)
    canvas.label("login.lead", .text, state.phrases.say(.loginLead), in: rest, .muted)
    rest = rest.inset(top: 2)
  }
  switch state.login.step {
  case .phone: drawPhone(state, in: rest, on: &canvas)
  case .code(let challenge): drawCode(challenge, state, in: rest, on: &canvas)
  }
  drawLoginFooter(state, on: &canvas)
}

private func drawPhone(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  var rest = drawField(
    .phone, phrases.say(.phone), state.login.phone, placeholder: phrases.say(.phoneHint), state,
    in: rect, on: &canvas)
  let label = phrases.say(state.login.isBusy ? .sending : .sendCode)
  canvas.button(
    "login.send", label, in: rest, action: .sendCode, isEnabled: state.canAsk, isPrimary: true)
  rest = rest.inset(top: rest.height >= 6 ? 2 : 1)
  canvas.button(
    "login.guest", phrases.say(.lookAround), in: rest, action: .lookAround,
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
    placeholder: String(repeating: "•", count: min(12, max(0, challenge.codeLength))), state,
    in: rest, on: &canvas)
  let label = phrases.say(state.login.isBusy ? .checking : .submitCode)
  canvas.button(
    "login.submit", label, in: rest, action: .submitCode, isEnabled: state.canAsk,
    isPrimary: true)
  rest = rest.inset(top: rest.height >= 4 ? 2 : 1)
  let wait = challenge.resendAt.seconds(since: state.now)
  let resend =
    wait > 0
    ? phrases.say(.resendIn, ["time": phrases.duration(seconds: wait)]) : phrases.say(.resendCode)
  canvas.button(
    "login.resend", resend, in: rest, action: .resendCode,
    isEnabled: wait <= 0 && !state.login.isBusy)
  canvas.button(
    "login.change", phrases.say(.changeNumber), in: rest.inset(top: 1), action: .changeNumber)
}

private func drawLoginFooter(_ state: State, on canvas: inout Canvas) {
  guard canvas.bounds.height >= 12 else { return }
  let foot = canvas.bounds.bottom(1).inset(x: 1)
  let phrases = state.phrases
  let trouble: String? =
    switch state.network {
    case .failed(.offline(let cause), _, _): phrases.title(for: cause)
    case .failed(let trouble, _, _) where trouble.isTooOld: phrases.say(.tooOldTitle)
    case .failed(.refused(_, let title, _, _), _, _): title.isEmpty ? nil : title
    case .failed, .idle, .working: nil
    }
  if let trouble {
    // Up to what stands beside it.
    let language = state.languages.count > 1 ? displayWidth(of: phrases.say(.language)) + 4 : 0
    let room = max(0, foot.width >= 100 ? foot.width / 2 - 10 : foot.width - language)
    canvas.label(
      "login.trouble", .status, trouble, in: foot.inset(right: foot.width - room), .warning)
  } else {
    let quit = "Ctrl-C \(phrases.say(.quit))"
    let place = foot.top(1).intersection(
      Rect(x: foot.x, y: foot.y, width: displayWidth(of: quit), height: 1))
    canvas.write(quit, in: place, .hint)
    canvas.add(Element("login.quit", .button, phrases.say(.quit), bounds: place, action: .quit))
  }
  drawLoginAccounts(state, in: foot, on: &canvas)
  guard state.languages.count > 1 else { return }
  let language = phrases.say(.language)
  let place = foot.inset(left: max(0, foot.width - displayWidth(of: language) - 4))
  canvas.write("F3 \(language)", in: place, .hint, .right)
  canvas.add(Element("login.language", .button, language, bounds: place, action: .switchLanguage))
}

/// The way to the other accounts, where there is room for it.
private func drawLoginAccounts(_ state: State, in foot: Rect, on canvas: inout Canvas) {
  let text = "F4 \(state.phrases.say(.accounts))"
  let width = displayWidth(of: text)
  guard foot.width >= width + 26, state.network.trouble == nil || foot.width >= 100 else { return }
  let place = foot.top(1).centered(width: width)
  canvas.write(text, in: place, .hint)
  canvas.add(
    Element(
      "login.accounts", .button, state.phrases.say(.accounts), bounds: place,
      action: .showAccounts))
}

extension State {
  /// Whether the server may be asked now: nothing under way, no waiting time left.
  var canAsk: Bool {
    !login.isBusy && (login.waitUntil.map { $0 <= now } ?? true)
  }
}
