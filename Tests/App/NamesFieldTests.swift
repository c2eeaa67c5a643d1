import Cells
import Content
import Loyalty
import Testing

@testable import App

/// For whom a block is: picked, not typed.
@Suite struct NamesFieldTests {
  private func editing(_ visibility: JSONValue = .null) throws -> State {
    var block = Fixture.block("a", .paragraph, "Text", "Текст")
    block.members["visibility"] = visibility
    var state = try Fixture.editing(
      Size(width: 120, height: 40), .english,
      Screen(slug: "p", title: [.english: "P", .russian: "П"], blocks: [block]))
    _ = feed(
      [
        .editor(.choicesLoaded(Fixture.choices)), .action(.editor(.select(1))),
        .action(.editor(.pane)),
      ], to: &state)
    return state
  }

  private func open(_ name: String, _ state: inout State) throws {
    let place = try #require(state.editorFields.firstIndex { $0.name == name })
    if state.editor?.field.selection != place {
      _ = feed([.action(.editor(.focusField(place)))], to: &state)
    }
    if state.sheets.last == .editor(.main) { _ = feed([.input(.key(Key(.enter)))], to: &state) }
    #expect(state.sheets.last == .editor(.names))
  }

  private func list(_ name: String, _ state: State) -> JSONValue? {
    state.editor?.screen.blocks[0][["visibility", name]]
  }

  @Test(arguments: ["tiers", "segments", "locales"])
  func `what is typed is no name`(name: String) throws {
    var state = try editing()
    let place = try #require(state.editorFields.firstIndex { $0.name == name })
    _ = feed([.action(.editor(.focusField(place)))], to: &state)
    _ = feed(Key.text("Да!q") + [.input(.paste("Да!"))], to: &state)
    try open(name, &state)
    _ = feed(Key.text("Да!q") + [.input(.paste("Да!"))], to: &state)
    #expect(list(name, state) == nil)
    #expect(state.sheets.last == .editor(.names))
  }

  @Test func `names are put on the list and taken off it`() throws {
    var state = try editing()
    try open("segments", &state)
    let down: Event = .input(.key(Key(.down)))
    let enter: Event = .input(.key(Key(.enter)))
    _ = feed([down, enter], to: &state)
    #expect(list("segments", state) == ["regulars"])
    _ = feed([.input(.key(Key(.up))), .input(.key(.character(" ")))], to: &state)
    #expect(list("segments", state) == ["regulars", "newcomers"])
    _ = feed([down, enter, .input(.key(Key(.up))), enter], to: &state)
    #expect(list("segments", state) == nil)
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.sheets.last == .editor(.main))
    for _ in 0..<4 { _ = feed([.action(.editor(.undo))], to: &state) }
    #expect(state.editor?.isDirty == false)
  }

  @Test func `what the program has not is refused, and can only be taken off`() throws {
    var state = try editing(["tiers": ["gold", "Да!"], "segments": ["Да!"]])
    let codes = state.editor?.findings.filter { $0.severity == .error }.map(\.code) ?? []
    #expect(codes.contains(.unknownTier) && codes.contains(.unknownSegment))
    try open("tiers", &state)
    let rows = view(state).elements.filter { $0.id.rawValue.hasPrefix("editor.pick.") }.map(\.text)
    #expect(rows.count == 4 && rows[2].hasPrefix("✓ ") && rows[3].hasPrefix("✓ Да!"))
    _ = feed([.input(.key(Key(.end))), .input(.key(Key(.enter)))], to: &state)
    #expect(list("tiers", state) == ["gold"])
    #expect(state.nameChoices.count == 3)
    #expect(state.editor?.findings.contains { $0.code == .unknownTier } == false)
  }

  @Test func `without a word of the program nothing is called unknown`() throws {
    var state = try editing(["segments": ["night"]])
    state.screens.choices = nil
    _ = feed([.deadline], to: &state)
    #expect(state.editor?.findings.contains { $0.code == .unknownSegment } == false)
    try open("segments", &state)
    #expect(state.nameChoices.map(\.isKnown) == [true])
    // It is asked for again with the next pull.
    #expect(feed([.pulled], to: &state).contains(.ask(.editor(.choices))))
    _ = feed([.editor(.choicesLoaded(Fixture.choices))], to: &state)
    #expect(!feed([.pulled], to: &state).contains(.ask(.editor(.choices))))
  }

  @Test func `a moment's example and zone stand beside its field, and in what is wrong with it`()
    throws
  {
    var state = try editing()
    let place = try #require(state.editorFields.firstIndex { $0.name == "shown_from" })
    _ = feed([.action(.editor(.focusField(place)))], to: &state)
    func words(_ id: Element.ID) -> String? { view(state).elements.first { $0.id == id }?.text }
    #expect(words("editor.example") == "UTC+3, such as 31 Dec 2026, 21:00")
    _ = feed(Key.text("1 Dec 2026, 9:00"), to: &state)
    #expect(words("editor.example") == "UTC+3, such as 31 Dec 2026, 21:00")
    #expect(list("from", state) == "2026-12-01T06:00:00.000Z")
    _ = feed([.input(.key(Key(.tab, .shift)))], to: &state)
    #expect(words("editor.field.visibility.from")?.hasSuffix("2026-12-01 09:00") == true)
    _ = feed([.input(.key(Key(.tab))), .input(.key(.character("x")))], to: &state)
    #expect(words("editor.finding") == "Such as 31 Dec 2026, 21:00 or 2026-12-31 21:00")
  }

  @Test func `a plan names the zone and the program's own time`() throws {
    var state = try editing()
    state.settings.zone = Zone(initialOffset: -5 * 3600)
    _ = feed(
      [
        .home(.loaded(Fixture.publisherHome)), .editor(.choicesLoaded(Fixture.choices)),
        .action(.editor(.showPublishing)), .action(.editor(.plan)),
      ], to: &state)
    // Errors of the screen would be in the way.
    try #require(state.sheets.last == .editor(.plan))
    let field = view(state).elements.first { $0.id == "plan.moment" }
    #expect(field?.text.contains("UTC−5") == true)
    _ = feed([.input(.key(.control("u"))), .input(.paste("27 Nov, 09:00"))], to: &state)
    let time = view(state).elements.first { $0.id == "plan.time" }?.text
    #expect(time == "27\u{A0}Nov, 09:00 UTC−5 (17:00 UTC+3 in Europe/Moscow)")
    var published = try #require(state.editor?.base)
    published.members["publish_at"] = "2026-11-27T14:00:00Z"
    _ = feed([.editor(.published(published))], to: &state)
    #expect(state.toasts.contains { $0.text.contains("09:00 UTC−5 (17:00 UTC+3") })
    _ = feed([.action(.editor(.showPublishing))], to: &state)
    #expect(view(state).elements.contains { $0.text.contains("17:00 UTC+3 in Europe/Moscow") })
  }
}
