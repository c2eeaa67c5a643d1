import Cells
import Content
import Loyalty
import Themes

/// The picture of a block: which file it is, how it fills its place and what it shows in words; how it
/// will look, and while it is sent how far it is.
func drawPictureSheet(_ state: State, on canvas: inout Canvas) {
  guard let choice = state.editor?.pictureChoice else { return }
  if let sending = choice.sending { return drawSending(sending, state, on: &canvas) }
  let (words, look) = state.pictureStanding(choice)
  let lead = FormLead(id: "picture.lead", words: words, rows: 3, from: 7, look: look)
  let shown = state.chosenPicture(choice)
  let isShown =
    shown != nil && state.settings.hasPictures && state.theme.depth >= .palette16
  let height = isShown ? previewRows(state.size.height) : 0
  let buttons = state.editor?.block?[Block.picturePath] == nil ? 0 : 1
  let air = (height > 0 && buttons > 0 ? 1 : 0) + (height > 5 ? 1 : 0)
  let below = height + buttons + air
  var rest = drawFormSheet(
    state.phrases.say(.pictureTitle), lead, extra: below + 4, below: below, state, on: &canvas)
  if height > 0 {
    let place = rest.top(height).narrowed(to: height * 23 / 6)
    canvas.hero(shown?.alt?.value(in: state.settings.language) ?? "", shown, in: place)
    rest = rest.inset(top: height + 1)
  }
  guard buttons > 0, !rest.isEmpty else { return }
  canvas.button(
    "picture.remove", state.phrases.say(.pictureRemove), in: rest.top(1),
    action: .editor(.picture(.remove)))
}

/// Rows of the picture below the form; none where the form needs all of them.
private func previewRows(_ height: Int) -> Int { height >= 36 ? 10 : height >= 23 ? 5 : 0 }

/// Nothing can be changed meanwhile: how far it is takes the place of the form.
private func drawSending(
  _ sending: PictureChoice.Sending, _ state: State, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let rest = drawSheet(phrases.say(.pictureTitle), rows: 8, state, on: &canvas)
  let name = phrases.say(.pictureSending, ["name": sending.file.name])
  canvas.label("picture.lead", .status, name, in: rest.top(1), .sheetText)
  let words = phrases.say(
    .pictureSent,
    ["sent": phrases.size(sending.sent), "bytes": phrases.size(sending.file.bytes)])
  let share = Double(sending.sent) / Double(max(1, sending.file.bytes))
  canvas.bar(share, in: rest.inset(top: rest.height >= 5 ? 2 : 1).top(1))
  let below = rest.inset(top: rest.height >= 5 ? 3 : 2)
  canvas.label("picture.sent", .status, words, in: below.top(1), .sheetMuted)
  let stop = phrases.say(keyed: .pictureStop)
  canvas.paragraph("picture.stop", stop, in: below.inset(top: 2), .sheetMuted)
}

extension State {
  /// Where it stands, in words, and how they look.
  fileprivate func pictureStanding(_ choice: PictureChoice) -> (String, ThemeToken) {
    if let failure = choice.failure { return (phrases.wordsForNotSending(failure), .sheetNegative) }
    if let problem = choice.problem {
      // Half a path is no failure of who types it.
      let isTyping = !choice.isSubmitted && problem.isNothing
      return (phrases.words(for: problem), isTyping ? .sheetMuted : .sheetNegative)
    }
    if let file = choice.file {
      return ("\(file.name): \(phrases.words(for: file))", .sheetText)
    }
    let now = words(forPicture: editor?.block?[Block.picturePath])
    let isNow = choice.typed.isEmpty && !now.isEmpty
    let words = isNow ? phrases.say(.pictureNow, ["picture": now]) : phrases.say(.pictureLead)
    return (words, .sheetMuted)
  }

  /// The picture as it stands in the sheet: the new file, else the one of the block.
  fileprivate func chosenPicture(_ choice: PictureChoice) -> Picture? {
    guard let form = openForm ?? form, form.sheet == .editor(.picture) else { return nil }
    let own = editor?.block?[Block.picturePath]?["sha256"]?.string
    guard let digest = choice.file?.sha256 ?? (choice.typed.isEmpty ? own : nil),
      Picture.isDigest(digest)
    else { return nil }
    let focus = PictureFocus(name: form[.pictureFocus])
    let language = settings.language
    return Picture(
      sha256: digest, alt: [language: form[.pictureAlt(language.rawValue)]],
      fit: Picture.Fit(rawValue: form[.pictureFit]) ?? .cover,
      focus: focus.value == nil ? nil : .init(x: focus.x, y: focus.y))
  }
}

extension PictureFileProblem {
  /// Whether nothing stands at the path.
  fileprivate var isNothing: Bool {
    if case .storage(let problem) = self { problem.reason == .noFolder } else { false }
  }
}
