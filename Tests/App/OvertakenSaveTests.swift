import Cells
import Content
import Loyalty
import Testing

@testable import App

/// A save that somebody else was faster than.
@Suite struct OvertakenSaveTests {
  /// The first block is changed here, and under way to the server.
  private func saving() throws -> (State, ScreenSave) {
    let screen = Screen(
      slug: "page", title: [.english: "Page", .russian: "Страница"],
      blocks: (0..<3).map { Fixture.block("b\($0)", .paragraph, "Text \($0)", "Текст \($0)") })
    var state = try Fixture.editing(Size(width: 120, height: 40), .english, screen)
    write("!", &state)
    let first = try #require(save(in: feed([.action(.editor(.save))], to: &state)))
    return (state, first)
  }

  private func write(_ text: String, _ state: inout State) {
    _ = feed(
      [
        .action(.editor(.select(1))), .action(.editor(.pane)), .action(.editor(.write)),
        .input(.paste(text)), .input(.key(Key(.escape))), .action(.editor(.pane)),
      ], to: &state)
  }

  private func save(in effects: [Effect]) -> ScreenSave? {
    for case .ask(.editor(.save(let save))) in effects { return save }
    return nil
  }

  private func theirs(_ save: ScreenSave, _ etag: String, _ change: (inout Screen) -> Void)
    -> Screen
  {
    var theirs = save.base
    theirs.members["etag"] = .string(etag)
    theirs.members["updated_by"] = ["id": "m", "name": "Вера Ким"]
    change(&theirs)
    return theirs
  }

  private func meet(_ theirs: Screen, _ save: ScreenSave, _ state: inout State) -> [Effect] {
    feed([.editor(.overtaken(save, by: theirs, Fixture.staleness))], to: &state)
  }

  @Test func `what others have saved of other blocks is merged in, and sent over theirs`() throws {
    var (state, first) = try saving()
    #expect(first.mergedWith == nil && first.theirs.etag == "\"3.4\"")
    let newest = theirs(first, "\"4.5\"") { $0.blocks[2][["text", "en"]] = "Third" }
    let effects = meet(newest, first, &state)
    let again = try #require(save(in: effects))
    #expect(effects.count == 1)
    #expect(again.theirs.etag == "\"4.5\"" && again.mergedWith == "Вера Ким")
    #expect(again.content.blocks[0].text.values["ru"] == "Текст 0!")
    #expect(again.content.blocks[2].text.values["en"] == "Third")
    // Until it is there, it is still under way, and what is edited stays as it is.
    #expect(state.editor?.isSaving == true && state.editor?.sent?.blocks[2] == first.mine.blocks[2])
    #expect(save(in: feed([.action(.editor(.save))], to: &state)) == nil)
    #expect(state.toasts.isEmpty)
  }

  @Test func `each time it is merged with the newest, not with what was merged before`() throws {
    var (state, first) = try saving()
    let added = theirs(first, "\"4.5\"") { $0.blocks.append(Fixture.block("new", .divider)) }
    let again = try #require(save(in: meet(added, first, &state)))
    #expect(again.content.blocks.count == 4)
    let third = try #require(save(in: meet(theirs(first, "\"5.6\"") { _ in }, again, &state)))
    #expect(third.content.blocks.map(\.id.rawValue) == ["b0", "b1", "b2"])
    #expect(third.content.blocks[0].text.values["ru"] == "Текст 0!")
  }

  @Test func `where both have changed the same it is asked for, and nothing is sent`() throws {
    var (state, first) = try saving()
    let newest = theirs(first, "\"4.5\"") { $0.blocks[0][["text", "ru"]] = "Иначе" }
    #expect(save(in: meet(newest, first, &state)) == nil)
    #expect(state.sheets.last == .editor(.conflict) && state.editor?.isSaving == false)
    #expect(state.editor?.conflict?.theirs == newest)
    // All mine, over what they have saved.
    let settled = try #require(save(in: feed([.action(.editor(.conflict(.mine)))], to: &state)))
    #expect(settled.theirs.etag == "\"4.5\"" && settled.mergedWith == nil)
    #expect(settled.content.blocks[0].text.values["ru"] == "Текст 0!")
  }

  @Test func `who has come to the same meanwhile is not asked`() throws {
    var (state, first) = try saving()
    let newest = theirs(first, "\"4.5\"") { $0.blocks[0][["text", "ru"]] = "Текст 0!?" }
    write("?", &state)
    _ = meet(newest, first, &state)
    #expect(state.sheets.last == .editor(.main) && state.editor?.conflict == nil)
    #expect(state.editor?.base.etag == "\"4.5\"" && state.editor?.isDirty == false)
  }

  @Test func `after four times it is left to the member, with the server's words`() throws {
    var (state, first) = try saving()
    state.editor?.leavesWhenSaved = true
    var last = first
    for round in 0..<3 {
      let newest = theirs(first, "\"\(round)\"") {
        $0.blocks[2][["text", "en"]] = .string("\(round)")
      }
      last = try #require(save(in: meet(newest, last, &state)))
    }
    let newest = theirs(first, "\"9\"") { $0.blocks[2][["text", "en"]] = "nine" }
    #expect(save(in: meet(newest, last, &state)) == nil)
    let editor = try #require(state.editor)
    #expect(!editor.isSaving && editor.sent == nil && !editor.leavesWhenSaved)
    #expect(editor.isDirty && editor.base.etag == "\"3.4\"")
    let isSaid = state.toasts.contains { $0.isError && $0.text == "Somebody else was first" }
    #expect(isSaid, "\(state.toasts)")
    // Trying again begins anew.
    #expect(save(in: feed([.action(.editor(.save))], to: &state))?.mergedWith == nil)
  }

  @Test func `it goes on when the editor was left, and asks nobody there`() throws {
    var (state, first) = try saving()
    _ = feed([.action(.editor(.leave)), .action(.editor(.leaveKeeping))], to: &state)
    #expect(state.editor == nil)
    let news = theirs(first, "\"4.5\"") { $0.blocks[2][["text", "en"]] = "Third" }
    #expect(save(in: meet(news, first, &state))?.theirs.etag == "\"4.5\"")
    let same = theirs(first, "\"4.5\"") { $0.blocks[0][["text", "ru"]] = "Иначе" }
    #expect(meet(same, first, &state).isEmpty && state.editor == nil)
    // Nor when another screen is edited by now.
    var other = first.base
    other.members["id"] = "scr_2"
    let draft = EditedDraft(base: other, screen: other.content)
    _ = feed([.action(.editor(.open(other.id))), .editor(.opened(draft, seed: "c"))], to: &state)
    #expect(meet(same, first, &state).isEmpty && state.sheets.last == .editor(.main))
  }

  @Test func `after the session nothing is sent`() throws {
    var (state, first) = try saving()
    let newest = theirs(first, "\"4.5\"") { $0.blocks[2][["text", "en"]] = "Third" }
    _ = feed([.failed(.pull, .signedOut)], to: &state)
    #expect(meet(newest, first, &state).isEmpty && !state.isSignedIn)
  }
}
