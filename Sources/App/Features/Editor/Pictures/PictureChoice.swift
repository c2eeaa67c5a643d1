import Cells
import Content
import Loyalty

/// A picture that is being chosen for a block; what is typed for it stands in the form of its sheet.
struct PictureChoice: Equatable, Sendable {
  let block: Block.ID
  /// The path as it was typed when the form was looked at last.
  var typed = ""
  /// When the file is looked at: whoever types is not done with each key.
  var lookAt: Instant?
  var file: PictureFile?
  var problem: PictureFileProblem?
  /// Whether it is to be sent as soon as it has been looked at.
  var isSubmitted = false
  var sending: Sending?
  /// Why it was not sent.
  var failure: Trouble?

  struct Sending: Equatable, Sendable {
    let attempt: Int
    let file: PictureFile
    /// Bytes.
    var sent = 0
  }
}

extension State {
  /// Milliseconds without a key after which a path is looked at.
  private static let lookingDelay: Int64 = 300

  /// Opens the sheet for the picture of the selected block.
  mutating func openPicture() {
    guard let block = editor?.block, block.kind == .image else { return }
    editor?.text = nil
    editor?.pictureChoice = PictureChoice(block: block.id)
    openSheet(with: pictureForm(of: block))
  }

  /// A file that is dropped takes the place of the one before; words that are pasted do not.
  mutating func makeRoom(forDropped text: String) {
    guard let form = openForm, form.sheet == .editor(.picture), !form.isBusy,
      let first = text.first(where: { !$0.isWhitespace }),
      "/~'\"".contains(first)
        || text.lowercased().contains("file://")
    else { return }
    let field = focus ?? .picturePath
    guard field == .picturePath || focusedFormField == nil else { return }
    focus = .picturePath
    _ = self.form?.edit(.picturePath) { $0 = TextField(limit: $0.limit) }
  }

  /// The path in the form, while it is open.
  private var typedPath: String? {
    guard let form, form.sheet == .editor(.picture), sheets.contains(form.sheet) else { return nil }
    return form[.picturePath]
  }

  /// After each event: another path is another file.
  mutating func settlePicture() {
    guard let typed = typedPath, let choice = editor?.pictureChoice, typed != choice.typed else {
      return
    }
    var fresh = PictureChoice(block: choice.block, typed: typed)
    let isEmpty = typed.allSatisfy(\.isWhitespace)
    fresh.lookAt = isEmpty ? nil : now.adding(milliseconds: State.lookingDelay)
    editor?.pictureChoice = fresh
  }

  var pictureDeadline: Instant? { typedPath == nil ? nil : editor?.pictureChoice?.lookAt }

  mutating func passPictureDeadline() -> [Effect] {
    guard let deadline = pictureDeadline, deadline <= now else { return [] }
    return lookAtPicture()
  }

  private mutating func lookAtPicture() -> [Effect] {
    guard let typed = editor?.pictureChoice?.typed else { return [] }
    editor?.pictureChoice?.lookAt = nil
    return [.picture(.look(typed: typed))]
  }

  /// Sends the file, or without a new one puts what stands in the sheet into the block.
  mutating func submitPicture() -> [Effect] {
    settlePicture()
    guard let form = openForm, form.sheet == .editor(.picture), !form.isBusy,
      let choice = editor?.pictureChoice
    else { return [] }
    if let file = choice.file { return send(file) }
    if choice.typed.contains(where: { !$0.isWhitespace }) {
      // What was wrong with it may be mended by now.
      editor?.pictureChoice?.isSubmitted = true
      return lookAtPicture()
    }
    guard let value = editor?.block?[Block.picturePath], value["sha256"]?.string?.isEmpty == false
    else {
      self.form?.reject(.picturePath, .phrase(.picturePathNeeded))
      showProblems()
      return []
    }
    return finishPicture(nil)
  }

  private mutating func send(_ file: PictureFile) -> [Effect] {
    editor?.pictureChoice?.isSubmitted = false
    editor?.pictureChoice?.failure = network.isAway ? network.trouble : nil
    guard editor?.pictureChoice?.failure == nil, let attempt = editor?.nextPictureAttempt() else {
      return []
    }
    editor?.pictureChoice?.sending = .init(attempt: attempt, file: file)
    form?.isBusy = true
    return [.ask(.editor(.putPicture(file, attempt: attempt)))]
  }

  mutating func takePicture(_ event: PictureFileEvent) -> [Effect] {
    switch event {
    case .found(let typed, let file):
      guard editor?.pictureChoice?.typed == typed, typedPath != nil else { return [] }
      editor?.pictureChoice?.lookAt = nil
      editor?.pictureChoice?.file = file
      editor?.pictureChoice?.problem = nil
      editor?.pictureFiles[file.sha256] = file
      pictures.forgetFailure(of: file.sha256)
      if editor?.pictureChoice?.isSubmitted == true, openForm != nil { return send(file) }
    case .notFound(let typed, let problem):
      guard editor?.pictureChoice?.typed == typed, typedPath != nil else { return [] }
      editor?.pictureChoice?.lookAt = nil
      editor?.pictureChoice?.file = nil
      editor?.pictureChoice?.problem = problem
      if editor?.pictureChoice?.isSubmitted == true { focus = .picturePath }
    case .progress(let attempt, let sent):
      guard let sending = endedSending(attempt, ends: false) else { return [] }
      editor?.pictureChoice?.sending?.sent = max(0, min(sent, sending.file.bytes))
    case .stored(let attempt):
      guard let sending = endedSending(attempt) else { return [] }
      return finishPicture(sending.file)
    case .unsendable(let attempt, let problem):
      guard endedSending(attempt) != nil else { return [] }
      editor?.pictureChoice?.file = nil
      editor?.pictureChoice?.problem = problem
      editor?.pictureChoice?.isSubmitted = true
    }
    return []
  }

  /// What is chosen stays, to be sent again.
  mutating func failPicture(_ attempt: Int, _ trouble: Trouble) {
    guard endedSending(attempt) != nil else { return }
    editor?.pictureChoice?.failure = trouble
  }

  /// Stops the sending; `nil` when nothing is under way.
  mutating func cancelPicture() -> [Effect]? {
    guard let sending = editor?.pictureChoice?.sending else { return nil }
    _ = endedSending(sending.attempt)
    return [.picture(.cancel)]
  }

  /// The sending of that attempt; `nil` when it is another one that is under way, or none.
  private mutating func endedSending(_ attempt: Int, ends: Bool = true) -> PictureChoice.Sending? {
    guard let sending = editor?.pictureChoice?.sending, sending.attempt == attempt else {
      return nil
    }
    if ends {
      editor?.pictureChoice?.sending = nil
      if form?.sheet == .editor(.picture) { form?.isBusy = false }
    }
    return sending
  }
}
