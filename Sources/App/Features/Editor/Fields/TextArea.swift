import Cells
import Loyalty

/// A text of one or several lines being written, with its caret.
struct TextArea: Equatable, Sendable {
  private(set) var characters: [Character]
  /// Characters before the caret.
  private(set) var caret: Int
  let isMultiline: Bool
  let limit: Int
  /// Lines that a key goes down.
  private static let steps: [Key.Code: Int] = [.up: -1, .down: 1, .pageUp: -8, .pageDown: 8]
  /// The column that the caret came from, while it goes up and down.
  private var column: Int?

  init(_ text: String, isMultiline: Bool, limit: Int) {
    characters = Array(text)
    caret = characters.count
    self.isMultiline = isMultiline
    self.limit = limit
  }

  var text: String { String(characters) }

  /// - Returns: `false` when there was no room for all of it.
  @discardableResult
  mutating func insert(_ typed: String) -> Bool {
    // A mark that comes by itself goes onto the letter before it.
    let isMark = typed.unicodeScalars.first.map { !$0.isASCII && $0.properties.isGraphemeExtend }
    let start = isMark == true && caret > 0 && !characters[caret - 1].isNewline ? caret - 1 : caret
    let words = String(characters[start..<caret]) + typed
    let clean = Array(cleaned(words, limit: words.utf8.count + 1, keepingNewlines: isMultiline))
    let added = clean.prefix(max(0, limit - characters.count + caret - start))
    characters.replaceSubrange(start..<caret, with: added)
    caret = start + added.count
    column = nil
    return added.count == clean.count
  }

  /// The same caret in another text.
  func replaced(by text: String) -> TextArea {
    var area = TextArea(text, isMultiline: isMultiline, limit: limit)
    area.caret = caret == characters.count ? area.caret : min(caret, area.caret)
    return area
  }

  /// - Returns: `false` when the key means nothing to a text.
  mutating func handle(_ key: Key, width: Int) -> Bool {
    if key.modifiers.contains(.alt) { return false }
    if isMultiline, let step = TextArea.steps[key.code] { return moveLine(step, width) }
    column = nil
    switch (key.code, key.modifiers) {
    case (.character(let typed), []), (.character(let typed), .shift): insert(typed)
    case (.enter, _) where isMultiline: insert("\n")
    case (.backspace, _): remove(caret - 1)
    case (.delete, _), (.character("d"), .control): remove(caret)
    case (.left, .control): caret = word(before: caret)
    case (.right, .control): caret = word(after: caret)
    case (.left, _), (.character("b"), .control): caret = max(0, caret - 1)
    case (.right, _), (.character("f"), .control): caret = min(characters.count, caret + 1)
    case (.home, _), (.character("a"), .control): caret = lineStart
    case (.end, _), (.character("e"), .control): caret = lineEnd
    case (.character("u"), .control): removeRange(lineStart..<caret)
    case (.character("k"), .control): removeRange(caret..<lineEnd)
    case (.character("w"), .control): removeRange(word(before: caret)..<caret)
    case (.character, _), (.enter, _), (.escape, _), (.tab, _), (.insert, _), (.up, _), (.down, _),
      (.pageUp, _), (.pageDown, _), (.function, _):
      return false
    }
    return true
  }

  private mutating func remove(_ place: Int) {
    guard characters.indices.contains(place) else { return }
    removeRange(place..<place + 1)
  }

  private mutating func removeRange(_ range: Range<Int>) {
    characters.removeSubrange(range)
    caret = range.lowerBound
  }

  private var lineStart: Int {
    (characters[..<caret].lastIndex { $0.isNewline }).map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    characters[caret...].firstIndex { $0.isNewline } ?? characters.count
  }

  private func word(before place: Int) -> Int {
    var place = place
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  private func word(after place: Int) -> Int {
    var place = place
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    return place
  }

  private mutating func moveLine(_ step: Int, _ width: Int) -> Bool {
    let lines = lines(width: width)
    let here = line(of: caret, in: lines)
    let wanted = column ?? columns(lines[here].lowerBound..<caret)
    let target = max(0, min(here + step, lines.count - 1))
    if target == here {
      caret = step < 0 ? 0 : characters.count
    } else {
      var place = lines[target].lowerBound
      let isLast = target == lines.count - 1
      let end = isLast ? lines[target].upperBound : max(place, lines[target].upperBound - 1)
      var used = 0
      while place < end, used + displayWidth(of: characters[place]) <= wanted {
        used += displayWidth(of: characters[place])
        place += 1
      }
      caret = place
    }
    column = wanted
    return true
  }

  func columns(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + displayWidth(of: characters[$1]) }
  }

  /// The line on which a place stands.
  func line(of place: Int, in lines: [Range<Int>]) -> Int {
    lines.lastIndex { $0.lowerBound <= place } ?? 0
  }

  /// Lines of at most so many columns, broken after spaces; every character is in one of them.
  func lines(width: Int) -> [Range<Int>] {
    let width = max(1, width)
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var space: Int?
    for (place, character) in characters.enumerated() {
      if character.isNewline {
        lines.append(start..<place + 1)
        (start, used, space) = (place + 1, 0, nil)
        continue
      }
      let columns = displayWidth(of: character)
      if used + columns > width, place > start {
        let end = space.map { $0 + 1 } ?? place
        lines.append(start..<end)
        used = self.columns(end..<place)
        (start, space) = (end, nil)
      }
      if character == " " { space = place }
      used += columns
    }
    lines.append(start..<characters.count)
    return lines
  }
}
