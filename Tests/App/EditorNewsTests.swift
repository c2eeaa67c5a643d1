import Cells
import Content
import Loyalty
import Testing

@testable import App

/// What others do to a screen while it is open here.
@Suite struct EditorNewsTests {
  private func editing() throws -> State {
    let screen = Screen(
      slug: "page", title: [.english: "Page", .russian: "Страница"],
      blocks: (0..<3).map { Fixture.block("b\($0)", .paragraph, "Text \($0)", "Текст \($0)") })
    return try Fixture.editing(Size(width: 120, height: 40), .english, screen)
  }

  private func theirs(_ state: State, _ change: (inout Screen) -> Void) throws -> Screen {
    var theirs = try #require(state.editor?.base)
    theirs.members["etag"] = "\"4.5\""
    theirs.members["revision"] = 4
    theirs.members["updated_by"] = ["id": "m", "name": "Вера Ким"]
    change(&theirs)
    return theirs
  }

  private func write(_ text: String, in row: Int, _ state: inout State) {
    _ = feed(
      [
        .action(.editor(.select(row))), .action(.editor(.pane)), .action(.editor(.write)),
        .input(.paste(text)), .input(.key(Key(.escape))),
      ], to: &state)
  }

  @Test func `the server hears every 15 s that the screen is open, and that it no longer is`()
    throws
  {
    var state = try editing()
    let id = try #require(state.editor?.base.id)
    let start = try #require(state.presenceDeadline)
    #expect(start.seconds(since: Fixture.now) == 15)
    _ = feed([.action(.editor(.select(2)))], to: &state)
    let effects = state.pass(until: start)
    let isTold = effects.contains(.ask(.editor(.announce(id, at: .init("b1")))))
    #expect(isTold)
    #expect(state.presenceDeadline?.seconds(since: start) == 15)
    #expect(state.pass(until: start.adding(seconds: 14)).isEmpty)
    let left = feed([.action(.editor(.leave))], to: &state)
    let isDismissed = left.contains(.ask(.editor(.dismiss(id))))
    #expect(isDismissed)
    #expect(state.presenceDeadline == nil)
  }

  @Test func `who else is here is said, and where they are`() throws {
    var state = try editing()
    let tag = try #require(state.editor?.base.etag)
    let others = [Colleague(name: "Вера Ким", block: .init("b1")), Colleague(name: "Вера Ким")]
    #expect(feed([.editor(.met(state.openID, others, etag: tag))], to: &state).isEmpty)
    let frame = view(state)
    #expect(frame.elements.contains { $0.id == "editor.status" && $0.text.contains("Вера Ким") })
    #expect(frame.elements.contains { $0.id == "editor.row.2" && $0.text.contains("✎") })
    #expect(!frame.elements.contains { $0.id == "editor.row.1" && $0.text.contains("✎") })
    // What is heard late of another screen changes nothing; an answer without others does.
    _ = feed([.editor(.met(.init("other"), [], etag: "x"))], to: &state)
    #expect(state.editor?.colleagues.count == 2)
    _ = feed([.editor(.met(state.openID, [], etag: tag))], to: &state)
    #expect(state.editor?.colleagues.isEmpty == true)
  }

  @Test func `what others save comes in, and taking back leaves it there`() throws {
    var state = try editing()
    let id = try #require(state.editor?.base.id)
    write("!", in: 1, &state)
    #expect(
      feed([.editor(.met(state.openID, [], etag: "\"4.5\""))], to: &state) == [
        .ask(.editor(.refresh(id)))
      ])
    let saved = try theirs(state) {
      $0.blocks[2][["text", "en"]] = "Third"
      $0.blocks.append(Fixture.block("new", .divider))
    }
    _ = feed([.editor(.refreshed(saved))], to: &state)
    let editor = try #require(state.editor)
    #expect(editor.base.etag == "\"4.5\"")
    #expect(editor.screen.blocks.map(\.id.rawValue) == ["b0", "b1", "b2", "new"])
    #expect(editor.screen.blocks[0].text.values["ru"] == "Текст 0!")
    #expect(state.toasts.last?.text.contains("Вера Ким") == true)
    _ = feed([.action(.editor(.undo))], to: &state)
    #expect(state.editor?.screen == saved.content, "nothing of mine, all of theirs")
    #expect(state.editor?.isDirty == false)
    _ = feed([.action(.editor(.redo))], to: &state)
    #expect(state.editor?.screen == editor.screen)
  }

  @Test func `of the same block it is said, and asked for when it is saved`() throws {
    var state = try editing()
    write("!", in: 1, &state)
    let saved = try theirs(state) { $0.blocks[0][["text", "ru"]] = "Иначе" }
    _ = feed([.editor(.refreshed(saved))], to: &state)
    #expect(state.editor?.screen.blocks[0].text.values["ru"] == "Текст 0!")
    #expect(state.editor?.contested != nil && state.sheets.last == .editor(.main))
    // Once is enough.
    #expect(feed([.editor(.met(state.openID, [], etag: "\"4.5\""))], to: &state).isEmpty)
    _ = feed([.action(.editor(.save))], to: &state)
    _ = feed([.editor(try state.overtaken(by: saved))], to: &state)
    #expect(state.sheets.last == .editor(.conflict))
    _ = feed([.input(.key(.character("T")))], to: &state)
    #expect(state.editor?.screen == saved.content && state.editor?.contested == nil)
    _ = feed([.action(.editor(.undo))], to: &state)
    #expect(state.editor?.screen.blocks[0].text.values["ru"] == "Текст 0!")
  }

  @Test func `a block that is being dragged stays where it is when rows change`() throws {
    var state = try editing()
    let saved = try theirs(state) { $0.blocks.insert(Fixture.block("new", .divider), at: 0) }
    let row = try #require(view(state).elements.first { $0.id == "editor.row.2" }).bounds
    let target = try #require(view(state).elements.first { $0.id == "editor.row.1" }).bounds
    _ = feed(
      [
        .input(.mouse(Mouse(.press, at: Point(x: row.x + 5, y: row.y)))),
        .input(.mouse(Mouse(.drag, at: Point(x: target.x + 5, y: target.y)))),
        .editor(.refreshed(saved)),
        .input(.mouse(Mouse(.release, at: Point(x: target.x + 5, y: target.y)))),
      ], to: &state)
    #expect(state.editor?.screen == saved.content)
  }

  @Test func `revisions that do not come say why, in place of waiting for ever`() throws {
    var state = try editing()
    let why = Event.editor(.notBrought(.offline(.refused)))
    _ = feed([.action(.editor(.showRevisions)), why], to: &state)
    let words = Phrasebook(.english).say(.revisionsAway)
    #expect(view(state).elements.contains { $0.id == "revisions.wait" && $0.text == words })
    let id = try #require(state.editor?.base.id)
    let isAskedAgain = feed([.pulled], to: &state).contains(.ask(.editor(.revisions(id))))
    #expect(isAskedAgain)
    _ = feed([.editor(.revisionsLoaded(Fixture.revisions)), .input(.key(Key(.enter)))], to: &state)
    _ = feed([why], to: &state)
    #expect(view(state).elements.contains { $0.id == "difference.wait" && $0.text == words })
    _ = feed(Fixture.revisions.map { .editor(.revisionLoaded($0)) }, to: &state)
    #expect(view(state).elements.contains { $0.id == "difference.0" })
  }

  @Test func `a caret in a text that is another one now stands in that one`() throws {
    var state = try editing()
    _ = feed(
      [.action(.editor(.select(1))), .action(.editor(.pane)), .action(.editor(.write))], to: &state)
    #expect(state.editor?.text != nil)
    let saved = try theirs(state) { $0.blocks[0][["text", "ru"]] = "Иначе" }
    _ = feed([.editor(.refreshed(saved)), .input(.paste("!"))], to: &state)
    #expect(state.editor?.screen.blocks[0].text.values["ru"] == "Иначе!")
  }

  @Test func `a save that others' changes were merged into is taken back without them`() throws {
    var state = try editing()
    write("!", in: 1, &state)
    _ = feed([.action(.editor(.save))], to: &state)
    let merged = try theirs(state) {
      $0.blocks[0][["text", "ru"]] = "Текст 0!"
      $0.blocks[1][["text", "en"]] = "Second"
    }
    _ = feed(
      [.editor(.saved(EditedDraft(base: merged, screen: merged.content), mergedWith: "Вера Ким"))],
      to: &state)
    #expect(state.editor?.isDirty == false)
    _ = feed([.action(.editor(.undo))], to: &state)
    #expect(state.editor?.screen.blocks[0].text.values["ru"] == "Текст 0")
    #expect(state.editor?.screen.blocks[1].text.values["en"] == "Second")
  }

  @Test func `a difference goes to the next older revision that is still kept`() {
    var revisions = RevisionsState()
    var all = Fixture.revisions
    all[0].number = 250
    revisions.all = all
    #expect(revisions.pair?.old?.number == 1 && revisions.pair?.new.number == 250)
    revisions.list.selection = 1
    #expect(revisions.pair?.old == nil && revisions.pair?.new.number == 1)
  }

  @Test func `what cannot be looked at does not end a save that is under way`() throws {
    var state = try editing()
    write("!", in: 1, &state)
    _ = feed([.action(.editor(.save))], to: &state)
    _ = feed(
      [.editor(.notBrought(.offline(.refused))), .deadline], to: &state)
    #expect(state.editor?.isSaving == true && state.editor?.sent != nil)
    #expect(state.toasts.contains { $0.isError })
  }
}

extension State {
  fileprivate var openID: Screen.ID { editor?.base.id ?? .init("") }
}
