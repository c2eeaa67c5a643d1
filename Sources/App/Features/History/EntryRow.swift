import Cells
import Loyalty
import Themes

/// One line of the ledger in one row: day, what and where, points.
func drawEntryRow(
  _ entry: LedgerEntry, id: Element.ID, action: Action, isSelected: Bool, _ state: State,
  in rect: Rect, on canvas: inout Canvas
) {
  let row = EntryText(entry, state)
  let inner = rect.inset(left: 2, right: rect.width >= 30 ? 2 : 0)
  let amountWidth = displayWidth(of: row.amount)
  let amount: ThemeToken =
    entry.points > .zero ? .positive : entry.points < .zero ? .negative : .muted
  canvas.write(row.amount, in: inner, amount, .right)
  // Sums stand below each other, however long the points beside them are.
  var text = inner.inset(right: max(amountWidth, inner.width >= 60 ? 6 : 0) + 1)
  // Where a column stands is for all rows the same, whatever is in this one.
  if inner.width >= 28 {
    let width = row.dayWidth
    let column = Rect(x: text.x, y: text.y, width: width, height: 1)
    canvas.write(row.day, in: column, .hint, .right)
    text = text.inset(left: width + (inner.width >= 36 ? 2 : 1))
  }
  canvas.write(row.title, in: text, .text)
  // So do places, where there is room for a column of them.
  let column = inner.width >= 71 ? 26 : 0
  var rest = text.inset(left: max(displayWidth(of: row.title) + 2, column))
  if let sum = row.sum, column > 0, rest.width >= displayWidth(of: sum) + 8 {
    canvas.write(sum, in: rest.inset(right: 6), .muted, .right)
    rest = rest.inset(right: displayWidth(of: sum) + 8)
  }
  if let place = row.place, rest.width >= min(12, displayWidth(of: place)) {
    canvas.write(place, in: rest, .muted)
  }
  canvas.endRow(id, row.spoken, isSelected: isSelected, in: rect, action: action)
}

/// A ledger line in words.
struct EntryText {
  let day: String
  let title: String
  let place: String?
  let amount: String
  /// Money that was paid, or given back.
  let sum: String?
  let dayWidth: Int

  init(_ entry: LedgerEntry, _ state: State) {
    let phrases = state.phrases
    let zone = state.settings.zone
    let today = zone.local(state.now).day
    let local = zone.local(entry.createdAt)
    day = phrases.day(local.day, in: today.year)
    let name = entry.title.value(in: state.settings.language) ?? ""
    title = name.isEmpty ? phrases.say(entry.kind.phrase) : name
    place = entry.place?.value(in: state.settings.language)
    amount = phrases.signed(entry.points, of: state.program)
    sum = entry.receipt.map { phrases.money($0.sum) }
    dayWidth = local.day.year == today.year ? 6 : 11
  }

  /// All of it in one sentence, for flows and for reading aloud.
  var spoken: String {
    [day, title, place, amount].compactMap(\.self).joined(separator: ", ")
      .withPlainSpaces
  }
}

extension LedgerEntry.Kind {
  var phrase: Phrase {
    switch self {
    case .earn: .entryEarn
    case .spend: .entrySpend
    case .expire: .entryExpire
    case .refund: .entryReturn
    case .adjust: .entryAdjust
    case .bonus: .entryBonus
    default: .entryOther
    }
  }
}
