import Cells
import Content
import Loyalty
import Themes

/// Blocks that stand out: pictures, banners, buttons, countdowns.
extension BlockPainter {
  /// A frame with the words for the picture in it, the caption below.
  func image(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
    let alt = prop("alt", of: block)
    let columns = min(width, 48)
    guard columns >= 6 else { return picture }
    let inner = columns - 4
    let lines = [""] + wrapped(alt, width: inner, maxLines: 6) + [""]
    picture.add("╭" + String(repeating: "─", count: columns - 2) + "╮", .border)
    for line in lines {
      let left = (inner - displayWidth(of: line)) / 2
      picture.add([
        BlockPicture.Part(text: "│", look: .border),
        BlockPicture.Part(text: line, look: .muted, attributes: .italic, column: 2 + left),
        BlockPicture.Part(text: "│", look: .border, column: columns - 1),
      ])
    }
    picture.add("╰" + String(repeating: "─", count: columns - 2) + "╯", .border)
    picture.name(element(block), .image, alt)
    let caption = text(block.text)
    guard !caption.isEmpty else { return picture }
    let first = picture.rows.count
    for line in wrapped(caption, width: columns) { picture.add(line, .muted) }
    picture.name(
      Element.ID(rawValue: element(block).rawValue + ".caption"), .text, caption, from: first)
    return picture
  }

  /// A panel with an edge in the colour of its style; all of it leads where its action does.
  func banner(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
    let id = element(block)
    let title = prop("title", of: block)
    let words = text(block.text)
    let edge: ThemeToken =
      switch block.props["style"]?.string {
      case "warning": .warning
      case "offer": .positive
      default: .accent
      }
    let inner = max(1, width - 4)
    var body: [[BlockPicture.Part]] = wrapped(title, width: inner).filter { !$0.isEmpty }.map {
      [BlockPicture.Part(text: $0, look: .surface, attributes: .bold, column: 2)]
    }
    let lines = MarkupLines(words, width: width - 2, look: .surface, indent: 2)
    if !words.isEmpty { body += lines.lines }
    for parts in body {
      picture.add([BlockPicture.Part(text: "▌", look: edge)] + parts, on: .surface)
    }
    if block.action != nil {
      let look: ThemeToken = isFocused(id) ? .selection : .surfaceMuted
      let more = phrases.say(.screenMore)
      picture.add(
        [
          BlockPicture.Part(text: "▌", look: edge),
          BlockPicture.Part(text: "\(more) ›", look: look, column: 2),
        ], on: .surface)
    }
    let spoken = [title, Markup(words).plain].filter { !$0.isEmpty }.joined(separator: ". ")
    picture.name(
      id, block.action == nil ? .text : .button, spoken,
      action: block.action.map { .screens(.follow($0)) })
    return picture
  }

  func button(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
    let id = element(block)
    let words = text(block.text)
    let columns = min(width, max(16, displayWidth(of: words) + 6))
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
      BlockPicture.Thing(
        id: id, role: .button, text: words, rows: 0..<1, columns: 0..<columns,
        action: block.action.map { .screens(.follow($0)) }))
    return picture
  }

  /// What is left until a moment, in its two largest units; afterwards the words for that.
  func countdown(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
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
    picture.add(truncated(rest, to: width), .balance)
    picture.name(element(block), .status, "\(words) \(rest)".replacing("\u{A0}", with: " "))
    return picture
  }
}

extension Phrasebook {
  /// "2 days 5 hours"; the seconds of the last minute.
  func countdown(seconds: Int64) -> String {
    guard seconds >= 60 else { return count(Int(max(0, seconds)), .second) }
    let minutes = (seconds + 59) / 60
    let parts: [(Int64, Noun)] = [
      (minutes / 1440, .day), (minutes / 60 % 24, .hour), (minutes % 60, .minute),
    ]
    return parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
      .map { count(Int($0.0), $0.1) }.joined(separator: " ")
  }
}
