import Cells
import Loyalty
import Themes

/// The stamp cards: each with its slots, what a full one gives, and until when it counts.
func drawStamps(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let cards = state.home.contents.stamps ?? []
  let width = min(54, state.size.width)
  let rows = cards.reduce(0) { $0 + StampRows(slots: $1.slots, width: width).count + 3 }
  let rest = drawSheet(phrases.say(.stamps), rows: max(3, rows), state, on: &canvas)
  drawSheetAge(state.home.contents.stampsConfirmedAt, state, below: rest, on: &canvas)
  guard !cards.isEmpty else {
    let isKnown = state.home.contents.stamps != nil
    canvas.note("stamps.none", isKnown ? phrases.say(.noStamps) : state.awaitedWords, in: rest)
    return
  }
  // Where not all fit, the selected one is the first that is drawn.
  let needed = cards.reduce(-1) { $0 + StampRows(slots: $1.slots, width: rest.width).count + 3 }
  let first = needed <= rest.height ? 0 : max(0, min(state.stamps.selection, cards.count - 1))
  var place = rest
  for index in first..<cards.count {
    let height = StampRows(slots: cards[index].slots, width: rest.width).count + 2
    guard place.height >= height || index == first else { break }
    drawCard(cards[index], index, state, in: place, on: &canvas)
    place = place.inset(top: min(place.height, height + 1))
  }
}

private func drawCard(
  _ card: StampCard, _ index: Int, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  guard !rect.isEmpty else { return }
  let phrases = state.phrases
  let count = state.words(for: card)
  let title = card.title.value(in: state.settings.language) ?? ""
  canvas.write(count, in: rect, .sheetText, .right)
  canvas.write(title, in: rect.inset(right: displayWidth(of: count) + 2), .sheetHeading)
  let slots = StampRows(slots: card.slots, width: rect.width)
  for row in 0..<slots.count {
    drawSlots(
      slots.range(row), filled: card.filled, in: rect.inset(top: row + 1).top(1), on: &canvas)
  }
  var facts = [
    phrases.say(.stampGives, ["reward": card.reward.value(in: state.settings.language) ?? ""])
  ]
  if let end = card.expiresAt, card.filled > 0 {
    facts.append(phrases.say(.stampUntil, ["day": state.day(end)]))
  }
  if card.completedCount > 0 {
    facts.append(
      phrases.say(.stampsDone, ["count": phrases.decimal(Int64(card.completedCount))]))
  }
  let words = facts.joined(separator: " · ")
  // What has no room is still read aloud.
  while facts.count > 1, displayWidth(of: facts.joined(separator: " · ")) > rect.width {
    facts.removeLast()
  }
  canvas.write(
    facts.joined(separator: " · "), in: rect.inset(top: slots.count + 1), .sheetMuted)
  canvas.add(
    Element(
      Element.ID(rawValue: "stamps.\(index)"), .text,
      "\(title), \(count), \(words)".replacing("\u{A0}", with: " "),
      bounds: rect.top(slots.count + 2)))
}

/// The slots of a card in rows of nearly the same length, four columns each.
///
/// A filled slot differs by its form: `[●]` and `[ ]`, whatever a terminal makes of the mark.
struct StampRows {
  let slots: Int
  let perRow: Int

  init(slots: Int, width: Int) {
    self.slots = max(0, slots)
    let most = max(1, (width + 1) / 4)
    let rows = max(1, (self.slots + most - 1) / most)
    perRow = max(1, (self.slots + rows - 1) / rows)
  }

  var count: Int { (slots + perRow - 1) / perRow }

  func range(_ row: Int) -> Range<Int> {
    min(slots, row * perRow)..<min(slots, (row + 1) * perRow)
  }
}

private func drawSlots(
  _ range: Range<Int>, filled: Int, in rect: Rect, on canvas: inout Canvas
) {
  let stamped = max(0, min(range.upperBound, filled) - range.lowerBound)
  let full = String(repeating: "[●] ", count: stamped)
  canvas.write(full, in: rect, .accent)
  canvas.write(
    String(repeating: "[ ] ", count: range.count - stamped), in: rect.inset(left: stamped * 4),
    .sheetMuted)
}

/// Home's one line about the card that is nearest to full.
func drawStampLine(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard let card = state.stampCardOfHome, !rect.isEmpty else { return }
  let id: Element.ID = "home.stamps"
  let title = card.title.value(in: state.settings.language) ?? ""
  let words = state.words(for: card)
  let isFocused = canvas.markInMargin(id, of: rect)
  let room = rect.width - card.slots - displayWidth(of: words) - 2
  let shown = truncated(title, to: max(1, room >= 8 ? min(room, rect.width / 2) : rect.width / 2))
  canvas.write(shown, in: rect, isFocused ? .selection : .heading)
  var rest = rect.inset(left: displayWidth(of: shown) + 1)
  if rest.width >= card.slots + displayWidth(of: words) + 1 {
    canvas.write(String(repeating: "●", count: card.filled), in: rest, .accent)
    canvas.write(
      String(repeating: "○", count: card.slots - card.filled), in: rest.inset(left: card.filled),
      .muted)
    rest = rest.inset(left: card.slots + 1)
  }
  canvas.write(words, in: rest, .muted)
  canvas.add(
    Element(id, .button, "\(title), \(words)", bounds: rect.top(1), action: .stamps(.show)))
}

extension State {
  /// The card that is nearest to full, of those that are begun.
  var stampCardOfHome: StampCard? {
    guard offers(.stamps) else { return nil }
    return home.contents.stamps?.filter { card in
      card.filled > 0 && card.filled <= card.slots && (card.expiresAt.map { now <= $0 } ?? true)
    }
    .min { ($0.slots - $0.filled, $0.id.rawValue) < ($1.slots - $1.filled, $1.id.rawValue) }
  }

  /// "7 of 10".
  func words(for card: StampCard) -> String {
    phrases.say(
      .promotionOf,
      [
        "current": phrases.decimal(Int64(card.filled)),
        "target": phrases.decimal(Int64(card.slots)),
      ])
  }

  /// What the menu says about the cards.
  var stampsNote: String { stampCardOfHome.map { words(for: $0) } ?? "" }
}
