import Cells
import Loyalty
import Themes

/// One slide: the place of its picture from the edge of the window, its words, the dots of the pages, on
/// and out.
func drawIntro(_ slide: IntroSlide, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let layout = IntroLayout(state)
  drawPicture(of: slide, state, in: layout.picture, on: &canvas)
  if layout.foot.height >= 2 { canvas.rule(in: layout.foot) }
  drawConnection(state, in: layout.status, on: &canvas)
  let language = state.settings.language
  var rest = layout.words
  let air = rest.height >= 8 ? 1 : 0
  let title = slide.title.value(in: language) ?? ""
  if !title.isEmpty {
    let rows = canvas.paragraph("intro.title", title, in: rest, .heading)
    rest = rest.inset(top: rows + air)
  }
  for (index, block) in slide.blocks.enumerated() where !rest.isEmpty {
    guard let (words, token) = block.words(in: language, hasPicture: !layout.picture.isEmpty)
    else { continue }
    let id = Element.ID(rawValue: "intro.block.\(index)")
    let rows = canvas.paragraph(id, words, in: rest, token)
    rest = rest.inset(top: rows + air)
  }
  canvas.button(
    "intro.next", phrases.say(state.intro.isLast ? .introStart : .introNext),
    in: layout.button, action: .intro(.next), isPrimary: true)
  drawDots(state, in: layout.dots, on: &canvas)
  let skip = Hint(
    id: "intro.skip", key: Command.key(.intro(.skip), on: .intro), title: phrases.say(.introSkip),
    action: .intro(.skip))
  canvas.wayOut(skip, in: layout.foot.bottom(1).inset(x: state.margin), on: .page)
}

/// How a slide is divided: the picture beside the words, or above them where the window is narrow.
private struct IntroLayout {
  let picture: Rect
  let status: Rect
  let words: Rect
  let button: Rect
  let dots: Rect
  let foot: Rect

  init(_ state: State) {
    let size = state.size
    let layout = Layout(size)
    let margin = state.margin
    foot = layout.tabs
    var rest: Rect
    if size.width >= 72, size.height >= 18 {
      let width = size.width >= 100 ? size.width * 11 / 20 : 36
      picture = layout.page.narrowed(to: width)
      let gap = size.width >= 100 ? 5 : 3
      rest = layout.page.inset(left: width + gap, right: margin).narrowed(to: 56)
      status = Rect(x: rest.x, y: layout.header.y, width: rest.width, height: layout.header.height)
      rest = rest.inset(top: max(2, rest.height / 4))
    } else {
      let rows = size.height >= 14 ? 5 : size.height >= 11 ? 3 : 0
      picture = layout.page.top(rows)
      status = layout.page.top(0)
      rest = layout.page.inset(top: rows + (rows > 0 && size.height >= 14 ? 1 : 0))
        .inset(x: margin)
    }
    let below = rest.height >= 6 ? 1 : 0
    // The way on stands where it stood on the slide before.
    let isBeside = picture.height == layout.page.height
    let room = isBeside ? min(rest.height, 13) : rest.height
    rest = rest.top(room)
    let last = rest.bottom(1)
    button = last.narrowed(to: min(20, max(1, last.width - 8)))
    dots = last.inset(left: button.width + 3)
    words = rest.inset(bottom: 1 + below)
  }
}

/// Where the picture will be: the business's own ground with its mark, and below it what is to be seen.
private func drawPicture(
  of slide: IntroSlide, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  guard rect.height >= 3 else { return }
  let image = slide.blocks.first { $0.type == .image }
  canvas.fill(rect, .brandFace)
  let isShown = canvas.picture(image?.props.picture, in: rect)
  let language = state.settings.language
  let name = state.program?.name.value(in: language) ?? ""
  let alt = image?.props.alt?.value(in: language) ?? ""
  if isShown {
    canvas.add(Element("intro.picture", .image, alt, bounds: rect))
    canvas.add(Element("app.brand", .heading, name, bounds: rect.top(1)))
    return
  }
  let inner = rect.inset(x: min(3, rect.width / 10))
  let lines = wrapped(alt, width: max(1, inner.width), maxLines: rect.height >= 12 ? 3 : 1)
  let captionRows = alt.isEmpty ? 0 : lines.count
  let room = inner.inset(bottom: captionRows)
  canvas.centeredMark(name, in: room)
  guard captionRows > 0 else { return }
  let caption = inner.bottom(captionRows + (rect.height >= 12 ? 1 : 0)).top(captionRows)
  canvas.paragraph("intro.picture", alt, in: caption, .brandFaceMuted)
}

private func drawDots(_ state: State, in place: Rect, on canvas: inout Canvas) {
  let count = state.intro.slides.count
  let dots = (0..<count).map { $0 == state.intro.page ? "━━" : "──" }.joined(separator: " ")
  canvas.write(dots, in: place, .muted)
  let mark = place.inset(left: state.intro.page * 3).narrowed(to: 2).intersection(place)
  if !mark.isEmpty { canvas.write("━━", in: mark, .accent) }
  let spoken = state.phrases.say(
    .introPage, ["page": String(state.intro.page + 1), "count": String(count)])
  canvas.add(Element("intro.dots", .status, spoken, bounds: place))
}

extension IntroSlide.Block {
  /// What is drawn of a block; a type that is not known says what it was given for that.
  fileprivate func words(in language: Language, hasPicture: Bool) -> (String, ThemeToken)? {
    let (text, token): (LocalizedText?, ThemeToken) =
      switch type {
      case .heading: (self.text, .heading)
      case .paragraph: (self.text, .text)
      case .image: (hasPicture ? nil : props.alt, .muted)
      default: (fallback, .muted)
      }
    guard let words = text?.value(in: language), !words.isEmpty else { return nil }
    return (words, token)
  }
}
