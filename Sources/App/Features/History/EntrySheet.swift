import Cells
import Loyalty
import Themes

/// One line of the ledger, with all that is known about it.
func drawEntry(_ entry: LedgerEntry, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let frame = drawEntryFrame(entry, state, on: &canvas)
  if let receipt = entry.receipt {
    drawPrinted(
      state.printed(of: entry, receipt), from: state.history.paperTop, in: frame.printed,
      on: &canvas)
  } else {
    drawEntryFacts(entry, state, in: frame.printed, on: &canvas)
  }
  for (row, link) in state.links(of: entry).prefix(frame.links.height).enumerated() {
    let line = EntryText(link.entry, state)
    let words = phrases.say(
      link.isReturn ? .entryReturned : .entryReversed,
      ["title": line.title, "day": line.day, "points": line.amount])
    canvas.button(
      link.id, words, in: frame.links.inset(top: row).top(1), action: link.action,
      isPrimary: row == 0)
  }
}

/// The sheet of a line: its points on top, then what is said of it, what it is linked to below.
private func drawEntryFrame(
  _ entry: LedgerEntry, _ state: State, on canvas: inout Canvas
) -> EntryPlaces {
  let text = EntryText(entry, state)
  let places = state.entryPlaces(entry)
  let rest = drawSheet(text.title, rows: places.rows, state, on: &canvas)
  let noun = state.phrases.noun(for: entry.points, of: state.program)
  if places.head == 0 { return places }
  if places.head > 2 {
    canvas.bigNumber(
      "entry.points", text.amount, unit: noun, spoken: "\(text.amount)\u{A0}\(noun)", in: rest,
      entry.points < .zero ? .muted : .heading, unitLook: .muted)
  } else {
    canvas.label(
      "entry.points", .text, "\(text.amount)\u{A0}\(noun)", in: rest,
      entry.points < .zero ? .sheetNegative : .sheetPositive)
  }
  return places
}

/// How the sheet of a line is divided.
struct EntryPlaces {
  /// Of the panel.
  let rows: Int
  /// Rows for the points above the rest; none where the paper says them large.
  let head: Int
  let printed: Rect
  let links: Rect
}

extension State {
  func entryPlaces(_ entry: LedgerEntry) -> EntryPlaces {
    let links = min(3, links(of: entry).count)
    let lines = entry.receipt.map { printed(of: entry, $0).count }
    let head = entry.receipt == nil ? (isBesideList ? 4 : 2) : hasLargePoints(entry) ? 0 : 2
    let all = (lines.map { $0 + 4 + head } ?? 8) + (links > 0 ? links + 1 : 0)
    let below = sheetPlace(rows: all).rest.inset(top: head)
    guard links > 0 else {
      return EntryPlaces(rows: all, head: head, printed: below, links: below.bottom(0))
    }
    guard entry.receipt != nil else {
      // Right below what is said of it.
      let place = EntryText(entry, self).place.map { factRows($0, below.width) } ?? 0
      let facts = min(below.height, place + 2)
      let gap = below.height > facts + links ? 1 : 0
      return EntryPlaces(
        rows: all, head: head, printed: below.top(facts), links: below.inset(top: facts + gap))
    }
    let gap = below.height > links + 6 ? 1 : 0
    return EntryPlaces(
      rows: all, head: head, printed: below.inset(bottom: links + gap), links: below.bottom(links))
  }
}

private func factRows(_ place: String, _ width: Int) -> Int {
  wrapped(place, width: max(1, width), maxLines: 4).count
}

/// What is said of a line that no till printed.
private func drawEntryFacts(
  _ entry: LedgerEntry, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let local = state.settings.zone.local(entry.createdAt)
  let year = state.settings.zone.local(state.now).day.year
  var rest = rect
  canvas.label(
    "entry.time", .text, "\(phrases.day(local.day, in: year)), \(phrases.time(local))", in: rest,
    .sheetText)
  rest = rest.inset(top: 1)
  if let place = EntryText(entry, state).place {
    rest = rest.inset(top: canvas.paragraph("entry.place", place, in: rest, .sheetText))
  }
  canvas.label("entry.kind", .text, phrases.say(entry.kind.phrase), in: rest, .sheetMuted)
}

/// A line that another one belongs to: a sale and what was taken back of it.
struct EntryLink {
  let id: Element.ID
  let entry: LedgerEntry
  /// Whether it takes back the other one.
  let isReturn: Bool
  let action: Action
}

extension State {
  /// Opens a line; Enter leads on to what it is linked to.
  mutating func openEntry(_ entry: LedgerEntry) {
    history.paperTop = 0
    openSheet(.entry(entry))
    if let link = links(of: entry).first { focus = link.id }
  }

  /// What a line takes back, and what takes it back, the newest first.
  func links(of entry: LedgerEntry) -> [EntryLink] {
    let reversed = reversed(by: entry).map {
      EntryLink(
        id: "entry.reversed", entry: $0, isReturn: false, action: .history(.openReversed))
    }
    let returns = returns(of: entry).enumerated().map { index, line in
      EntryLink(
        id: Element.ID(rawValue: "entry.return.\(index)"), entry: line, isReturn: true,
        action: .history(.openReturn(index)))
    }
    return [reversed].compactMap(\.self) + returns
  }

  /// The line that another one takes back, when it is among those that are here.
  func reversed(by entry: LedgerEntry) -> LedgerEntry? {
    guard let id = entry.reverses else { return nil }
    return linkedEntries { $0.id == id }.first
  }

  /// The lines that take back a line, all or a part of it.
  func returns(of entry: LedgerEntry) -> [LedgerEntry] {
    guard entry.points > .zero else { return [] }
    return linkedEntries { $0.reverses == entry.id }
  }

  private func linkedEntries(_ isMeant: (LedgerEntry) -> Bool) -> [LedgerEntry] {
    let home = home.contents
    var found: [LedgerEntry] = []
    for entry in history.entries + history.linked + home.latest + home.linked
    where isMeant(entry) && !found.contains(where: { $0.id == entry.id }) {
      found.append(entry)
    }
    return found.sorted { $0.createdAt > $1.createdAt }
  }
}
