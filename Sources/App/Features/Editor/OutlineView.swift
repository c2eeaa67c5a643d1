import Cells
import Content
import Loyalty
import Themes

/// The screen's blocks, one line each, below the screen itself.
func drawOutline(
  _ editor: EditorState, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  let list = EditorLayout.blocks(in: rect)
  if rect.height >= 4 {
    let isHere = editor.pane == .outline
    canvas.write(
      state.phrases.say(.editorBlocks), in: rect.inset(left: 2), isHere ? .accent : .muted)
  }
  let findings = Dictionary(grouping: editor.findings, by: { $0.index ?? -1 })
  if editor.screen.blocks.isEmpty, list.height >= 3 {
    drawEmpty(state, in: list.inset(left: 4, top: 2).top(1), on: &canvas)
  }
  var outline = editor.outline
  outline.selection = editor.selection
  for line in canvas.rows(of: outline, count: editor.rows, in: list) {
    let (index, place) = (line.index, line.place)
    let words = index == 0 ? state.phrases.say(.editorScreen) : ""
    let block = index == 0 ? nil : editor.screen.blocks[index - 1]
    let text = block.map { state.outlineWords($0) } ?? words
    let mark = block.map { state.outlineMark($0) } ?? "▤"
    let isElsewhere = block.map { block in editor.colleagues.contains { $0.block == block.id } }
    let badge =
      (isElsewhere == true ? "✎" : "") + badges(block, findings[index - 1] ?? [], state)
    let look: ThemeToken = line.isSelected ? .accent : .text
    canvas.write(mark, in: place.inset(left: 2), .muted)
    let room = place.width - 5 - displayWidth(of: badge)
    canvas.write(truncated(text, to: max(1, room)), in: place.inset(left: 4), look)
    canvas.write(
      badge, in: place.inset(left: max(0, place.width - displayWidth(of: badge))), .warning)
    canvas.endRow(
      line, Element.ID(rawValue: "editor.row.\(index)"),
      "\(block?.kind.rawValue ?? "") \(text) \(badge)", hasKeys: editor.pane == .outline,
      action: .editor(.select(index)))
    if editor.dragTarget == index, editor.draggedFrom != index {
      canvas.write("━", in: place, .accent)
    }
  }
}

/// A screen without blocks says how it gets its first one.
private func drawEmpty(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let words =
    "\(Command.key(.editor(.add), on: EditorSheet.main.surface))  \(state.phrases.say(.editorAddTitle))"
  canvas.label("editor.empty", .button, words, in: rect, .muted, action: .editor(.add))
}

/// Signs for what is not seen at a glance: hidden from some, wrong, not quite right.
private func badges(_ block: Block?, _ findings: [Finding], _ state: State) -> String {
  var marks = ""
  if let visibility = block?.members["visibility"], visibility != .null,
    visibility.object?.isEmpty == false
  {
    marks += "◐"
  }
  if block?.kind.isKnown == false { marks += "?" }
  if findings.contains(where: { $0.severity == .error }) {
    marks += "!"
  } else if !findings.isEmpty {
    marks += "·"
  }
  return marks
}

extension State {
  /// What stands for a block in one line: its first words, else what it is.
  func outlineWords(_ block: Block) -> String {
    let fallback = contentLanguages.first ?? .english
    let text = block.text.value(in: settings.language, fallback: fallback)
    let alt = LocalizedText(block[["props", "alt"]]).value(in: settings.language)
    let words = [text, alt].compactMap(\.self).first { !$0.isEmpty } ?? ""
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.isEmpty
      ? phrases.kindName(block.kind) : cleaned(Markup(String(line.prefix(200))).plain, limit: 120)
  }

  func outlineMark(_ block: Block) -> String {
    switch block.kind {
    case .heading: "H"
    case .paragraph: "¶"
    case .list: "≡"
    case .image: "▣"
    case .banner: "▌"
    case .button: "◉"
    case .faq: "?"
    case .divider: "─"
    case .countdown: "◷"
    case _ where block.kind.isKnown: "◆"
    default: "▒"
    }
  }
}
