import Cells
import Content
import Loyalty
import Themes

/// Blocks that are read.
extension BlockPainter {
  func heading(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let words = text(block.text)
    let level = block.props["level"]?.integer ?? 2
    guard !words.isEmpty else { return picture }
    switch level {
    case ...1: addHeadline(words, to: &picture)
    case 2: addSection(words, to: &picture)
    default: for line in wrapped(words, width: width) { picture.add(line, .muted, .bold) }
    }
    picture.name(element(block), .heading, words)
    return picture
  }

  /// What a screen begins with stands on the business's own face, in big letters where they fit.
  private func addHeadline(_ words: String, to picture: inout BlockRows) {
    let margin = width >= 30 ? 2 : 1
    let ground = ThemeToken.brandFace
    func add(_ text: String) { picture.add(text, .brandFace, .bold, column: margin, on: ground) }
    if let letters = BigLetters(words.uppercased()), letters.width <= width - margin * 2 {
      add(letters.crown ?? "")
      for row in letters.rows { add(row) }
      add("")
      return
    }
    add("")
    for line in wrapped(words, width: max(1, width - margin * 2)) { add(line) }
    add("")
  }

  /// One row: the name, how many there are, a hairline.
  func addSection(_ words: String, count: String? = nil, to picture: inout BlockRows) {
    let lines = wrapped(words, width: width)
    for line in lines { picture.add(line, .heading, .bold) }
    guard lines.count == 1 else { return }
    var left = displayWidth(of: lines[0]) + 1
    var parts: [BlockRows.Part] = []
    if let count, left + displayWidth(of: count) < width {
      parts.append(BlockRows.Part(text: count, look: .hint, column: left))
      left += displayWidth(of: count) + 1
    }
    if left + 2 <= width {
      parts.append(
        BlockRows.Part(
          text: String(repeating: "─", count: width - left), look: .border, column: left))
    }
    picture.rows[picture.rows.count - 1].parts += parts
  }

  func paragraph(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let words = text(block.text)
    guard !words.isEmpty else { return picture }
    picture.add(MarkupLines(words, width: width, look: .text), id: block.id, "")
    let plain = words.split(whereSeparator: \.isNewline).map { Markup(String($0)).plain }
    picture.elements.insert(
      BlockRows.Thing(
        id: element(block), role: .text, text: plain.joined(separator: " "),
        rows: 0..<picture.rows.count), at: 0)
    return picture
  }

  /// One item on each line of the text.
  func list(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let items = text(block.text).split(whereSeparator: \.isNewline)
    let isNumbered = block.props["style"]?.string == "number"
    let indent = isNumbered ? String(items.count).count + 2 : 2
    for (index, item) in items.enumerated() {
      let lines = MarkupLines(String(item), width: width, look: .text, indent: indent)
      let first = picture.rows.count
      picture.add(lines, id: block.id, "\(index).")
      let number = String(index + 1)
      let mark =
        isNumbered
        ? String(repeating: " ", count: indent - 2 - number.count) + number + "." : "•"
      picture.rows[first].parts.insert(BlockRows.Part(text: mark, look: .hint), at: 0)
      picture.elements.append(
        BlockRows.Thing(
          id: Element.ID(rawValue: "\(element(block).rawValue).\(index)"), role: .text,
          text: Markup(String(item)).plain, rows: first..<picture.rows.count))
    }
    return picture
  }

  /// A question; its answer below while it is open.
  func faq(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let question = text(block.text)
    let answer = prop("answer", of: block)
    let isOpen = state.screens.unfolded.contains(block.id)
    let id = element(block)
    let look: ThemeToken = isFocused(id) ? .selection : .heading
    for (row, line) in wrapped(question, width: max(1, width - 2)).enumerated() {
      picture.add([
        BlockRows.Part(text: row == 0 ? (isOpen ? "▾" : "▸") : " ", look: .hint),
        BlockRows.Part(text: line, look: look, column: 2),
      ])
    }
    picture.name(id, .button, question, action: .screens(.fold(block.id)))
    guard isOpen, !answer.isEmpty else { return picture }
    let first = picture.rows.count
    picture.add(
      MarkupLines(answer, width: width, look: .text, indent: 2), id: block.id, "answer")
    picture.name(
      Element.ID(rawValue: id.rawValue + ".answer"), .text, Markup(answer).plain, from: first)
    return picture
  }

  func divider() -> BlockRows {
    var picture = BlockRows()
    picture.add(String(repeating: "─", count: width), .border)
    return picture
  }
}
