import Cells
import Content
import Loyalty
import TestSupport
import Testing

@testable import App

@Suite struct EditorTests {
  private func texts(_ count: Int) -> Screen {
    Screen(
      slug: "page", title: [.english: "Page", .russian: "Страница"],
      blocks: (0..<count).map { Fixture.block("b\($0)", .paragraph, "Text \($0)", "Текст \($0)") })
  }

  private func press(_ codes: [Key.Code], _ state: inout State, at now: Instant = Fixture.now) {
    _ = feed(codes.map { .input(.key(Key($0))) }, to: &state, at: now)
  }

  @Test func `only who may edit can`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.screens(.loaded(Fixture.screens)), .action(.showTab(.screen("news")))], to: &state)
    #expect(feed(Key.text("e"), to: &state).isEmpty)
    _ = feed([.home(.loaded(Fixture.editorHome))], to: &state)
    var contents = Fixture.screens
    contents.screens?[0].members["id"] = "scr_news"
    _ = feed([.screens(.loaded(contents))], to: &state)
    #expect(feed(Key.text("e"), to: &state).contains(.load(.editor(.draft(.init("scr_news"))))))
  }

  @Test(arguments: 0..<20) func `all can be taken back, and done again`(seed: Int) throws {
    var state = try Fixture.editing(screen(seed))
    let start = try #require(state.editor?.screen)
    var random = Numbers(state: UInt64(seed + 1))
    var now = Fixture.now
    for _ in 0..<120 {
      now = now.adding(seconds: 2)
      let actions: [EditorAction] = [
        .select(random.next(12)), .add, .pickKind(random.next(16)), .duplicate, .delete,
        .move(random.next(9) - 4), .retype, .write, .step(1), .step(-1), .pane,
        .focusField(random.next(14)), .preview,
      ]
      _ = update(&state, .action(.editor(actions[random.next(actions.count)])), at: now)
      if state.editor?.text != nil {
        _ = update(&state, .input(.paste("ж\(random.next(99))")), at: now)
      }
      if state.sheets.last != .editor(.main) {
        _ = update(&state, .action(.back), at: now)
      }
    }
    let end = try #require(state.editor?.screen)
    state.editor?.text = nil
    let unknown = end.blocks.first { $0.members["glow"] != nil }
    #expect(unknown == nil || unknown?.members["glow"] == ["rate": .number(0.5)])
    for _ in 0..<300 { _ = update(&state, .action(.editor(.undo)), at: now) }
    #expect(state.editor?.screen == start)
    for _ in 0..<300 { _ = update(&state, .action(.editor(.redo)), at: now) }
    #expect(state.editor?.screen == end)
    #expect(Set(end.blocks.map(\.id)).count == end.blocks.count)
  }

  private func screen(_ seed: Int) -> Screen {
    var screen = texts(seed % 7)
    if !screen.blocks.isEmpty { screen.blocks[0].members["glow"] = ["rate": .number(0.5)] }
    return screen
  }

  private struct Numbers {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  @Test func `letters of one go are one change, a pause begins another`() throws {
    var state = try Fixture.editing(texts(2))
    _ = feed([.action(.editor(.select(1)))], to: &state)
    press([.enter, .enter], &state)
    _ = feed(Key.text("abc"), to: &state)
    _ = feed(Key.text("def"), to: &state, at: Fixture.now.adding(seconds: 5))
    press([.escape], &state, at: Fixture.now.adding(seconds: 5))
    func text() -> String? { state.editor?.screen.blocks[0].text.values["ru"] }
    #expect(text() == "Текст 0abcdef")
    _ = feed([.action(.editor(.undo))], to: &state)
    #expect(text() == "Текст 0abc")
    _ = feed([.action(.editor(.undo))], to: &state)
    #expect(text() == "Текст 0")
  }

  @Test func `what is changed is kept within two seconds, again and again until it is`() throws {
    var state = try Fixture.editing(texts(2))
    let now = Fixture.now
    _ = feed([.action(.editor(.select(1))), .action(.editor(.duplicate))], to: &state)
    let deadline = try #require(state.nextDeadline)
    #expect(deadline <= now.adding(seconds: 2))
    // More changes do not put it off.
    _ = update(&state, .action(.editor(.duplicate)), at: now.adding(milliseconds: 900))
    #expect(state.nextDeadline == deadline)
    var effects = state.pass(until: deadline)
    guard case .keep(.editor(.draft(let draft)))? = effects.last else {
      Issue.record("\(effects)")
      return
    }
    #expect(draft.screen.blocks.count == 4)
    // While the disk is busy nothing is asked twice, and nothing is forgotten.
    _ = update(&state, .action(.editor(.delete)), at: deadline)
    #expect(state.pass(until: deadline.adding(seconds: 3)).isEmpty)
    _ = update(
      &state, .editor(.notKept(.storage(StorageProblem("/d", .full)))),
      at: deadline.adding(seconds: 3))
    effects = state.pass(until: deadline.adding(seconds: 6))
    #expect(effects.contains { if case .keep(.editor(.draft)) = $0 { true } else { false } })
    _ = update(
      &state, .editor(.kept(generation: 1, at: deadline)), at: deadline.adding(seconds: 6))
    #expect(state.editor?.keeping.generation == 1)
    #expect(state.editorDeadline == nil)
    // Quitting in the middle keeps first.
    _ = feed([.action(.editor(.duplicate))], to: &state, at: deadline.adding(seconds: 7))
    let last = feed([.action(.quit)], to: &state, at: deadline.adding(seconds: 7))
    #expect(last.count == 2 && last.last == .screen(.quit))
  }

  @Test func `a block is dragged to another place`() throws {
    var state = try Fixture.editing(texts(6))
    func row(_ index: Int) throws -> Point {
      let element = try #require(
        view(state).elements.first { $0.id.rawValue == "editor.row.\(index)" })
      return Point(x: element.bounds.x + 3, y: element.bounds.y)
    }
    let (from, to) = (try row(2), try row(5))
    _ = feed(
      [
        .input(.mouse(Mouse(.press, at: from))), .input(.mouse(Mouse(.drag, at: to))),
        .input(.mouse(Mouse(.release, at: to))),
      ], to: &state)
    #expect(
      state.editor?.screen.blocks.map(\.id.rawValue) == ["b0", "b2", "b3", "b4", "b1", "b5"])
    #expect(state.editor?.selected == Block.ID("b1"))
  }

  @Test func `a kind changes and what it does not know stays`() throws {
    var screen = texts(1)
    screen.blocks[0][["props", "spin"]] = "fast"
    var state = try Fixture.editing(screen)
    _ = feed(
      [.action(.editor(.select(1))), .action(.editor(.retype)), .action(.editor(.pickKind(4)))],
      to: &state)
    let block = try #require(state.editor?.screen.blocks[0])
    #expect(block.kind == .banner)
    #expect(block.props["spin"] == "fast" && block.text.values["en"] == "Text 0")
  }

  @Test func `what a kind leaves is kept, not shown, and there again on the way back`() throws {
    let list = Fixture.block("a", .list, "One", "Раз", ["style": "number", "spin": "fast"])
    var state = try Fixture.editing(Screen(slug: "p", title: [:], blocks: [list]))
    _ = feed([.action(.editor(.select(1)))], to: &state)
    func retype(_ kind: Block.Kind) throws {
      let place = try #require(Block.Kind.all.firstIndex(of: kind))
      _ = feed([.action(.editor(.retype)), .action(.editor(.pickKind(place)))], to: &state)
    }
    for kind in Block.Kind.all {
      try retype(kind)
      let unknown = state.editorFields.filter { $0.control == .unknown }.map(\.path)
      #expect(unknown == [["props", "spin"]], "\(kind)")
      #expect(state.editor?.findings.contains { $0.code == .badValue } == false, "\(kind)")
    }
    try retype(.banner)
    let look = try #require(state.editorFields.firstIndex { $0.path == ["props", "style"] })
    #expect(state.text(of: state.editorFields[look]).isEmpty)
    _ = feed([.action(.editor(.focusField(look))), .action(.editor(.step(2)))], to: &state)
    #expect(state.editor?.screen.blocks[0].props["style"] == "offer")
    try retype(.list)
    #expect(state.editor?.screen.blocks[0].props["style"] == "number")
    try retype(.banner)
    #expect(state.editor?.screen.blocks[0].props["style"] == "offer")
  }

  @Test func `a target is picked by its title`() throws {
    let screen = Screen(
      slug: "p", title: [:],
      blocks: [Fixture.block("a", .button, "Go", "", ["action": BlockAction(.reward, "").value])])
    var state = try Fixture.editing(screen)
    _ = feed([.action(.editor(.select(1))), .action(.editor(.pane))], to: &state)
    let place = try #require(state.editorFields.firstIndex { $0.name == "target" })
    _ = feed([.action(.editor(.focusField(place))), .action(.editor(.write))], to: &state)
    #expect(state.sheets.last == .editor(.targets))
    let reward = try #require(Fixture.rewards.rewards?.last)
    let title = try #require(reward.title.values["en"])
    #expect(view(state).modes.cursor != nil)
    // What is moved through stays where it is until another text narrows it down; whoever types
    // after Tab types into the field.
    press([.down, .down], &state)
    #expect(state.editor?.picker.selection == 2)
    press([.tab, .character("q"), .backspace], &state)
    #expect(state.editor?.picker.selection == 0)
    #expect(view(state).modes.cursor != nil)
    _ = feed([.input(.paste(title)), .input(.key(Key(.enter)))], to: &state)
    #expect(state.editor?.screen.blocks[0].action?.target == reward.id.rawValue)
  }

  @Test func `moments are typed on one's own clock`() throws {
    let screen = Screen(
      slug: "p", title: [:], blocks: [Fixture.block("a", .countdown, "Left", "Осталось")])
    var state = try Fixture.editing(screen)
    _ = feed([.action(.editor(.select(1))), .action(.editor(.pane))], to: &state)
    let place = try #require(state.editorFields.firstIndex { $0.name == "to" })
    _ = feed([.action(.editor(.focusField(place))), .action(.editor(.write))], to: &state)
    _ = feed([.input(.paste("2026-12-31 21:00"))], to: &state)
    #expect(
      state.editor?.screen.blocks[0].props["to"] == "2026-12-31T18:00:00.000Z")
    press([.backspace, .backspace], &state)
    // No moment, and not lost.
    #expect(state.editor?.screen.blocks[0].props["to"] == "2026-12-31 21:")
  }

  @Test func `others' changes of other blocks come in, of the same ones they are asked for`() throws
  {
    var state = try Fixture.editing(texts(3))
    let base = try #require(state.editor?.base)
    _ = feed(
      [.action(.editor(.select(1))), .action(.editor(.pane)), .action(.editor(.write))],
      to: &state)
    _ = feed([.input(.paste("!"))], to: &state)
    press([.escape], &state)
    #expect(
      feed([.action(.editor(.save))], to: &state)
        .contains { if case .ask(.editor(.save)) = $0 { true } else { false } })
    var theirs = base
    theirs.members["etag"] = "\"4.5\""
    theirs.blocks[0][["text", "ru"]] = "Иначе"
    theirs.blocks[0][["text", "en"]] = "Other"
    theirs.blocks[2][["text", "en"]] = "Third"
    _ = feed([.editor(try state.overtaken(by: theirs))], to: &state)
    #expect(state.sheets.last == .editor(.conflict))
    #expect(state.editor?.conflict?.total == 1)
    // Mine where I wrote, theirs where only they did.
    let effects = feed([.input(.key(Key(.enter)))], to: &state)
    #expect(state.editor?.conflict == nil && state.sheets.last == .editor(.main))
    #expect(state.editor?.screen.blocks[0].text.values == ["ru": "Текст 0!", "en": "Other"])
    #expect(state.editor?.screen.blocks[2].text.values["en"] == "Third")
    #expect(state.editor?.base.etag == "\"4.5\"")
    #expect(effects.contains { if case .ask(.editor(.save)) = $0 { true } else { false } })
  }

  @Test func `what is typed while it is saved is not lost`() throws {
    var state = try Fixture.editing(texts(2))
    _ = feed([.action(.editor(.select(1))), .action(.editor(.duplicate))], to: &state)
    _ = feed([.action(.editor(.save))], to: &state)
    let sent = try #require(state.editor?.screen)
    _ = feed([.action(.editor(.select(3))), .action(.editor(.delete))], to: &state)
    var saved = sent
    saved.members["id"] = "scr_1"
    saved.members["etag"] = "\"4.5\""
    saved.members["revision"] = 4
    _ = feed([.editor(.saved(EditedDraft(base: saved, screen: sent), mergedWith: nil))], to: &state)
    #expect(state.editor?.screen.blocks.count == 2)
    #expect(state.editor?.isDirty == true)
    #expect(state.editor?.base.revision == 4)
  }

  @Test func `who saves and leaves while it is saved leaves when all of it is`() throws {
    var state = try Fixture.editing(texts(2))
    func isSave(_ effects: [Effect]) -> Bool {
      effects.contains { if case .ask(.editor(.save)) = $0 { true } else { false } }
    }
    func answer(_ revision: Int64) throws -> Event {
      let sent = try #require(state.editor?.sent)
      var saved = sent
      saved.members["id"] = "scr_1"
      saved.members["revision"] = .integer(revision)
      return .editor(.saved(EditedDraft(base: saved, screen: sent), mergedWith: nil))
    }
    _ = feed([.action(.editor(.select(1))), .action(.editor(.duplicate))], to: &state)
    #expect(isSave(feed([.action(.editor(.save))], to: &state)))
    _ = feed([.action(.editor(.duplicate)), .action(.editor(.leave))], to: &state)
    #expect(!isSave(feed([.action(.editor(.leaveSaving))], to: &state)))
    #expect(state.sheets.last == .editor(.main))
    #expect(isSave(feed([try answer(4)], to: &state)))
    #expect(state.editor?.sent?.blocks.count == 4)
    _ = feed([try answer(5)], to: &state)
    #expect(state.editor == nil)
  }

  @Test func `who goes on typing after save and leave does not leave later`() throws {
    var state = try Fixture.editing(texts(2))
    _ = feed(
      [
        .action(.editor(.select(1))), .action(.editor(.duplicate)), .action(.editor(.leave)),
        .action(.editor(.leaveSaving)),
      ], to: &state)
    let sent = try #require(state.editor?.sent)
    _ = feed([.action(.editor(.duplicate))], to: &state)
    var saved = sent
    saved.members["id"] = "scr_1"
    _ = feed([.editor(.saved(EditedDraft(base: saved, screen: sent), mergedWith: nil))], to: &state)
    #expect(state.editor?.isDirty == true && state.editor?.leavesWhenSaved == false)
  }

  @Test(.timeLimit(.minutes(20))) func `five hundred blocks are edited`() throws {
    var state = try Fixture.editing(texts(500))
    let seconds = processorSeconds {
      for _ in 0..<30 {
        press([.down], &state)
        #expect(view(state).elements.count { $0.id.rawValue.hasPrefix("editor.row.") } < 40)
      }
    }
    #expect(seconds < 20)
    #expect(state.editor?.selection == 30)
  }
}

extension Fixture {
  fileprivate static func editing(_ screen: Screen) throws -> State {
    try editing(Size(width: 120, height: 40), .english, screen)
  }
}
