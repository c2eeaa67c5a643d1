import Cells
import Content
import Loyalty
import TestSupport
import Testing

@testable import App

/// Writing in the editor: a letter is text wherever a text can be.
@Suite struct WritingTests {
  private static let kinds = Array(Block.Kind.all.indices)

  private func editing(_ size: Size = Size(width: 120, height: 40)) throws -> State {
    try Fixture.editing(
      size, .english,
      Screen(
        slug: "page", title: [.english: "Page", .russian: "Страница"],
        blocks: [Fixture.block("b0", .paragraph, "Text", "Текст")]))
  }

  private func press(_ keys: [Key], _ state: inout State, at now: Instant = Fixture.now) {
    _ = feed(keys.map { .input(.key($0)) }, to: &state, at: now)
  }

  /// A new block of a kind, as a person adds it.
  private func add(_ kind: Int, _ state: inout State) {
    press(
      [Key(.end), .character("a")] + Array(repeating: Key(.down), count: kind) + [Key(.enter)],
      &state)
  }

  private var block: (State) -> Block? { { $0.editor?.screen.blocks.last } }

  @Test(arguments: kinds)
  func `a new block is written in at once, and Tab goes on writing`(kind: Int) throws {
    var state = try editing()
    add(kind, &state)
    let texts = state.editorFields.enumerated().filter {
      $0.element.language != nil && $0.element.name != "fallback"
    }
    guard let first = texts.first else {
      // Without a text letters are still no commands.
      _ = feed(Key.text("dxaqй"), to: &state)
      #expect(state.editor?.screen.blocks.count == 2 && state.sheets.last == .editor(.main))
      return
    }
    #expect(state.editor?.field.selection == first.offset)
    _ = feed(Key.text("Ждём axtupq"), to: &state)
    #expect(block(state)?[first.element.path] == "Ждём axtupq")
    for _ in state.editorFields {
      press([Key(.tab)], &state)
      let isWritten = state.chosenField?.isWritten == true
      #expect((state.editor?.text != nil) == isWritten)
      _ = feed(Key.text("x1"), to: &state)
    }
    #expect(state.editor?.screen.blocks.count == 2)
    #expect(block(state)?.kind == Block.Kind.all[kind])
    for text in texts {
      #expect(
        block(state)?[text.element.path]
          == (text.offset == first.offset ? "Ждём axtupqx1" : "x1"))
    }
  }

  /// Every key of a keyboard that is no command, with what a person expects of it.
  private struct Page {
    var letters: [Character] = []
    var caret = 0
    let isMultiline: Bool

    static let printable =
      (0x20...0x7E).map { String(Unicode.Scalar(UInt8($0))) }
      + "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ№«»—…€".map(String.init)
    static let keys: [Key] =
      printable.map { Key.character($0) }
      + ["g", "o", "t", "v", "y", "]", "\\", "^"].map { Key.control($0) }
      + [Key(.insert), Key(.down, .alt), Key(.up, .alt), Key(.character("x"), .alt)]
      + "Слово word".map { Key.character(String($0)) }
      + [Key(.left), Key(.left), .character("1"), Key(.home), .character("2"), Key(.right)]
      + [.character("3"), Key(.end), .character("4"), Key(.backspace), .character("5")]
      + [Key(.home), Key(.delete), .character("6"), Key(.enter), .character("7"), Key(.tab)]
      + [Key(.tab, .shift), .character("8"), Key(.pageUp), Key(.pageUp), .character("9")]
      + [Key(.escape), Key(.enter), Key(.end), .character("0")]

    mutating func insert(_ text: String) {
      letters.insert(contentsOf: text, at: caret)
      caret += text.count
    }

    mutating func take(_ key: Key) {
      let start = (letters[..<caret].lastIndex(of: "\n") ?? -1) + 1
      let end = letters[caret...].firstIndex(of: "\n") ?? letters.count
      switch (key.code, key.modifiers) {
      case (.character(let text), []): insert(text)
      case (.left, _): caret -= 1
      case (.right, _): caret += 1
      case (.home, _): caret = start
      case (.end, _): caret = end
      case (.backspace, _):
        caret -= 1
        letters.remove(at: caret)
      case (.delete, _): letters.remove(at: caret)
      case (.enter, _) where isMultiline && !hasEscaped: insert("\n")
      case (.pageUp, _) where isMultiline: caret = 0
      // Begun anew, the caret stands at the end.
      case (.tab, _), (.enter, _): caret = letters.count
      default: break
      }
      hasEscaped = key.code == .escape
    }

    private var hasEscaped = false

    init(isMultiline: Bool) { self.isMultiline = isMultiline }
  }

  @Test(arguments: Effort.sample(kinds, every: 8, from: 0))
  func `a page of every key is found letter by letter in each text of a kind`(kind: Int) throws {
    var empty = try editing()
    add(kind, &empty)
    for (row, field) in empty.editorFields.enumerated()
    where field.control == .line || field.control == .text {
      var state = empty
      let steps = row - (state.editor?.field.selection ?? 0)
      press(
        Array(repeating: steps < 0 ? Key(.tab, .shift) : Key(.tab), count: abs(steps)), &state)
      #expect(state.chosenField?.path == field.path)
      var page = Page(isMultiline: field.isMultiline)
      for key in Page.keys {
        press([key], &state)
        page.take(key)
      }
      _ = feed([.input(.paste("Вставка,\tpaste 🙂"))], to: &state)
      page.insert("Вставка, paste 🙂")
      #expect(block(state)?[field.path] == .string(String(page.letters)), "\(field.path)")
      #expect(state.sheets.last == .editor(.main))
      #expect(state.editor?.screen.blocks.count == 2)
      var other = empty.editor?.screen.blocks.last
      other?[field.path] = .string(String(page.letters))
      #expect(block(state) == other, "\(field.path)")
    }
  }

  @Test func `a number takes digits, and says nothing to letters`() throws {
    var state = try editing()
    add(0, &state)
    let level = try #require(state.editorFields.firstIndex { $0.name == "level" })
    press(Array(repeating: Key(.tab), count: level), &state)
    _ = feed(Key.text("d2q"), to: &state)
    #expect(block(state)?.props["level"] == 2)
    press([Key(.backspace)], &state)
    #expect(block(state)?.props["level"] == nil)
  }

  @Test func `letters are commands in the list and after Esc`() throws {
    var state = try editing()
    press([Key(.end), Key(.enter), .character("d")], &state)
    #expect(state.editor?.screen.blocks.count == 1)
    #expect(block(state)?.text.values["ru"] == "Текстd")
    // Esc ends the writing: the next letter is a command, and an arrow begins anew.
    press([Key(.escape), .character("d")], &state)
    #expect(state.editor?.screen.blocks.count == 2)
    press([Key(.down), .character("d")], &state)
    #expect(state.editor?.screen.blocks.count == 2)
    #expect(block(state)?.text.values["en"] == "Textd")
    press([Key(.escape), Key(.escape), .character("в")], &state)
    #expect(state.editor?.screen.blocks.count == 3)
    // With Ctrl they are anywhere.
    press([Key(.enter), .character("z"), .control("n")], &state)
    #expect(state.sheets.last == .editor(.kinds(isRetyping: false)))
  }

  @Test func `while one writes, hints are Ctrl, Tab and Esc only`() throws {
    var state = try editing()
    func hints() -> [String] {
      view(state).elements.map(\.id.rawValue).filter { $0.hasPrefix("editor.hint.") }
        .map { String($0.dropFirst("editor.hint.".count)) }
    }
    #expect(hints().contains("a"))
    press([Key(.end), Key(.enter)], &state)
    let isQuiet = hints().allSatisfy { $0.hasPrefix("^") || $0 == "Tab" || $0 == "Esc" }
    #expect(isQuiet && hints().count >= 4)
    press([.character("x"), Key(.escape)], &state)
    #expect(hints().contains("a"))
  }

  @Test func `typing too early does not leave the app`() throws {
    var state = try editing()
    press([.character("a")], &state)
    let effects = feed(Key.text("Новый qr? йЙ 42 x"), to: &state)
    #expect(!effects.contains(.screen(.quit)))
    #expect(state.sheets.last == .editor(.kinds(isRetyping: false)))
    #expect(!state.sheets.contains(.help))
  }

  @Test func `a slip after a step was taken back cuts nothing off`() throws {
    var state = try editing()
    add(1, &state)
    _ = feed(Key.text("All my words"), to: &state)
    let words = state.editor?.screen
    press([Key(.escape), .character("u")], &state)
    #expect(block(state)?.text.values["ru"] == nil)
    // What is no edit leaves the way back open.
    press([Key(.escape), Key(.up), Key(.down), .character("p"), .character("p")], &state)
    press([.character("U")], &state)
    #expect(state.editor?.screen == words)
    press([.character("u"), .character("d"), .character("u"), .character("u")], &state)
    #expect(state.editor?.screen == words)
    // And on to the beginning, and back to the end.
    let start = state.editor?.base.content
    for _ in 0..<20 { press([.character("u")], &state) }
    #expect(state.editor?.screen == start)
  }

  @Test func `steps can be taken back and done again while writing`() throws {
    var state = try editing()
    press([Key(.end), Key(.enter)], &state)
    _ = feed(Key.text(" one"), to: &state)
    _ = feed(Key.text(" two"), to: &state, at: Fixture.now.adding(seconds: 5))
    press([.control("_")], &state, at: Fixture.now.adding(seconds: 6))
    #expect(block(state)?.text.values["ru"] == "Текст one")
    press([.control("r"), .character("!")], &state, at: Fixture.now.adding(seconds: 7))
    #expect(block(state)?.text.values["ru"] == "Текст one two!")
  }

  @Test func `saving in the middle of a word leaves the caret where it is`() throws {
    var state = try editing()
    press([Key(.end), Key(.enter)], &state)
    _ = feed(Key.text("x"), to: &state)
    press([Key(.left), Key(.left), .control("s")], &state)
    let sent = try #require(state.editor?.sent)
    var saved = sent
    saved.members["id"] = "scr_1"
    saved.members["etag"] = "\"4.5\""
    _ = feed(Key.text("y"), to: &state)
    _ = feed([.editor(.saved(EditedDraft(base: saved, screen: sent), mergedWith: nil))], to: &state)
    _ = feed(Key.text("z"), to: &state)
    #expect(block(state)?.text.values["ru"] == "Тексyzтx")
  }

  @Test func `moving on never carries a text into another field`() throws {
    let moves: [Event] = [
      .input(.key(Key(.down))), .input(.key(Key(.pageDown))), .input(.key(.control("f"))),
      .input(.mouse(Mouse(.wheelDown, at: Point(x: 50, y: 5)))), .action(.move(.last)),
    ]
    for move in moves {
      var state = try editing()
      add(0, &state)
      _ = feed(Key.text("one"), to: &state)
      _ = feed([move], to: &state)
      _ = feed(Key.text("2"), to: &state)
      let texts = block(state)?.text.values ?? [:]
      #expect(texts["ru"] == "one" || texts["ru"] == "one2")
      #expect(texts["en"] == nil || texts["en"] == "2")
    }
  }

  @Test(arguments: kinds)
  func `a change of kind keeps every text, there and back`(kind: Int) throws {
    var state = try editing()
    add(kind, &state)
    for (place, field) in state.editorFields.enumerated()
    where field.control == .line || field.control == .text {
      state.editor?.field.selection = place
      _ = feed([.input(.paste("\(field.path) \(place)\n¶"))], to: &state)
    }
    let before = try #require(block(state))
    press([Key(.escape), Key(.escape)], &state)
    for other in Self.kinds {
      _ = feed([.action(.editor(.retype)), .action(.editor(.pickKind(other)))], to: &state)
      #expect(block(state)?.kind == Block.Kind.all[other])
      #expect(block(state)?.text == before.text && block(state)?.props == before.props)
    }
    _ = feed([.action(.editor(.retype)), .action(.editor(.pickKind(kind)))], to: &state)
    #expect(block(state) == before)
  }

  @Test func `a mark that comes by itself goes onto its letter`() throws {
    var state = try editing()
    press([Key(.end), Key(.enter)], &state)
    _ = feed(Key.text("и") + Key.text("\u{306}"), to: &state)
    #expect(block(state)?.text.values["ru"] == "Текстй")
  }

  @Test func `a title that is longer than its field is seen whole while it is written`() throws {
    var state = try editing()
    add(0, &state)
    let words = "Winter at Zerna begins on the first of December with a tasting of berries"
    _ = feed([.input(.paste(words))], to: &state)
    let frame = view(state)
    let shown = frame.grid.text.split(separator: "\n").map(String.init)
    for word in words.split(separator: " ") {
      #expect(shown.contains { $0.prefix(75).contains(word) }, "\(word)")
    }
    let caret = try #require(frame.modes.cursor)
    #expect(shown[caret.y].prefix(75).contains("berries"))
  }

  @Test func `a text that is full says so`() throws {
    var state = try editing()
    add(0, &state)
    _ = feed([.input(.paste(String(repeating: "ы", count: 600)))], to: &state)
    #expect(block(state)?.text.values["ru"]?.count == 500)
    #expect(state.toasts.contains { $0.text.contains("500") })
  }
}

/// What is covered takes nothing.
@Suite struct CoveredFieldTests {
  private static let sizes = [
    Size(width: 100, height: 30), Size(width: 60, height: 24), Size(width: 40, height: 15),
  ]

  private func editing(_ size: Size) throws -> State {
    var state = try Fixture.editing(
      size, .english,
      Screen(
        slug: "page", title: [.english: "Page"],
        blocks: [Fixture.block("b0", .paragraph, "Text", "Текст")]))
    _ = feed([.input(.key(Key(.end)))], to: &state)
    return state
  }

  /// Whatever somebody may type without a look at the screen.
  private static let typed: [Event] =
    Key.text("Привет, no. 1") + [
      .input(.paste("pasted")), .input(.key(Key(.backspace))), .input(.key(Key(.tab))),
    ] + Key.text("ещё")

  @Test(arguments: sizes) func `the preview takes no text`(size: Size) throws {
    var state = try editing(size)
    let before = state.editor?.screen
    // From the list, and from a field after Esc.
    for keys in [
      [Key.character("p")],
      [Key(.enter), .character("!"), .control("_"), Key(.escape), .character("p")],
    ] {
      var state = state
      _ = feed(keys.map { .input(.key($0)) }, to: &state)
      #expect(state.editor?.isPreviewing == true && state.editor?.text == nil)
      _ = feed([.input(.paste("pasted"))], to: &state)
      #expect(state.editor?.screen == before)
    }
    _ = feed([.input(.key(.character("p"))), .input(.key(Key(.enter)))], to: &state)
    // Whoever goes to the fields sees them.
    #expect(EditorLayout(state).fields != nil)
    _ = feed(Key.text("!"), to: &state)
    #expect(state.editor?.screen.blocks[0].text.values["ru"] == "Текст!")
    #expect(view(state).elements.contains { $0.text.contains("Текст!") })
  }

  @Test(arguments: [Size(width: 60, height: 24), Size(width: 40, height: 15)])
  func `a word over the preview leads to no field`(size: Size) throws {
    var state = try editing(size)
    let before = state.editor?.screen
    _ = feed([.input(.key(.character("p")))], to: &state)
    _ = feed(Key.text("hello hill дол"), to: &state)
    #expect(state.editor?.text == nil && state.editor?.pane == .outline)
    #expect(state.editor?.screen.blocks[0].text == before?.blocks[0].text)
  }

  @Test func `a window that becomes small shows the field that is written in`() throws {
    var state = try editing(Size(width: 140, height: 40))
    _ = feed([.input(.key(.character("p"))), .input(.key(Key(.enter)))], to: &state)
    _ = feed(Key.text("!"), to: &state)
    for size in Self.sizes + [Size(width: 30, height: 8), Size(width: 20, height: 3)] {
      _ = feed([.input(.resize(size))], to: &state)
      _ = feed(Key.text("?"), to: &state)
      let words = state.editor?.screen.blocks[0].text.values["ru"] ?? ""
      #expect(view(state).elements.contains { $0.role == .field && $0.text.contains(words) })
    }
    // Nothing at all can be seen any more.
    _ = feed([.input(.resize(Size(width: 20, height: 1)))], to: &state)
    let before = state.editor?.screen
    _ = feed(Self.typed, to: &state)
    #expect(state.editor?.screen == before)
  }

  @Test(arguments: FieldSweepTests.Place.allCases)
  func `help over a field takes its keys and its paste`(place: FieldSweepTests.Place) throws {
    var state = place.isBeforeLogin ? try Fixture.signedOut() : try Fixture.signedIn()
    _ = feed(place.events + [.input(.paste("7"))], to: &state)
    func fields() -> [String] { view(state).elements.filter { $0.role == .field }.map(\.text) }
    let before = fields()
    _ = feed(
      [.action(.showHelp)] + Self.typed + [.input(.resize(Size(width: 60, height: 20)))], to: &state
    )
    _ = feed(Self.typed + [.input(.resize(Size(width: 80, height: 24)))], to: &state)
    while state.sheets.contains(.help) { _ = feed([.action(.back)], to: &state) }
    #expect(fields() == before)
  }

  @Test(arguments: sizes) func `a sheet over the editor takes its keys and its paste`(size: Size)
    throws
  {
    let sheets: [Event] = [
      .action(.showHelp), .action(.editor(.showPublishing)), .action(.travel(.open)),
      .action(.editor(.add)), .action(.editor(.showRevisions)), .action(.editor(.leave)),
    ]
    for sheet in sheets {
      var state = try editing(size)
      _ = feed([.input(.key(Key(.enter)))] + Key.text("!"), to: &state)
      if case .action(.editor(.leave)) = sheet { _ = feed([sheet, sheet], to: &state) }
      _ = feed([sheet], to: &state)
      let before = state.editor?.screen
      _ = feed(
        Self.typed + (0..<10).map { .input(.mouse(Mouse(.press, at: Point(x: $0 * 4, y: $0)))) }
          + [.input(.resize(Size(width: 50, height: 20)))] + Key.text("ещё"), to: &state)
      #expect(
        state.editor == nil || state.sheets.last == .editor(.main) || state.editor?.screen == before
      )
    }
  }
}
