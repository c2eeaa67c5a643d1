import Cells
import Loyalty
import Themes

/// The accounts on this machine; the one on the screen has a mark.
func drawAccounts(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let sheet = drawFullSheet(phrases.say(.accounts), of: .accounts, state, on: &canvas)
  let items = state.accounts.items
  guard !items.isEmpty else {
    canvas.waiting("accounts.loading", phrases.say(.loading), in: sheet.body)
    return
  }
  for line in canvas.rows(of: state.accounts.list, count: items.count, in: sheet.list) {
    drawAccountRow(items[line.index], line, state, on: &canvas)
  }
  drawAccountsFoot(state, in: sheet.foot, on: &canvas)
}

/// What is asked, or under way, at the bottom.
private func drawAccountsFoot(_ state: State, in foot: Rect, on canvas: inout Canvas) {
  let place = foot.inset(right: min(20, foot.width))
  let accounts = state.accounts
  let about = accounts.items.first {
    $0.id == accounts.removing ?? accounts.opening ?? accounts.leaving
  }
  guard let about else { return }
  let name = about.name(in: state.settings.language)
  let phrase: Phrase =
    accounts.removing != nil
    ? .accountRemoveAsk : accounts.opening != nil ? .accountOpening : .accountRemoving
  canvas.label(
    "accounts.note", .status, state.phrases.say(phrase, ["name": name]), in: place,
    accounts.removing == nil ? .sheetMuted : .sheetNegative)
}

/// The name, whose it is, and the balance as last known.
private func drawAccountRow(
  _ account: Account, _ line: ListRow, _ state: State, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let isCurrent = account.id == state.accounts.contents?.current
  let name = account.name(in: state.settings.language)
  let owner = account.phone ?? phrases.say(.accountSignedOut)
  let balance = account.balance.map { state.words(for: $0, of: account.program) } ?? ""
  let row = line.words
  let shown = isCurrent ? "\(name) ✓" : name
  canvas.write(shown, in: row, .sheetText)
  var rest = row.inset(left: displayWidth(of: shown) + 2)
  if rest.width >= displayWidth(of: balance) {
    canvas.write(balance, in: rest, .sheetText, .right)
    rest = rest.inset(right: displayWidth(of: balance) + 2)
  }
  let column = row.inset(left: max(displayWidth(of: shown) + 2, min(26, row.width / 3)))
  let middle = rest.intersection(column)
  if middle.width >= displayWidth(of: owner) { canvas.write(owner, in: middle, .sheetMuted) }
  let spoken = [name, isCurrent ? phrases.say(.accountCurrent) : "", owner, balance]
  canvas.endRow(
    line, Element.ID(rawValue: "accounts.row.\(line.index)"),
    spoken.filter { !$0.isEmpty }.joined(separator: ", "),
    action: .accounts(.open(row: line.index)))
}

/// One account beside the list: the brand's face, whose it is, what is on it, where it is kept.
func drawAccountLook(_ account: Account, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let name = account.name(in: state.settings.language)
  let hero = Hero(name: name)
  let rest = drawSheet(name, rows: 0, hero: hero, state, on: &canvas)
  let place = state.sheetPlace(rows: 0, pane: canvas.pane, hero: hero)
  let brand = account.program?.brand
  canvas.faceArea(name, in: brand?.accent ?? "", isHero: true, place.picture)
  // The server that is open has its own picture, and no other's.
  if account.id == state.accounts.contents?.current {
    _ = canvas.picture(brand?.picture, in: place.picture)
  }
  var lines: [TextLine] = []
  func add(_ id: Element.ID, _ label: Phrase, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    lines.append(TextLine(id: id, label: phrases.say(label), text: text))
  }
  add(
    "account.balance", .accountBalance,
    account.balance.map { state.words(for: $0, of: account.program) })
  add("account.phone", .phone, account.phone ?? phrases.say(.accountSignedOut))
  add("account.address", .accountAddress, account.address)
  canvas.textLines(lines.wrapped(to: rest.width), from: 0, in: rest)
}

/// A field for the address of a server.
func drawAddAccount(_ state: State, on canvas: inout Canvas) {
  let lead = FormLead(id: "account.hint", words: state.phrases.say(.accountAddHint))
  drawFormSheet(state.phrases.say(.accountAdd), lead, extra: 3, state, on: &canvas)
}

extension Account {
  func name(in language: Language) -> String {
    title.value(in: language).flatMap { $0.isEmpty ? nil : $0 } ?? address
  }
}

extension State {
  /// In a language that the account's own program speaks.
  fileprivate func words(for points: Points, of program: Program?) -> String {
    let languages = program?.languages ?? []
    let speaks = languages.isEmpty || languages.contains(settings.language)
    let language = speaks ? settings.language : languages[0]
    return Phrasebook(language).points(points, of: program)
  }
}
