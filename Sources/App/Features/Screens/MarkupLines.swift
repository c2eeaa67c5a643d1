import Cells
import Content
import Loyalty
import Themes

/// A text with inline markup, broken into lines.
struct MarkupLines {
  private(set) var lines: [[BlockRows.Part]] = [[]]
  /// Where links stand: the line, the columns.
  private(set) var links: [Link] = []
  private let width: Int
  private let look: ThemeToken
  private let indent: Int
  private var used = 0
  /// A space that waits for a word to follow.
  private var hasSpace = false

  struct Link {
    var link: Markup.Link
    var text: String
    var line: Int
    var columns: Range<Int>
  }

  /// - Parameter indent: columns on the left of every line that stay free.
  init(_ source: String, width: Int, look: ThemeToken, indent: Int = 0) {
    self.width = max(1, width - indent)
    self.look = look
    self.indent = indent
    for (index, line) in source.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      if index > 0 { endLine() }
      for span in Markup(String(line)).spans { add(span) }
    }
  }

  private mutating func add(_ span: Markup.Span) {
    var word = ""
    for character in span.text {
      if character == " " || character == "\t" {
        add(word, of: span)
        word = ""
        hasSpace = used > 0
      } else {
        word.append(character)
      }
    }
    add(word, of: span)
  }

  private mutating func add(_ word: String, of span: Markup.Span) {
    guard !word.isEmpty else { return }
    let columns = displayWidth(of: word)
    if used > 0, used + (hasSpace ? 1 : 0) + columns > width, hasSpace || columns <= width {
      endLine()
    }
    if hasSpace {
      put(" ", of: span, isSpace: true)
      hasSpace = false
    }
    if used + columns <= width {
      put(word, of: span)
      return
    }
    // Longer than a line: broken where the line ends.
    for piece in wrapped(word, width: width) {
      if used > 0 { endLine() }
      put(piece, of: span)
    }
  }

  private mutating func put(_ text: String, of span: Markup.Span, isSpace: Bool = false) {
    var attributes: Attributes = []
    if span.isStrong { attributes.insert(.bold) }
    if span.isEmphasized { attributes.insert(.italic) }
    if span.link != nil, !isSpace { attributes.insert(.underline) }
    let start = indent + used
    let end = start + displayWidth(of: text)
    let last = lines.count - 1
    if let part = lines[last].last, part.look == look, part.attributes == attributes {
      lines[last][lines[last].count - 1].text += text
    } else {
      lines[last].append(
        BlockRows.Part(text: text, look: look, attributes: attributes, column: start))
    }
    used = end - indent
    guard let link = span.link, !isSpace else { return }
    if let old = links.last, old.link == link, old.line == last, old.columns.upperBound + 1 >= start
    {
      links[links.count - 1].columns = old.columns.lowerBound..<end
      links[links.count - 1].text = span.text
    } else {
      links.append(Link(link: link, text: span.text, line: last, columns: start..<end))
    }
  }

  private mutating func endLine() {
    lines.append([])
    used = 0
    hasSpace = false
  }
}

extension BlockRows {
  /// Adds a text with its links, each an element of its own.
  mutating func add(_ text: MarkupLines, id: Block.ID, _ name: String, on ground: ThemeToken? = nil)
  {
    let first = rows.count
    for line in text.lines { add(line, on: ground) }
    for (index, link) in text.links.enumerated() {
      elements.append(
        Thing(
          id: Element.ID(rawValue: "screen.link.\(id.rawValue).\(name)\(index)"), role: .button,
          text: link.text, rows: first + link.line..<first + link.line + 1,
          columns: link.columns, action: .screens(.follow(link.link.action))))
    }
  }
}
