/// Text cut to a number of columns, with an ellipsis when something is missing.
public func truncated(
  _ text: some StringProtocol, to columns: Int, ellipsis: String = "…"
) -> String {
  let text = Substring(text)
  guard let cut = firstIndex(in: text, beyond: columns) else { return String(text) }
  let room = columns - displayWidth(of: ellipsis)
  if room < 0 { return String(text[..<cut]) }
  return String(text[..<(firstIndex(in: text, beyond: room) ?? cut)]) + ellipsis
}

/// Text as lines of at most `width` columns, broken between words, or in a word that is too long.
///
/// Newlines stay, runs of spaces become one, control characters are left out. When there are more
/// than `maxLines`, the last one ends in an ellipsis.
public func wrapped(
  _ text: some StringProtocol, width: Int, maxLines: Int = .max
) -> [String] {
  guard width > 0, maxLines > 0 else { return [] }
  var lines: [String] = []
  for paragraph in Substring(text).split(
    omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  {
    var wrapping = WrappingParagraph(width: width)
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      wrapping.add(word)
      // One line more than asked for tells that there is more; a whole book need not be read.
      if lines.count + wrapping.finished.count > maxLines { break }
    }
    lines += wrapping.finish()
    if lines.count > maxLines { break }
  }
  guard lines.count > maxLines else { return lines }
  let last = lines[maxLines - 1]
  let room = width - 1
  let end = firstIndex(in: last[...], beyond: room).map { String(last[..<$0]) } ?? last
  return lines[..<(maxLines - 1)] + [end + "…"]
}

/// The first place at which the text would be wider than `columns`.
private func firstIndex(in text: Substring, beyond columns: Int) -> Substring.Index? {
  // A scalar takes no more columns than bytes.
  if text.utf8.count <= columns { return nil }
  var used = 0
  var index = text.startIndex
  let scalars = text.unicodeScalars
  while index < text.endIndex, isPlain(scalars[index]) {
    used += 1
    if used > columns { return index }
    index = scalars.index(after: index)
  }
  guard index < text.endIndex else { return nil }
  // What comes may belong to the scalar before it.
  used = 0
  for index in text.indices {
    used += displayWidth(of: text[index])
    if used > columns { return index }
  }
  return nil
}

/// The lines of one paragraph while its words arrive.
private struct WrappingParagraph {
  let width: Int
  private(set) var finished: [String] = []
  private var line = ""
  private var used = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ word: Substring) {
    let columns = displayWidth(of: word)
    if columns == 0 { return }
    if used > 0 {
      if used + 1 + columns <= width {
        line += " "
        used += 1
      } else {
        endLine()
      }
    }
    for character in word {
      add(character)
    }
  }

  mutating func finish() -> [String] {
    endLine()
    return finished
  }

  private mutating func add(_ character: Character) {
    let columns = displayWidth(of: character)
    if columns == 0 { return }
    // A wide cluster in a single column can only be hinted at.
    let fits = columns <= width
    if used + (fits ? columns : 1) > width { endLine() }
    line.append(fits ? character : "?")
    used += fits ? columns : 1
  }

  private mutating func endLine() {
    finished.append(line)
    line = ""
    used = 0
  }
}
