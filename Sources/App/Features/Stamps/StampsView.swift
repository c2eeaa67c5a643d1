import Cells
import Loyalty
import Themes

/// The stamp cards: each with its slots, what a full one gives, and until when it counts.
func drawStamps(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let cards = state.home.contents.stamps ?? []
  let rest = drawSheet(
    phrases.say(.stamps), rows: max(3, cards.count * stampRows), state, on: &canvas)
  drawSheetAge(state.home.contents.stampsConfirmedAt, state, below: rest, on: &canvas)
  guard !cards.isEmpty else {
    let isKnown = state.home.contents.stamps != nil
    canvas.note("stamps.none", isKnown ? phrases.say(.noStamps) : state.awaitedWords, in: rest)
    return
  }
  // Where not all fit, the selected one is the first that is drawn.
  let fits = cards.count * stampRows - 1 <= rest.height
  let first = fits ? 0 : max(0, min(state.stamps.selection, cards.count - 1))
  var place = rest
  for index in first..<cards.count {
    guard place.height >= stampRows - 1 || index == first else { break }
    drawCard(
      cards[index], index, isSelected: cards.count > 1 && index == state.stamps.selection, state,
      in: place, on: &canvas)
    place = place.inset(top: min(place.height, stampRows))
  }
}

/// Rows of a card, with the one between two of them.
private let stampRows = 4

private func drawCard(
  _ card: StampCard, _ index: Int, isSelected: Bool, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  guard !rect.isEmpty else { return }
  let phrases = state.phrases
  let count = state.words(for: card)
  let title = card.title.value(in: state.settings.language) ?? ""
  canvas.write(count, in: rect, .sheetText, .right)
  canvas.write(title, in: rect.inset(right: displayWidth(of: count) + 2), .sheetHeading)
  canvas.bar(
    Double(card.filled) / Double(max(1, card.slots)), steps: card.slots, in: rect.inset(top: 1))
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
    facts.joined(separator: " · "), in: rect.inset(top: 2), .sheetMuted)
  if isSelected { canvas.select(rect.top(1).inset(x: rect.x > 0 ? -1 : 0)) }
  var element = Element(
    Element.ID(rawValue: "stamps.\(index)"), .listItem,
    "\(title), \(count), \(words)".withPlainSpaces, bounds: rect.top(3))
  element.isSelected = isSelected
  canvas.add(element)
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
