import Cells
import Content
import Loyalty
import Themes

/// Blocks that stand out: banners, buttons, countdowns.
extension BlockPainter {
  /// A panel with an edge in the colour of its style; all of it leads where its action does.
  func banner(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let id = element(block)
    let title = prop("title", of: block)
    let words = text(block.text)
    let edge: ThemeToken =
      switch block.props["style"]?.string {
      case "warning": .warning
      case "offer": .positive
      default: .muted
      }
    func air() {
      guard width >= 40 else { return }
      picture.add([BlockRows.Part(text: "▌", look: edge)], on: .surface)
    }
    let inner = max(1, width - 4)
    var body: [[BlockRows.Part]] = wrapped(title, width: inner).filter { !$0.isEmpty }.map {
      [BlockRows.Part(text: $0, look: .surface, attributes: .bold, column: 2)]
    }
    let lines = MarkupLines(words, width: width - 2, look: .surface, indent: 2)
    if !words.isEmpty { body += lines.lines }
    air()
    for parts in body {
      picture.add([BlockRows.Part(text: "▌", look: edge)] + parts, on: .surface)
    }
    if block.action != nil {
      let look: ThemeToken = isFocused(id) ? .selection : .surfaceMuted
      let more = phrases.say(.screenMore)
      picture.add(
        [
          BlockRows.Part(text: "▌", look: edge),
          BlockRows.Part(text: "\(more) ›", look: look, column: 2),
        ], on: .surface)
    }
    air()
    let spoken = [title, Markup(words).plain].filter { !$0.isEmpty }.joined(separator: ". ")
    picture.name(
      id, block.action == nil ? .text : .button, spoken,
      action: block.action.map { .screens(.follow($0)) })
    return picture
  }

  func button(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let id = element(block)
    let words = text(block.text)
    let columns = min(width, max(16, displayWidth(of: words) + Canvas.buttonAir * 2))
    let isFocused = isFocused(id)
    let isSecond = block.props["style"]?.string == "secondary"
    let look: ThemeToken = isFocused ? .focus : isSecond ? .button : .primary
    let label = truncated(FocusMark.around(words, isFocused: isFocused), to: columns)
    let free = columns - displayWidth(of: label)
    let text =
      String(repeating: " ", count: free / 2) + label
      + String(repeating: " ", count: free - free / 2)
    picture.add(text, look)
    picture.elements.append(
      BlockRows.Thing(
        id: id, role: .button, text: words, rows: 0..<1, columns: 0..<columns,
        action: block.action.map { .screens(.follow($0)) }))
    return picture
  }

  /// What is left until a moment, in its two largest units; afterwards the words for that.
  func countdown(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    guard let end = block.props["to"]?.string.flatMap(Instant.init(rfc3339:)) else {
      return picture
    }
    let words = text(block.text)
    let seconds = end.seconds(since: state.now)
    guard seconds > 0 else {
      let done = prop("done", of: block)
      for line in wrapped(done, width: width) where !done.isEmpty { picture.add(line, .heading) }
      picture.name(element(block), .status, done)
      return picture
    }
    for line in wrapped(words, width: width) where !words.isEmpty { picture.add(line, .muted) }
    let rest = phrases.countdown(seconds: seconds)
    if !addBig(phrases.countdownParts(seconds: seconds), to: &picture) {
      picture.add(truncated(rest, to: width), .balance)
    }
    picture.name(element(block), .status, "\(words) \(rest)".withPlainSpaces)
    return picture
  }

  /// Numbers in big letters with what each counts beside its foot.
  ///
  /// - Returns: whether there was room.
  private func addBig(_ parts: [String], to picture: inout BlockRows) -> Bool {
    var rows = [[BlockRows.Part]](repeating: [], count: 3)
    var column = 0
    for part in parts {
      let words = part.split(maxSplits: 1) { $0 == " " || $0 == "\u{A0}" }.map(String.init)
      guard words.count == 2, let letters = BigLetters(words[0]) else { return false }
      for (row, line) in letters.rows.enumerated() {
        rows[row].append(BlockRows.Part(text: line, look: .balance, column: column))
      }
      column += letters.width + 2
      rows[2].append(BlockRows.Part(text: words[1], look: .muted, column: column))
      column += displayWidth(of: words[1]) + 4
    }
    guard column - 4 <= width else { return false }
    for row in rows { picture.add(row) }
    return true
  }
}

extension Phrasebook {
  /// "2 days 5 hours"; the seconds of the last minute.
  func countdown(seconds: Int64) -> String {
    countdownParts(seconds: seconds).joined(separator: " ")
  }

  fileprivate func countdownParts(seconds: Int64) -> [String] {
    guard seconds >= 60 else { return [count(Int(max(0, seconds)), .second)] }
    let minutes = (seconds + 59) / 60
    let parts: [(Int64, Noun)] = [
      (minutes / 1440, .day), (minutes / 60 % 24, .hour), (minutes % 60, .minute),
    ]
    return parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
      .map { count(Int($0.0), $0.1) }
  }
}
