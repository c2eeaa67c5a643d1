import Cells
import Loyalty
import Themes

/// One slide: its blocks, the dots of the pages, on and out.
func drawIntro(_ slide: IntroSlide, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let layout = Layout(state.size)
  drawHeader(state, in: layout.header, on: &canvas)
  let below = canvas.bounds.inset(top: layout.header.height)
  let area = below.inset(x: below.width >= 30 ? 2 : 0).centered(width: 60)
    .centered(height: state.isCompact ? below.height : 16)
  let foot = area.bottom(min(2, area.height))
  var rest = area.inset(bottom: foot.height)
  let language = state.settings.language
  let title = slide.title.value(in: language) ?? ""
  if !title.isEmpty {
    let rows = canvas.paragraph("intro.title", title, in: rest, .heading)
    rest = rest.inset(top: rows + (area.height >= 10 ? 1 : 0))
  }
  for (index, block) in slide.blocks.enumerated() where !rest.isEmpty {
    guard let (words, token) = block.words(in: language) else { continue }
    let id = Element.ID(rawValue: "intro.block.\(index)")
    let rows = canvas.paragraph(id, words, in: rest, token)
    rest = rest.inset(top: rows + (area.height >= 10 ? 1 : 0))
  }
  drawDots(state, in: foot, on: &canvas)
  canvas.button(
    "intro.next", phrases.say(state.intro.isLast ? .introStart : .introNext),
    in: foot.bottom(1).centered(width: 24), action: .intro(.next), isPrimary: true)
  let skip = Hint(
    id: "intro.skip", key: Command.key(.intro(.skip), on: .intro), title: phrases.say(.introSkip),
    action: .intro(.skip))
  canvas.wayOut(skip, in: foot.top(1), on: .page)
}

private func drawDots(_ state: State, in foot: Rect, on canvas: inout Canvas) {
  let count = state.intro.slides.count
  let dots = (0..<count).map { $0 == state.intro.page ? "●" : "○" }.joined(separator: " ")
  let place = foot.top(1).inset(right: min(14, foot.width))
  canvas.write(dots, in: place, .accent)
  let spoken = state.phrases.say(
    .introPage, ["page": String(state.intro.page + 1), "count": String(count)])
  canvas.add(Element("intro.dots", .status, spoken, bounds: place))
}

extension IntroSlide.Block {
  /// What is drawn of a block; a type that is not known says what it was given for that.
  fileprivate func words(in language: Language) -> (String, ThemeToken)? {
    let (text, token): (LocalizedText?, ThemeToken) =
      switch type {
      case .heading: (self.text, .heading)
      case .paragraph: (self.text, .text)
      case .image: (props.alt, .muted)
      default: (fallback, .muted)
      }
    guard let words = text?.value(in: language), !words.isEmpty else { return nil }
    return (type == .image ? "[ \(words) ]" : words, token)
  }
}
