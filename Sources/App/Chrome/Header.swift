import Cells
import Loyalty
import Themes

/// The brand on the left, the state of the connection on the right.
func drawHeader(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  canvas.fill(rect, .header)
  let inner = rect.inset(x: 1)
  let status = connection(state)
  let room = max(0, inner.width - (status.isEmpty ? 0 : displayWidth(of: status) + 1))
  let name = state.program?.name.value(in: state.settings.language) ?? "Loyalhub"
  canvas.label(
    "app.brand", .heading, name,
    in: Rect(x: inner.x, y: inner.y, width: room, height: 1), .header)
  guard !status.isEmpty else { return }
  canvas.label("app.connection", .status, status, in: inner, .header, .right)
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

/// Who is signed in, and how many messages wait to be read.
private func nameAndNews(_ state: State) -> String {
  let name = state.isCompact ? "" : state.home.contents.member?.name ?? ""
  let news = state.unreadWords
  return [news.isEmpty ? "" : "● \(news)", name].filter { !$0.isEmpty }
    .joined(separator: "   ")
}
