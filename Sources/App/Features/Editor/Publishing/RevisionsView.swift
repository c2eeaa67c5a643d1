import Cells
import Content
import Loyalty
import Themes

/// Who saved what when, newest first.
func drawRevisions(_ state: State, on canvas: inout Canvas) {
  guard let revisions = state.editor?.revisions else { return }
  let sheet = drawFullSheet(
    state.phrases.say(.revisionsTitle), of: EditorSheet.revisions.surface, state, on: &canvas)
  guard let all = revisions.all else {
    drawWaiting("revisions.wait", revisions, state, in: sheet.body, on: &canvas)
    return
  }
  for line in canvas.rows(of: revisions.list, count: all.count, in: sheet.list) {
    let (revision, place) = (all[line.index], line.place)
    let words = state.phrases.line(for: revision, now: state.now, zone: state.settings.zone)
    if revision.id == revisions.marked {
      canvas.write("◆", in: place.inset(left: 1), canvas.style(.accent, on: .sheet))
    }
    canvas.write(
      truncated(words, to: max(1, place.width - 3)), in: place.inset(left: 3),
      .sheetText)
    canvas.endRow(
      line, Element.ID(rawValue: "revisions.\(line.index)"), words,
      action: .editor(.revisionsAction(.open(row: line.index))))
  }
}

/// That something is on its way, or why it does not come.
private func drawWaiting(
  _ id: Element.ID, _ revisions: RevisionsState, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  let words =
    switch revisions.trouble {
    case nil: state.phrases.say(.updating)
    case .offline: state.phrases.say(.revisionsAway)
    case .some(let trouble): state.words(for: trouble)
    }
  canvas.note(id, words, in: rect, revisions.trouble == nil ? .sheetMuted : .sheetNegative)
}

/// What changed from one revision to another, as lines.
func drawDifference(_ state: State, on canvas: inout Canvas) {
  guard let revisions = state.editor?.revisions else { return }
  let pair = revisions.pair
  let title = state.phrases.say(
    .revisionsDifference,
    [
      "old": pair?.old.map { String($0.number) } ?? "0",
      "new": pair.map { String($0.new.number) } ?? "",
    ])
  let sheet = drawFullSheet(
    title, of: EditorSheet.difference.surface, state,
    on: &canvas)
  guard let lines = revisions.lines else {
    drawWaiting("difference.wait", revisions, state, in: sheet.body, on: &canvas)
    return
  }
  if lines.isEmpty {
    canvas.note("difference.none", state.phrases.say(.revisionsSame), in: sheet.body, .sheetMuted)
  }
  let shown = lines.dropFirst(revisions.top).prefix(sheet.body.height)
  let texts = shown.enumerated().map { row, line in
    TextLine(
      id: Element.ID(rawValue: "difference.\(revisions.top + row)"), text: line.printed,
      look: look(of: line.mark))
  }
  canvas.textLines(texts, from: 0, in: sheet.body)
}

private func look(of mark: DifferenceLine.Mark) -> ThemeToken {
  switch mark {
  case .heading: .sheetHeading
  case .added: .sheetPositive
  case .removed: .sheetNegative
  case .moved: .sheetMuted
  }
}

extension Phrase {
  static let revisionsTitle = Phrase(en: "Revisions", ru: "Версии")
  static let revisionsMark = Phrase(en: "Compare with", ru: "Сравнить с")
  static let revisionsRevert = Phrase(en: "Bring back", ru: "Вернуть")
  static let revisionsDifference = Phrase(
    en: "From revision {old} to {new}", ru: "От версии {old} к {new}")
  static let revisionsSame = Phrase(en: "They are the same.", ru: "Они одинаковы.")
  static let revisionsDirty = Phrase(
    en: "Save or discard your changes first", ru: "Сначала сохраните или отбросьте правки")
  static let revisionsAway = Phrase(
    en: "No connection: revisions are on the server", ru: "Нет связи: версии хранит сервер")
  static let revisionsOffline = Phrase(
    en: "No connection: nothing was brought back", ru: "Нет связи: ничего не возвращено")
}
