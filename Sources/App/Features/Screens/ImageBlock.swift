import Cells
import Content
import Loyalty
import Themes

/// The picture of a screen.
extension BlockPainter {
  /// A picture as wide as the screen, or its place with the initial and the words for it until it is
  /// there; the caption below.
  func image(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let alt = prop("alt", of: block)
    guard width >= 6 else { return picture }
    let shared = block.picture
    let isShown = shared != nil && state.showsPictures
    addPlace(alt, rows: isShown ? pictureRows : 0, to: &picture)
    if isShown, let shared {
      picture.pictures.append(.init(picture: shared, rows: 0..<picture.rows.count))
    }
    picture.name(element(block), .image, alt)
    let caption = text(block.text)
    guard !caption.isEmpty else { return picture }
    let first = picture.rows.count
    let margin = isFramed ? 0 : 1
    for line in wrapped(caption, width: max(1, width - margin * 2)) {
      picture.add(
        line, isFramed ? .muted : .surface, column: margin, on: isFramed ? nil : .surface)
    }
    picture.name(
      Element.ID(rawValue: element(block).rawValue + ".caption"), .text, caption, from: first)
    return picture
  }

  /// Without colours the place has a frame.
  private var isFramed: Bool { state.theme.depth == .mono }

  /// Rows of a picture that is as wide as the screen: as flat as those of cards, and never all of it.
  private var pictureRows: Int {
    let height = state.size.height
    return max(4, min(Picture.rows(of: width), max(14, height / 3), height / 2))
  }

  /// - Parameter rows: at least so many.
  private func addPlace(_ alt: String, rows: Int, to picture: inout BlockRows) {
    let ground: ThemeToken? = isFramed ? nil : .selectionResting
    let inner = width - 4
    func add(_ text: String, _ attributes: Attributes = []) {
      let left = 2 + (inner - displayWidth(of: text)) / 2
      var parts = [
        BlockRows.Part(text: text, look: .muted, attributes: attributes, column: left)
      ]
      if isFramed {
        parts.insert(BlockRows.Part(text: "│", look: .border), at: 0)
        parts.append(BlockRows.Part(text: "│", look: .border, column: width - 1))
      }
      picture.add(parts, on: ground)
    }
    func edge(_ left: String, _ right: String) {
      guard isFramed else { return add("") }
      picture.add(left + String(repeating: "─", count: width - 2) + right, .border)
    }
    var lines: [(text: String, attributes: Attributes)] = []
    if width >= 30, let initial = Canvas.initial(of: alt).flatMap({ BigLetters($0) }) {
      lines += initial.rows.map { ($0, []) } + [("", [])]
    }
    lines += wrapped(alt, width: inner, maxLines: 6).map { ($0, .italic) }
    if rows > 0 { lines = Array(lines.prefix(max(0, rows - 2))) }
    let missing = max(0, rows - lines.count - 2)
    edge("╭", "╮")
    for _ in 0..<missing / 2 { add("") }
    for line in lines { add(line.text, line.attributes) }
    for _ in 0..<missing - missing / 2 { add("") }
    edge("╰", "╯")
  }
}
