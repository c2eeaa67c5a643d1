import Cells
import Content
import Loyalty
import Testing
import Themes

@testable import App

/// A picture is chosen for a block from a file, sent, and put into the block in one step.
struct PictureChoiceTests {
  private static let digest = String(repeating: "1a", count: 32)
  private static let old = String(repeating: "2b", count: 32)
  private static let path = "/home/vera/summer.png"

  private let file = PictureFile(
    path: path, sha256: digest, kind: .png, width: 800, height: 600, bytes: 41_200)

  private func block(_ props: [String: JSONValue] = [:]) -> Block {
    let alt: JSONValue = ["en": "A cup", "ru": "Чашка"]
    return Fixture.block("b", .image, "", "", ["alt": alt].merging(props) { $1 })
  }

  /// The editor with the picture of a block chosen among its fields.
  private func onField(
    _ block: Block? = nil, _ size: Size = Size(width: 80, height: 24),
    _ language: Language = .english
  ) throws -> State {
    let screen = Screen(
      slug: "page", title: [.english: "Page", .russian: "Страница"],
      blocks: [block ?? self.block()])
    var state = try Fixture.editing(size, language, screen)
    _ = feed([.action(.editor(.select(1))), .action(.editor(.pane))], to: &state)
    #expect(state.chosenField?.control == .picture)
    return state
  }

  private func onSheet(
    _ block: Block? = nil, _ size: Size = Size(width: 80, height: 24),
    _ language: Language = .english
  ) throws -> State {
    var state = try onField(block, size, language)
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.sheets.last == .editor(.picture))
    return state
  }

  /// With a file that has been looked at.
  private func found(
    _ block: Block? = nil, _ size: Size = Size(width: 80, height: 24),
    _ language: Language = .english
  ) throws -> State {
    var state = try onSheet(block, size, language)
    _ = feed(
      [.input(.paste(Self.path)), .editor(.picture(.found(typed: Self.path, file)))], to: &state)
    return state
  }

  private func words(_ state: State) -> String {
    let lead = view(state).elements.first { $0.id == "picture.lead" }?.text ?? ""
    return lead.replacing("\u{A0}", with: " ")
  }

  private func send(_ state: inout State) throws -> Int {
    for case .ask(.editor(.putPicture(let sent, let attempt))) in feed(
      [.action(.form(.submit))], to: &state)
    {
      #expect(sent == file)
      return attempt
    }
    Issue.record("nothing was sent")
    return -1
  }

  private func picture(_ state: State) -> JSONValue? {
    state.editor?.screen.blocks[0][Block.picturePath]
  }

  @Test func `a path is looked at when nobody types on, and what it is stands there`() throws {
    var state = try onSheet()
    #expect(words(state).contains("512 kB"))
    _ = feed([.input(.key(.character("/"))), .input(.key(.character("a")))], to: &state)
    #expect(state.pass(until: Fixture.now.adding(milliseconds: 299)).isEmpty)
    let looks = state.pass(until: Fixture.now.adding(milliseconds: 300))
    #expect(looks.contains(.picture(.look(typed: "/a"))))
    // What was typed on meanwhile is another file.
    _ = feed(
      [.input(.key(.character("b"))), .editor(.picture(.found(typed: "/a", file)))], to: &state)
    #expect(!words(state).contains("summer"))
    state = try found()
    #expect(words(state) == "summer.png: PNG, 800×600, 41 kB")
    #expect(try words(found(nil, Size(width: 80, height: 24), .russian)).hasSuffix("41 кБ"))
  }

  @Test(
    arguments: [
      (.fault(.tooLarge(bytes: 1_250_000)), "1.3 MB; 512 kB is the most. Make it smaller"),
      (.fault(.tooWide(width: 5000, height: 10)), "5000×10 pixels; 4096 each way"),
      (.fault(.noPicture), "no PNG, JPEG or WebP"), (.fault(.empty), "is empty"),
      (.fault(.cutShort), "cut short"), (.fault(.animated), "moves"), (.fault(.broken), "damaged"),
      (.storage(StorageProblem("/x", .noFolder)), "No such file"),
      (.storage(StorageProblem("/x", .denied)), "Permission denied"),
      (.storage(StorageProblem("/x", .occupied(.folder))), "is a folder"),
    ] as [(PictureFileProblem, String)])
  func `what is wrong with a file is said in words, and nothing is sent`(
    problem: PictureFileProblem, said: String
  ) throws {
    for language in Phrasebook.languages {
      var state = try onSheet(nil, Size(width: 80, height: 24), language)
      _ = feed(
        [.input(.paste("/x")), .editor(.picture(.notFound(typed: "/x", problem)))], to: &state)
      let words = words(state)
      let isRussian = words.contains { ("а"..."я").contains($0) }
      #expect(language == .russian ? isRussian : words.contains(said))
      // It is looked at again, as it may have been mended; nothing is asked of the server.
      #expect(feed([.action(.form(.submit))], to: &state) == [.picture(.look(typed: "/x"))])
      _ = feed([.editor(.picture(.notFound(typed: "/x", problem)))], to: &state)
      #expect(state.focus == .picturePath)
      #expect(state.form?[.picturePath] == "/x")
    }
  }

  @Test func `who sends before the file was looked at has it sent when it was`() throws {
    var state = try onSheet()
    _ = feed([.input(.paste(Self.path))], to: &state)
    #expect(feed([.action(.form(.submit))], to: &state) == [.picture(.look(typed: Self.path))])
    let effects = feed([.editor(.picture(.found(typed: Self.path, file)))], to: &state)
    #expect(effects == [.ask(.editor(.putPicture(file, attempt: 1)))])
  }

  @Test func `how far it is stands in a bar, and Esc stops it and keeps what was typed`() throws {
    var state = try found()
    let attempt = try send(&state)
    _ = feed([.editor(.picture(.progress(attempt: attempt, sent: 20_600)))], to: &state)
    let frame = view(state)
    #expect(frame.elements.contains { $0.id == "picture.sent" && $0.text == "21 kB of 41 kB" })
    #expect(frame.grid.text.contains("━━"))
    #expect(words(state) == "Sending summer.png…")
    // Nothing changes meanwhile.
    _ = feed([.input(.key(.character("x"))), .input(.paste("/y"))], to: &state)
    #expect(state.form?[.picturePath] == Self.path)
    #expect(feed([.input(.key(Key(.escape)))], to: &state) == [.picture(.cancel)])
    #expect(state.sheets.last == .editor(.picture))
    #expect(state.form?[.picturePath] == Self.path && state.form?.isBusy == false)
    // What comes of it late is nobody's.
    let late: [PictureFileEvent] = [
      .progress(attempt: attempt, sent: 41_200), .stored(attempt: attempt),
    ]
    _ = feed(late.map { .editor(.picture($0)) }, to: &state)
    let request = ServerRequest.editor(.putPicture(file, attempt: attempt))
    _ = feed([.failed(request, .offline(.dropped))], to: &state)
    #expect(picture(state) == nil)
    #expect(words(state).hasPrefix("summer.png"))
    #expect(try send(&state) != attempt)
  }

  @Test func `in the block it is one step, which is taken back with its words`() throws {
    var state = try found()
    _ = feed(
      [
        .action(.form(.choose(.pictureFit, 1))), .action(.form(.choose(.pictureFocus, 1))),
        .action(.focus(.pictureAlt("en"))), .input(.paste(" of tea")),
      ], to: &state)
    let before = state.editor?.screen
    let attempt = try send(&state)
    _ = feed([.editor(.picture(.stored(attempt: attempt)))], to: &state)
    #expect(state.sheets.last == .editor(.main))
    #expect(
      picture(state) == [
        "sha256": .string(Self.digest), "fit": "contain", "focus": ["x": 0, "y": 0],
      ])
    #expect(state.editor?.screen.blocks[0][["props", "alt", "en"]] == "A cup of tea")
    #expect(state.editor?.isDirty == true)
    let row = view(state).elements.first { $0.id == "editor.field.props.picture" }
    #expect(row?.text.contains("summer.png, PNG, 800×600, 41 kB, with all of it, top left") == true)
    _ = feed([.action(.editor(.undo))], to: &state)
    #expect(state.editor?.screen == before)
    _ = feed([.action(.editor(.redo))], to: &state)
    #expect(picture(state)?["sha256"] == .string(Self.digest))
  }

  @Test func `without a new file the sheet changes how the picture fills its place`() throws {
    let value: JSONValue = [
      "sha256": .string(Self.old), "focus": ["x": 30, "y": 40], "glow": 1,
    ]
    var state = try onSheet(block(["picture": value]))
    #expect(words(state).contains("Now: picture 2b2b2b, 30 % × 40 %"))
    #expect(feed([.action(.form(.choose(.pictureFit, 1)))], to: &state).isEmpty)
    #expect(feed([.action(.form(.submit))], to: &state).isEmpty)
    var expected = value
    expected["fit"] = "contain"
    #expect(picture(state) == expected)
  }

  @Test func `a block without a picture needs a file`() throws {
    var state = try onSheet()
    #expect(feed([.action(.form(.submit))], to: &state).isEmpty)
    #expect(state.sheets.last == .editor(.picture))
    #expect(view(state).elements.contains { $0.id == "picture.path.problem" })
  }

  @Test(
    arguments: [
      (.offline(.refused), "send it again"),
      (.refused(code: "forbidden", title: "No", detail: nil, retryAfter: nil), "sent by editors"),
      (
        .refused(
          code: "body_too_large", title: "Too large", detail: "512000 at most", retryAfter: nil),
        "512000 at most"
      ),
      (
        .refused(
          code: "validation_failed", title: "Not valid", detail: "This is not the SHA-256",
          retryAfter: nil), "This is not the SHA-256"
      ),
    ] as [(Trouble, String)])
  func `a failure is named, and what was chosen is sent again`(
    trouble: Trouble, said: String
  ) throws {
    var state = try found(nil, Size(width: 120, height: 40))
    _ = feed([.action(.focus(.pictureAlt("en"))), .input(.paste(" of tea"))], to: &state)
    let attempt = try send(&state)
    _ = feed([.failed(.editor(.putPicture(file, attempt: attempt)), trouble)], to: &state)
    #expect(words(state).contains(said))
    #expect(state.form?[.pictureAlt("en")] == "A cup of tea")
    // It is not told twice, and the screen is none the worse.
    #expect(state.toasts.isEmpty && picture(state) == nil)
    let again = try send(&state)
    _ = feed([.editor(.picture(.stored(attempt: again)))], to: &state)
    #expect(picture(state)?["sha256"] == .string(Self.digest))
  }

  @Test func `without a server it says so at once`() throws {
    var state = try found()
    _ = feed([.failed(.pull, .offline(.refused))], to: &state)
    let effects = feed([.action(.form(.submit))], to: &state)
    #expect(!effects.contains { if case .ask(.editor(.putPicture)) = $0 { true } else { false } })
    #expect(words(state).contains("send it again"))
    #expect(state.form?.isBusy == false)
  }

  @Test func `a file that has changed is not sent, but looked at once more`() throws {
    var state = try found()
    let attempt = try send(&state)
    _ = feed([.editor(.picture(.unsendable(attempt: attempt, .changed)))], to: &state)
    #expect(words(state).contains("has changed"))
    #expect(feed([.action(.form(.submit))], to: &state) == [.picture(.look(typed: Self.path))])
  }

  @Test(arguments: [Key(.delete), Key(.backspace)])
  func `a key takes the picture out of the block, and undo brings it back`(key: Key) throws {
    let value: JSONValue = ["sha256": .string(Self.old)]
    var state = try onField(block(["picture": value]))
    _ = feed([.input(.key(key))], to: &state)
    #expect(picture(state) == nil)
    _ = feed([.action(.editor(.undo))], to: &state)
    #expect(picture(state) == value)
    _ = feed([.input(.key(Key(.enter))), .action(.editor(.picture(.remove)))], to: &state)
    #expect(picture(state) == nil)
    #expect(state.sheets.last == .editor(.main))
  }

  @Test func `a file that is dropped opens the sheet, and takes the place of one before`() throws {
    var state = try onField()
    _ = feed([.input(.paste("'/home/vera/a b.png' "))], to: &state)
    #expect(state.sheets.last == .editor(.picture))
    #expect(state.form?[.picturePath] == "'/home/vera/a b.png' ")
    for dropped in ["file:///c.png", "/d.png", "\"/e.png\"", "~/f.png"] {
      _ = feed([.input(.paste(dropped))], to: &state)
      #expect(state.form?[.picturePath] == dropped)
    }
    // In the words it is text.
    _ = feed([.action(.focus(.pictureAlt("en"))), .input(.paste(" ~/x"))], to: &state)
    #expect(state.form?[.pictureAlt("en")] == "A cup ~/x")
    #expect(state.form?[.picturePath] == "~/f.png")
  }

  @Test func `a block that is gone meanwhile is told of`() throws {
    var state = try found()
    let attempt = try send(&state)
    var theirs = try #require(state.editor?.base)
    theirs.members["etag"] = "\"4.5\""
    theirs.blocks = [Fixture.block("other", .paragraph, "Text", "Текст")]
    _ = feed(
      [.editor(.refreshed(theirs)), .editor(.picture(.stored(attempt: attempt)))], to: &state)
    #expect(state.sheets.last == .editor(.main))
    #expect(state.editor?.screen.blocks.map(\.id) == [.init("other")])
    #expect(state.toasts.contains { $0.text.contains("gone") })
  }

  @Test func `the sheet and the preview show the picture, which has not been fetched`() throws {
    let size = Size(width: 120, height: 40)
    var state = try found(nil, size)
    state.settings.look.depth = .trueColor
    state.dress()
    #expect(view(state).wishes.map(\.sha256) == [Self.digest])
    _ = feed([.pictures(.failed(sha256: Self.digest, .missing))], to: &state)
    #expect(view(state).wishes.isEmpty)
    // Somebody has put it there by now.
    let attempt = try send(&state)
    _ = feed([.editor(.picture(.stored(attempt: attempt)))], to: &state)
    #expect(view(state).wishes.map(\.sha256) == [Self.digest])
  }

  @Test func `two pictures in conflict are told apart by their names`() throws {
    var state = try found(nil, Size(width: 120, height: 40))
    let attempt = try send(&state)
    _ = feed([.editor(.picture(.stored(attempt: attempt)))], to: &state)
    var theirs = try #require(state.editor?.base)
    theirs.members["etag"] = "\"4.5\""
    theirs.blocks[0][Block.picturePath] = [
      "sha256": .string(Self.old), "fit": "contain", "focus": ["x": 100, "y": 100],
    ]
    _ = feed([.action(.editor(.save)), .editor(try state.overtaken(by: theirs))], to: &state)
    #expect(state.editor?.conflict?.current?.fields == [Block.picturePath])
    let frame = view(state)
    let texts = (1...2).map { side in
      frame.elements.first { $0.id.rawValue == "conflict.0.\(side)" }?.text ?? ""
    }
    #expect(texts[0].contains("summer.png, PNG, 800×600, 41 kB"))
    #expect(texts[1].contains("picture 2b2b2b, with all of it, bottom right"))
    #expect(!frame.grid.text.contains(String(Self.digest.prefix(12))))
  }
}
