import App
import Cells
import Client
import Content
import Loyalty
import Testing

/// Two people, each with a client of their own, on one screen.
@Suite(.serialized) struct TwoEditorsTests {
  private static let boris = "+7 903 111-22-33"
  private static let vera = "+7 926 555-01-99"

  /// Opens the screen "About the program" in the editor.
  private func edit(_ app: HeadlessApp) throws {
    try app.wait("the screens") { $0.state.screens.contents.screens != nil && $0.isIdle }
    app.send(.action(.screens(.open(slug: "about"))))
    app.send(.action(.editor(.openHere)))
    try app.wait("the editor") { $0.state.editor != nil && $0.isIdle }
  }

  /// Puts words behind the text of a block, in the program's first language.
  private func write(_ words: String, in block: String, _ app: HeadlessApp) throws {
    let place = app.state.editor?.screen.blocks.firstIndex { $0.id == Block.ID(block) }
    app.send(.action(.editor(.select(try #require(place) + 1))))
    app.send(.action(.editor(.pane)))
    app.send(.action(.editor(.focusField(0))))
    app.send(.action(.editor(.write)))
    app.send(.input(.paste(words)))
    app.send(.input(.key(.init(.escape))))
    app.send(.action(.editor(.pane)))
  }

  private func save(_ app: HeadlessApp) throws {
    app.send(.action(.editor(.save)))
    try app.wait("an answer") { $0.isIdle }
  }

  private func text(_ block: String, _ app: HeadlessApp) -> String? {
    app.state.editor?.screen.blocks.first { $0.id == Block.ID(block) }?.text.values["ru"]
  }

  @Test(arguments: Wiring.allCases)
  func `edits of different blocks both stand, of the same one are asked about`(
    wiring: Wiring
  ) throws {
    let wired = try wiring.open()
    defer { wired.stop() }
    let first = try wired.signedIn(Self.boris, home: wired.home + "-boris")
    let second = try wired.signedIn(Self.vera, home: wired.home + "-vera")
    try edit(first)
    try edit(second)

    try write(" один", in: "how", first)
    try save(first)
    #expect(first.state.editor?.isDirty == false)
    try write(" два", in: "mine", second)
    try save(second)
    #expect(second.state.editor?.isDirty == false)
    #expect(text("how", second)?.hasSuffix(" один") == true)
    #expect(text("mine", second)?.hasSuffix(" два") == true)
    #expect(second.state.toasts.contains { $0.text.contains("Борис") })

    // The same block: Boris has not seen what Vera has saved.
    try write(" три", in: "mine", first)
    try save(first)
    #expect(first.state.editor?.conflict != nil)
    #expect(text("mine", first)?.hasSuffix(" три") == true)
    first.send(.action(.editor(.conflict(.both))))
    try first.wait("it to be saved") { $0.state.editor?.isDirty == false && $0.isIdle }
    let texts = (first.state.editor?.screen.blocks ?? []).compactMap { $0.text.values["ru"] }
    #expect(texts.contains { $0.hasSuffix(" три") } && texts.contains { $0.hasSuffix(" два") })
    #expect(text("how", first)?.hasSuffix(" один") == true)
  }
}
