import Cells
import Content
import Loyalty
import Themes

/// Blocks that are read.
extension BlockPainter {
  func heading(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
    let words = text(block.text)
    let level = block.props["level"]?.integer ?? 2
    let look: ThemeToken = level >= 3 ? .muted : .heading
    for line in wrapped(words, width: width) where !words.isEmpty {
      picture.add(line, look, .bold)
    }
    picture.name(element(block), .heading, words)
    if level <= 1, !words.isEmpty {
      picture.add(String(repeating: "━", count: min(width, 4)), .accent)
    }
    return picture
  }

  func paragraph(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
    let words = text(block.text)
    guard !words.isEmpty else { return picture }
    picture.add(MarkupLines(words, width: width, look: .text), id: block.id, "")
    let plain = words.split(whereSeparator: \.isNewline).map { Markup(String($0)).plain }
    picture.elements.insert(
      BlockPicture.Thing(
        id: element(block), role: .text, text: plain.joined(separator: " "),
        rows: 0..<picture.rows.count), at: 0)
    return picture
  }

  /// One item on each line of the text.
  func list(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
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
      picture.rows[first].parts.insert(BlockPicture.Part(text: mark, look: .accent), at: 0)
      picture.elements.append(
        BlockPicture.Thing(
          id: Element.ID(rawValue: "\(element(block).rawValue).\(index)"), role: .text,
          text: Markup(String(item)).plain, rows: first..<picture.rows.count))
    }
    return picture
  }

  /// A question; its answer below while it is open.
  func faq(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
    let question = text(block.text)
    let answer = prop("answer", of: block)
    let isOpen = state.screens.unfolded.contains(block.id)
    let id = element(block)
    let look: ThemeToken = isFocused(id) ? .selection : .heading
    for (row, line) in wrapped(question, width: max(1, width - 2)).enumerated() {
      picture.add([
        BlockPicture.Part(text: row == 0 ? (isOpen ? "▾" : "▸") : " ", look: .accent),
        BlockPicture.Part(text: line, look: look, column: 2),
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

  func divider() -> BlockPicture {
    var picture = BlockPicture()
    picture.add(String(repeating: "─", count: width), .border)
    return picture
  }
}
