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

  /// What an empty list says, and what to do next, in the middle of its place.
  mutating func emptyNote(_ empty: EmptyNote, _ state: State, in rect: Rect) {
    let phrases = state.phrases
    let area = empty.isOnSheet ? rect : rect.inset(x: rect.width > 30 ? 2 : 0)
    if empty.isAwaited {
      waiting(
        empty.id("loading"), phrases.say(.loading), in: area,
        empty.isOnSheet ? .sheetMuted : .muted)
      return
    }
    let trouble = empty.isOfServer ? state.network.trouble : nil
    let advice = empty.hint.map { hint in
      trouble.map { state.words(for: $0) } ?? phrases.say(keyed: hint)
    }
    let column = area.centered(width: 60)
    let told = advice.map { wrapped($0, width: max(1, column.width), maxLines: 6).count } ?? 0
    let words = 1 + (told > 0 ? told + 1 : 0) + (empty.ways.isEmpty ? 0 : empty.ways.count + 1)
    let art = empty.draw != nil && words + EmptyNote.artRows + 1 <= area.height
    let rows = words + (art ? EmptyNote.artRows + 1 : 0)
    // The eye looks for it above the middle.
    let top = max(0, ((area.height - rows) * 2 + 4) / 5)
    var rest = column.inset(top: top)
    if art, let draw = empty.draw {
      draw(state, rest.top(EmptyNote.artRows), &self)
      rest = rest.inset(top: EmptyNote.artRows + 1)
    }
    label(
      empty.id("empty"), .text, phrases.say(empty.title), in: rest,
      empty.isOnSheet ? .sheetHeading : .heading, .center)
    rest = rest.inset(top: rest.height >= words ? 2 : 1)
    if let advice {
      let kept = rest.inset(bottom: empty.ways.count)
      let taken = paragraph(
        empty.id("advice"), advice, in: kept, empty.isOnSheet ? .sheetMuted : .muted, .center)
      rest = rest.inset(top: taken + (rest.height > taken + empty.ways.count ? 1 : 0))
    }
    ways(empty.ways, state, in: rest)
  }

  /// A key, what it does and a word about it, one below the other: each is a way on.
  private mutating func ways(_ ways: [EmptyNote.Way], _ state: State, in rect: Rect) {
    let phrases = state.phrases
    let titles = ways.map { phrases.say($0.title) }
    let column = titles.map { displayWidth(of: $0) }.max() ?? 0
    let notes = ways.map { phrases.say($0.note) }
    let wide = 4 + column + 3 + (notes.map { displayWidth(of: $0) }.max() ?? 0)
    let hasNotes = wide <= rect.width
    let place = rect.centered(width: hasNotes ? wide : 4 + column)
    for (row, way) in ways.enumerated() where row < rect.height {
      let line = place.inset(top: row).top(1)
      let all = line.inset(x: -min(2, line.x, max(0, bounds.width - line.maxX)))
      write(way.key, in: line, .key)
      write(titles[row], in: line.inset(left: 4), .sheetText)
      if hasNotes { write(notes[row], in: line.inset(left: 4 + column + 3), .sheetMuted) }
      if isFocused(way.id) { select(all) }
      add(
        Element(
          way.id, .button, "\(titles[row]), \(notes[row])", bounds: all, action: way.action))
    }
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
  /// What can be done about it, where there is more than one thing.
  var ways: [Way] = []
  /// A drawing above the words, where there is room.
  var draw: ((State, Rect, inout Canvas) -> Void)?

  static let artRows = 9

  struct Way {
    let id: Element.ID
    let key: String
    let title: Phrase
    let note: Phrase
    let action: Action
  }

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
