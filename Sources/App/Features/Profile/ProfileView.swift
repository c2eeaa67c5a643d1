import Cells
import Loyalty
import Themes

extension State {
  /// Lines above the menu: who it is, and an empty one.
  fileprivate static func headRows(_ height: Int) -> Int {
    height >= ProfileItem.allCases.count + 4 ? 4 : 0
  }

  /// Items of the menu that fit on the screen.
  var profileRows: Int {
    let height = FullSheet(size).body.height
    return max(1, height - Self.headRows(height))
  }
}

/// Who the member is to the program, and what can be done about it.
func drawProfile(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let contents = state.profile.contents
  let sheet = drawFullSheet(
    phrases.say(.profile), asOf: contents.confirmedAt, state, on: &canvas)
  guard let member = contents.member else {
    canvas.awaited("profile.empty", state, in: sheet.body)
    return
  }
  let rows = State.headRows(sheet.body.height)
  if rows > 0 { drawHead(member, state, in: sheet.body, on: &canvas) }
  let list = sheet.list.inset(top: rows)
  let items = ProfileItem.allCases
  for line in canvas.rows(of: state.profile.menu, count: items.count, in: list) {
    drawItem(items[line.index], line, state, on: &canvas)
  }
}

private func drawHead(
  _ member: Member, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phone = PhoneNumber(e164: member.phone)?.formatted ?? member.phone
  var rect = rect
  if rect.width >= 50, canvas.hero(member.name, in: rect.top(3).narrowed(to: 9)) {
    rect = rect.inset(left: 12)
  }
  let joined = state.settings.zone.local(member.joinedAt).day
  let since = state.phrases.day(joined, in: state.settings.zone.local(state.now).day.year)
  canvas.label("profile.name", .text, member.name, in: rect, .sheetHeading)
  let reach = [phone, member.email, member.city].compactMap(\.self).joined(separator: " · ")
  canvas.label("profile.reach", .text, reach, in: rect.inset(top: 1), .sheetText)
  canvas.label(
    "profile.since", .text, state.phrases.say(.profileSince, ["day": since]),
    in: rect.inset(top: 2), .sheetMuted)
}

private func drawItem(
  _ item: ProfileItem, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let title = state.phrases.say(item.title)
  let note = state.note(of: item)
  let inner = line.words
  canvas.write(
    note, in: inner.inset(left: displayWidth(of: title) + 2), .sheetMuted, .right)
  canvas.write(title, in: inner, .sheetText)
  let spoken = note.isEmpty ? title : "\(title), \(note)"
  canvas.endRow(
    line, Element.ID(rawValue: "profile.item.\(line.index)"), spoken,
    action: .profile(.open(row: line.index)))
}

extension State {
  fileprivate func note(of item: ProfileItem) -> String {
    let contents = profile.contents
    switch item {
    case .edit:
      if !profile.draft.isEmpty { return phrases.say(.profileUnsaved) }
      return contents.isProfileWaiting ? phrases.say(.profileWaiting) : ""
    case .consents:
      if contents.areConsentsWaiting { return phrases.say(.profileWaiting) }
      guard let consents = contents.consents else { return "" }
      return phrases.say(
        .consentsCount,
        ["given": String(consents.count(where: \.isGiven)), "all": String(consents.count)])
    case .sessions, .export, .deletion: return ""
    }
  }
}

/// The fields of the profile.
func drawProfileForm(_ state: State, on canvas: inout Canvas) {
  let isBack = !state.profile.draft.isEmpty
  var rest = drawSheet(
    state.phrases.say(.profileEdit), rows: formRows(state, width: 54) + (isBack ? 3 : 1), state,
    on: &canvas)
  if isBack, rest.height >= 10 {
    canvas.label(
      "profile.unsaved", .status, state.phrases.say(.profileUnsavedHint), in: rest, .sheetMuted)
    rest = rest.inset(top: 2)
  }
  drawForm(state, in: rest, on: &canvas)
}
