import Cells
import Themes

/// What shows that something has the focus, by more than its colour.
enum FocusMark {
  /// The words of a button.
  static func around(_ words: String, isFocused: Bool) -> String {
    isFocused ? "› \(words) ‹" : words
  }

  /// Words in a column of their own, of which one is marked.
  static func before(_ words: String, isMarked: Bool) -> String {
    (isMarked ? "› " : "  ") + words
  }
}

extension Canvas {
  /// Columns on either side of a button's words: the mark of the focus has two of them.
  static let buttonAir = 4

  /// A button of one row: its label between brackets of colour, the focus marked by more than that.
  mutating func button(
    _ id: Element.ID, _ text: String, in rect: Rect, action: Action, isEnabled: Bool = true,
    isPrimary: Bool = false
  ) {
    guard !rect.isEmpty else { return }
    let isFocused = isFocused(id) && isEnabled
    let look: ThemeToken =
      !isEnabled ? .disabled : isFocused ? .focus : isPrimary ? .primary : .button
    let row = rect.top(1)
    fill(row, look)
    write(FocusMark.around(text, isFocused: isFocused), in: row, look, .center)
    var element = Element(id, .button, text, bounds: row, action: action)
    element.isEnabled = isEnabled
    element.isFocused = isFocused
    add(element)
  }

  /// A word beside a title that leads on, with its key, whose place the mark takes.
  mutating func way(
    _ id: Element.ID, key: String, _ words: String, in place: Rect, action: Action
  ) {
    let isFocused = isFocused(id)
    write("\(key)  \(words)", in: place, isFocused ? .selection : .hint)
    if !isFocused { write(key, in: place.narrowed(to: displayWidth(of: key)), .key) }
    add(Element(id, .button, words, bounds: place, action: action))
  }

  /// A switch as a word on a ground that says how it stands; what it switches is said by `spoken`.
  mutating func toggle(
    _ id: Element.ID, _ word: String, isOn: Bool, spoken: String, in place: Rect, action: Action
  ) {
    let isFocused = isFocused(id)
    let look: ThemeToken = isFocused ? .focus : isOn ? .primary : .button
    // A column on each side keeps neighbours apart.
    let box = place.inset(x: place.width >= 8 && place.width < 12 ? 1 : 0)
    fill(box, look)
    // Where its ground cannot be told from what it lies on, it has an edge.
    let isFlat = self.look(look).background == self.look(ground).background
    write(
      isFocused ? "›\(word)‹" : isFlat ? "[\(word)]" : word, in: box,
      isFocused || isOn ? self.look(look) : style(.muted, on: look), .center)
    var element = Element(id, .button, spoken, bounds: place, action: action)
    element.isChecked = isOn
    add(element)
  }
}
