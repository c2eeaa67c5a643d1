import Cells
import Content
import Loyalty
import Themes

/// All screens as they are edited, with how each one stands.
func drawDrafts(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(phrases.say(.drafts), of: .drafts, state, on: &canvas)
  var list = sheet.list
  if let trouble = state.drafts.trouble {
    let words = state.words(for: trouble)
    let rows = canvas.paragraph("drafts.problem", words, in: sheet.body.top(2), .sheetNegative)
    list = list.inset(top: rows + 1)
  }
  let screens = state.drafts.items
  guard !screens.isEmpty else {
    let isWaiting = state.drafts.screens == nil
    if !isWaiting || state.drafts.trouble == nil {
      canvas.note(
        "drafts.empty", phrases.say(isWaiting ? .updating : .draftsEmpty), in: sheet.body,
        .sheetMuted)
    }
    return
  }
  let rows = canvas.rows(of: state.drafts.list, count: screens.count, in: list)
  let columns = DraftColumns(rows.map { screens[$0.index] }, width: list.width - 4, state)
  for line in rows { drawRow(screens[line.index], line, columns, state, on: &canvas) }
}

/// Columns of the list, the same in each row.
private struct DraftColumns {
  /// Where it is said who saved last; `nil` without room.
  var saved: Int?
  var note: Int

  init(_ screens: [Screen], width: Int, _ state: State) {
    let isWide = width >= 72
    let notes = screens.map { displayWidth(of: state.standing(of: $0, isShort: !isWide)) }
    note = min(notes.max() ?? 0, width * 3 / 5)
    let savers = screens.map { displayWidth(of: state.savedWords(of: $0)) }.max() ?? 0
    let place = width - note - savers - 4
    saved = isWide && place >= 26 ? min(34, place) : nil
  }
}

private func drawRow(
  _ screen: Screen, _ line: ListRow, _ columns: DraftColumns, _ state: State,
  on canvas: inout Canvas
) {
  let inner = line.words
  let note = state.standing(of: screen, isShort: columns.saved == nil && line.place.width < 72)
  let saved = state.savedWords(of: screen)
  canvas.write(truncated(note, to: columns.note), in: inner, .sheetMuted, .right)
  let mark: ThemeToken = screen.status == .draft ? .sheetMuted : .accent
  canvas.write(screen.status.mark, in: inner, canvas.style(mark, on: .sheet))
  var room = inner.inset(left: 2, right: columns.note + 2)
  if let column = columns.saved {
    canvas.write(saved, in: inner.inset(left: column, right: columns.note + 2), .sheetMuted)
    room = inner.inset(left: 2, right: inner.width - column + 2)
  }
  let title = screen.title(in: state)
  canvas.write(
    truncated(title, to: max(1, room.width)), in: room, .sheetText)
  let spoken = [title, note, saved].filter { !$0.isEmpty }.joined(separator: ", ")
  canvas.endRow(
    line, Element.ID(rawValue: "drafts.row.\(line.index)"), spoken,
    action: .drafts(.open(row: line.index)))
}

/// One screen beside the list: how it stands, who saved it last, and what it looks like.
func drawDraftLook(_ screen: Screen, _ state: State, on canvas: inout Canvas) {
  var rest = drawSheet(screen.title(in: state), rows: 0, state, on: &canvas)
  canvas.label(
    "draft.standing", .text, state.standing(of: screen, isShort: false), in: rest, .sheetText)
  rest = rest.inset(top: 1)
  let saved = state.savedWords(of: screen)
  if !saved.isEmpty {
    canvas.label("draft.saved", .text, saved, in: rest, .sheetMuted)
    rest = rest.inset(top: 1)
  }
  let page = rest.inset(top: 1)
  guard page.height >= 4 else { return }
  canvas.area(page, on: .background) { canvas, page in
    let inner = page.inset(x: 2, y: 1)
    let rows = ScreenRows(screen, width: inner.width, state)
    for shown in rows.shown(from: ScreenScroll(), in: inner).pictures {
      canvas.draw(shown.picture, skipping: shown.skipped, in: shown.place)
    }
  }
}

/// What a new screen is called.
func drawNewScreen(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let below = drawFormSheet(phrases.say(.draftsNew), extra: 3, state, on: &canvas)
  if !below.isEmpty {
    canvas.paragraph("newScreen.note", phrases.say(.draftsNewNote), in: below, .sheetMuted)
  }
}

/// Asked before a screen and its revisions are gone.
func drawScreenDeletion(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let name = state.drafts.selected?.title(in: state) ?? ""
  let dialog = Dialog(
    title: phrases.say(.draftsDelete), rows: 5, id: "drafts.ask",
    question: phrases.say(.draftsDeleteAsk, ["title": name]),
    answers: [
      .init(
        id: "drafts.confirm", title: phrases.say(.draftsDelete), action: .drafts(.delete),
        isEnabled: !state.drafts.isBusy, isPrimary: true)
    ], leastQuestion: 0, below: 2, width: 44)
  drawDialog(dialog, state, on: &canvas)
}

extension Screen.Status {
  /// Full where the app shows it, half where it shows an older one.
  var mark: String {
    switch self {
    case .published: "●"
    case .modified: "◐"
    default: "○"
    }
  }
}

extension State {
  /// Whether it is in the app, when it will be, and who is editing it.
  ///
  /// - Parameter isShort: signs instead of names and moments.
  func standing(of screen: Screen, isShort: Bool) -> String {
    var words: [String] = []
    if let editor = screen.editors.first {
      words.append(isShort ? "✎" : "✎ \(cleaned(editor.name, limit: 30))")
    }
    if let at = screen.publishAt {
      let time = "\(phrases.moment(at, now: now, in: settings.zone)) \(zoneWords(at: at))"
      words.append(isShort ? "◷" : "◷ \(time)")
    }
    // The mark before the title says whether it is in the app.
    let isKept = drafts.kept.contains { $0.screen.id == screen.id }
    let status: Phrase =
      switch screen.status {
      case _ where isKept: .draftsKept
      case .published: .draftsPublished
      case .modified: .draftsModified
      default: .draftsDraft
      }
    return (words + [phrases.say(status)]).joined(separator: isShort ? " " : " · ")
  }

  /// Who saved last, and when.
  fileprivate func savedWords(of screen: Screen) -> String {
    if let kept = drafts.kept.first(where: { $0.screen.id == screen.id }) {
      let time = phrases.moment(kept.at, now: now, in: settings.zone)
      return phrases.say(.draftsKeptAt, ["time": time])
    }
    let time = screen.updatedAt.map { phrases.moment($0, now: now, in: settings.zone) }
    let name = screen.updatedBy.map { cleaned($0.name, limit: 40) }
    return [name, time].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The most that the member may do with content.
  var roleWords: String {
    if (home.contents.member?.roles ?? []).contains(.admin) { return phrases.say(.draftsAdmin) }
    return phrases.say(canPublish ? .draftsPublisher : .draftsEditor)
  }
}
