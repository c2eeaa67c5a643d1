import Cells
import Themes

/// A part of a screen: its name, how many there are, and the key that leads to all of them.
struct SectionHead {
  let id: Element.ID
  let title: String
  var count: String?
  var key: String?
  /// What the key does, where it is not plain.
  var keyTitle: String?
  var action: Action?
}

extension Canvas {
  /// One row: name, count, a hairline, the key.
  mutating func section(_ head: SectionHead, in rect: Rect) {
    let row = rect.top(1)
    guard !row.isEmpty else { return }
    let (name, quiet, key) = (look(.heading), look(.hint), look(.key))
    let title = truncated(head.title, to: row.width)
    write(title, in: row, name)
    var left = displayWidth(of: title) + 1
    if let count = head.count, row.width > left + displayWidth(of: count) {
      write(count, in: row.inset(left: left), quiet)
      left += displayWidth(of: count) + 1
    }
    var right = 0
    if let letter = head.key {
      let words = head.keyTitle.map { " \($0)" } ?? ""
      let all = displayWidth(of: letter) + displayWidth(of: words)
      let isWordy = left + all + 3 <= row.width
      let width = isWordy ? all : displayWidth(of: letter)
      if left + width + 1 <= row.width {
        let place = row.inset(left: row.width - width)
        write(letter, in: place, key)
        if isWordy { write(words, in: place.inset(left: displayWidth(of: letter)), quiet) }
        right = width + 1
      }
    }
    let rule = row.inset(left: left, right: right)
    if rule.width > 0 {
      write(String(repeating: "─", count: rule.width), in: rule, look(.border))
    }
    let spoken = [head.title, head.count].compactMap(\.self).joined(separator: " ")
    var element = Element(head.id, .heading, spoken, bounds: row, action: head.action)
    element.isTabStop = false
    add(element)
  }

  /// The title of a screen, what there is to say about the whole of it, and on the right what can be
  /// done with it, as far as there is room.
  mutating func screenHead(
    _ id: Element.ID, _ title: String, note: (id: Element.ID, words: String)? = nil,
    hints: [Hint] = [], in row: Rect
  ) {
    guard !row.isEmpty else { return }
    sectionTitle(id, title, in: row)
    var rest = row.inset(left: displayWidth(of: title) + 2)
    if let note, !note.words.isEmpty, rest.width >= 4 {
      let words = truncated(note.words, to: rest.width)
      label(note.id, .status, words, in: rest, .hint)
      rest = rest.inset(left: displayWidth(of: words) + 3)
    }
    hintLine(endingAtRight: hints, gap: 3, in: rest, on: .page)
  }

  /// A scroll bar in the last column of a list that is longer than its place.
  mutating func scrollBar(first: Int, count: Int, in rect: Rect) {
    guard count > rect.height, rect.height >= 2, rect.width >= 30 else { return }
    let size = max(1, rect.height * rect.height / count)
    let most = count - rect.height
    let top = most > 0 ? (rect.height - size) * max(0, min(first, most)) / most : 0
    // NB: a groove over all rows would be sent with each row that scrolls.
    for row in top..<top + size {
      write("▕", in: rect.inset(left: rect.width - 1, top: row), look(.muted))
    }
  }
}
