import Cells
import Loyalty
import Themes

/// The messages of the program, newest first; what is new has a mark.
func drawInbox(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let inbox = state.inbox
  let sheet = drawFullSheet(
    phrases.say(.inbox), asOf: inbox.contents.confirmedAt, of: .inbox, state, on: &canvas)
  guard !inbox.items.isEmpty else {
    drawNoMessages(state, in: sheet.body, on: &canvas)
    return
  }
  for line in canvas.rows(of: inbox.list, count: inbox.items.count, in: sheet.list) {
    drawMessageRow(inbox.items[line.index], line, state, on: &canvas)
  }
}

/// The selection's mark, the mark of what is new, the day, the title.
private func drawMessageRow(
  _ notification: Notification, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let zone = state.settings.zone
  let isNew = notification.readAt == nil
  let day = phrases.day(
    zone.local(notification.createdAt).day, in: zone.local(state.now).day.year)
  let title = notification.title.value(in: state.settings.language) ?? ""
  var rest = line.words
  if rest.width >= 30 {
    let column = rest.inset(left: 2).top(1).inset(right: max(0, rest.width - 2 - 8))
    canvas.write(day, in: column, .sheetMuted, .right)
    rest = rest.inset(left: 12)
    if isNew { canvas.write("●", in: line.place.inset(left: 2), .accent) }
  } else {
    if isNew { canvas.write("●", in: rest, .accent) }
    rest = rest.inset(left: 2)
  }
  canvas.write(title, in: rest, isNew ? .sheetText : .sheetMuted)
  let spoken = [title, day, isNew ? phrases.say(.unread) : ""].filter { !$0.isEmpty }
  canvas.endRow(
    line, Element.ID(rawValue: "inbox.row.\(line.index)"), spoken.joined(separator: ", "),
    action: .inbox(.open(row: line.index)))
}

private func drawNoMessages(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  canvas.emptyNote(
    EmptyNote(
      prefix: "inbox", title: .inboxEmpty, hint: KeyedPhrase(.inboxEmptyHint),
      isAwaited: state.inbox.contents.notifications == nil && state.network.isWorking), state,
    in: rect)
}
