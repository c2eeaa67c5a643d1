import Cells
import Loyalty
import Themes

/// The state of the connection on the right, and at home the brand on the left; elsewhere there
/// stands what the section is called.
func drawHeader(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  // The face of a guest's home has all of it.
  guard !rect.isEmpty, !(state.isGuest && state.tab == .home && state.sheets.isEmpty) else {
    return
  }
  let status = connection(state)
  // The card has the brand on its face.
  if state.tab == .home, !(state.hasHome && HomeLayout(state).isBeside) {
    let room = max(0, rect.width - (status.isEmpty ? 0 : displayWidth(of: status) + 1))
    let name = state.program?.name.value(in: state.settings.language) ?? "Loyalhub"
    canvas.label("app.brand", .heading, name, in: rect.narrowed(to: room), .header)
  }
  drawConnection(state, in: rect, on: &canvas)
}

/// What there is to say of the connection, at the right end of a row.
func drawConnection(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let status = connection(state)
  guard !status.isEmpty, !rect.isEmpty else { return }
  let isTrouble = state.network.trouble != nil
  canvas.label(
    "app.connection", .status, status, in: rect, isTrouble ? .warning : .muted, .right)
  if status.hasPrefix("●") {
    let width = displayWidth(of: status)
    canvas.write("●", in: rect.inset(left: max(0, rect.width - width)).narrowed(to: 1), .accent)
  }
}

/// A few words when something is to be said about the server, else nothing.
func connection(_ state: State) -> String {
  let phrases = state.phrases
  switch state.network {
  case .idle:
    return nameAndNews(state)
  case .working(let since):
    let isLong = state.now >= since.adding(milliseconds: NetworkState.patience)
    if isLong || state.failedAttempts > 0 {
      return phrases.say(state.failedAttempts > 0 ? .retrying : .updating)
    }
    return nameAndNews(state)
  case .failed(let trouble, _, _):
    let isSilence = if case .offline(let cause) = trouble { cause.isSilence } else { false }
    return (isSilence ? "○ " : "! ") + phrases.shortTitle(for: trouble)
  }
}

/// At home: who is signed in, and how many messages wait to be read.
private func nameAndNews(_ state: State) -> String {
  guard state.tab == .home else { return "" }
  let name = state.isCompact ? "" : state.home.contents.member?.name ?? ""
  let news = state.unreadWords
  return [news.isEmpty ? "" : "● \(news)", name].filter { !$0.isEmpty }
    .joined(separator: "  ")
}
