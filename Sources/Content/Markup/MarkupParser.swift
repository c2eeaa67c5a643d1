/// Cuts a text into pieces and finds what encloses what.
struct MarkupParser {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var pieces: [Piece] = []
  private var delimiters: [Delimiter] = []
  /// Open brackets: the piece, and how many delimiters stood before it.
  private var brackets: [(piece: Int, delimiters: Int, isActive: Bool)] = []
  private var isUnclosed = false

  /// Scalars of an address; what is longer is none.
  private static let longestAddress = 2000

  struct Piece {
    var text: String
    /// How much emphasis begins (or ends, below zero) at this piece.
    var emphasis = 0
    var strength = 0
    var link: Markup.Link?
  }

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  mutating func parse() -> (spans: [Markup.Span], isUnclosed: Bool) {
    while place < scalars.count { step() }
    isUnclosed = Delimiter.match(&delimiters, from: 0, in: &pieces) || isUnclosed
    return (spans(), isUnclosed)
  }

  private mutating func step() {
    let scalar = scalars[place]
    switch scalar {
    case "\\" where place + 1 < scalars.count && scalars[place + 1].isASCIIPunctuation:
      add(String(scalars[place + 1]), count: 2)
    case "*", "_":
      let end = scalars[place...].firstIndex { $0 != scalar } ?? scalars.count
      delimiters.append(
        Delimiter(
          scalar, count: end - place, piece: pieces.count,
          before: place > 0 ? scalars[place - 1] : nil,
          after: end < scalars.count ? scalars[end] : nil))
      add(String(repeating: Character(scalar), count: end - place), count: end - place)
    case "[":
      brackets.append((pieces.count, delimiters.count, true))
      add("[", count: 1)
    case "]": closeBracket()
    default:
      let end = scalars[place...].firstIndex { $0.isMarkup } ?? scalars.count
      // A mark that stands for itself is a text too.
      add(text(place..<max(end, place + 1)), count: max(end - place, 1))
    }
  }

  private mutating func add(_ text: String, count: Int) {
    pieces.append(Piece(text: text))
    place += count
  }

  private mutating func closeBracket() {
    guard let open = brackets.popLast() else { return add("]", count: 1) }
    guard place + 1 < scalars.count, scalars[place + 1] == "(", open.isActive else {
      return add("]", count: 1)
    }
    let start = place + 2
    let limit = min(scalars.count, start + MarkupParser.longestAddress)
    guard let end = scalars[start..<limit].firstIndex(where: { $0 == ")" || $0.isSpace }),
      scalars[end] == ")"
    else {
      isUnclosed = true
      return add("]", count: 1)
    }
    guard let link = Markup.Link(rawValue: text(start..<end)), open.piece + 1 < pieces.count else {
      return add("]", count: 1)
    }
    // What is emphasised inside a link is closed inside it.
    isUnclosed = Delimiter.match(&delimiters, from: open.delimiters, in: &pieces) || isUnclosed
    delimiters.removeSubrange(open.delimiters...)
    pieces[open.piece].text = ""
    for piece in open.piece..<pieces.count { pieces[piece].link = link }
    // A link holds no link.
    for index in brackets.indices.reversed() {
      guard brackets[index].isActive else { break }
      brackets[index].isActive = false
    }
    pieces.append(Piece(text: ""))
    place = end + 1
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// Pieces of the same look as one.
  private func spans() -> [Markup.Span] {
    var spans: [Markup.Span] = []
    var emphasis = 0
    var strength = 0
    for piece in pieces {
      emphasis += piece.emphasis
      strength += piece.strength
      guard !piece.text.isEmpty else { continue }
      let span = Markup.Span(
        piece.text, isEmphasized: emphasis > 0, isStrong: strength > 0, link: piece.link)
      if let last = spans.last, last.isEmphasized == span.isEmphasized,
        last.isStrong == span.isStrong, last.link == span.link
      {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
    return spans
  }
}

extension Unicode.Scalar {
  fileprivate var isMarkup: Bool {
    self == "\\" || self == "*" || self == "_" || self == "[" || self == "]"
  }

  fileprivate var isASCIIPunctuation: Bool {
    isASCII && properties.isPatternSyntax || self == "_"
  }

  var isSpace: Bool { properties.isWhitespace }

  /// Unicode punctuation or symbols, as the specification counts them.
  var isPunctuation: Bool {
    if isASCIIPunctuation { return true }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
