import Cells
import Themes

/// What stands in the place of what is not there.
extension Canvas {
  /// A few words in place of contents.
  mutating func note(
    _ id: Element.ID, _ words: String, in rect: Rect, _ look: ThemeToken = .sheetText
  ) {
    paragraph(id, words, in: rect, look)
  }

  /// Something is on its way; one line, which is gone in a moment.
  mutating func waiting(
    _ id: Element.ID, _ words: String, in rect: Rect, _ look: ThemeToken = .sheetMuted
  ) {
    label(id, .status, words, in: rect, look)
  }

  /// What has never arrived: it is being asked for, or why it cannot be.
  mutating func awaited(_ id: Element.ID, _ state: State, in rect: Rect) {
    note(id, state.awaitedWords, in: rect)
  }

  /// What an empty list says, and what to do next.
  mutating func emptyNote(_ empty: EmptyNote, _ state: State, in rect: Rect) {
    let phrases = state.phrases
    let area = empty.isOnSheet ? rect : rect.inset(x: rect.width > 30 ? 2 : 0)
    if empty.isAwaited {
      waiting(
        empty.id("loading"), phrases.say(.loading), in: area,
        empty.isOnSheet ? .sheetMuted : .muted)
      return
    }
    label(
      empty.id("empty"), .text, phrases.say(empty.title), in: area,
      empty.isOnSheet ? .sheetText : .text)
    guard let hint = empty.hint else { return }
    let trouble = empty.isOfServer ? state.network.trouble : nil
    var place = area.inset(top: 2)
    place = empty.isCentered ? place.centered(width: 60) : place.narrowed(to: 60)
    note(
      empty.id("advice"), trouble.map { state.words(for: $0) } ?? phrases.say(keyed: hint),
      in: place, empty.isOnSheet ? .sheetMuted : .muted)
  }
}

/// What an empty list says.
struct EmptyNote {
  /// Of the elements' ids.
  let prefix: String
  let title: Phrase
  /// What to do next; what keeps the server from being asked is said in its place.
  let hint: KeyedPhrase?
  /// Whether nothing has ever arrived, and the server is being asked.
  var isAwaited = false
  /// Whether it is the server that has what would stand here.
  var isOfServer = true
  var isOnSheet = true
  var isCentered = false

  fileprivate func id(_ name: String) -> Element.ID { Element.ID(rawValue: "\(prefix).\(name)") }
}

extension State {
  /// Said of what has never arrived.
  var awaitedWords: String {
    network.trouble.map { words(for: $0) } ?? phrases.say(.loading)
  }
}

/// A panel that says of something only that it is not there.
func drawNoteSheet(
  _ title: Phrase, _ id: Element.ID, _ words: String, _ state: State, on canvas: inout Canvas
) {
  canvas.note(
    id, words, in: drawSheet(state.phrases.say(title), rows: 3, state, on: &canvas))
}
