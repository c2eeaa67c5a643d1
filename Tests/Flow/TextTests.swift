import App
import Cells
import FlowLanguage
import Flows
import Loyalty
import Testing

/// What is typed, erased, copied and pasted.
struct TextTests {
  @Test func `a text comes as a paste or key by key, and is erased from its end`() {
    expectPhone(".*123", [.type("123")])
    expectPhone(".*123", [.inputText(TextInput("123", isTyped: true))])
    expectPhone(".*1", [.type("123"), .eraseText("2")])
    #expect(
      play([.launch, .type("123"), .eraseText(nil), .assertNotVisible(phone(".*1.*"))]).hasPassed)
  }

  @Test func `keys have names, and one that has none fails`() throws {
    expectPhone(".*12", [.pressKey("1"), .pressKey("2"), .pressKey("3"), .pressKey("Backspace")])
    expectPhone(".*23", [.type("123"), .pressKey("Home"), .pressKey("delete")])
    let failed = try #require(play([.launch, .pressKey("Volume Up")]).failures.first)
    #expect(failed.failure.wording.english == "there is no key Volume Up")
  }

  @Test func `what is copied can be pasted, also by the flow itself`() throws {
    expectPhone(".*777", [.setClipboard("777"), .pasteText])
    let sent = Selector(id: "login\\.phone")
    let played = play([
      .launch, .type("777"), .copyTextFrom(sent), .eraseText(nil), .pasteText,
      .assertVisible(phone(".*777")),
    ])
    #expect(played.failures == [])
    let failed = try #require(play([.launch, .pasteText]).failures.first)
    #expect(failed.failure.wording.english == "nothing has been copied")
  }

  @Test func `what is typed where nothing takes it warns`() throws {
    let cards = Command.pressKey("F5")
    for command in [Command.type("abc"), .eraseText("3"), .inputRandom(RandomText(.number))] {
      let played = play([.launch, cards, command])
      #expect(played.failures == [] && played.warnings.map(\.place.line) == [3])
    }
  }

  @Test(arguments: RandomText.Kind.allCases)
  func `a random text is the same for a seed`(kind: RandomText.Kind) {
    func text(_ seed: UInt64) -> String? {
      let notes = Notes()
      let command = Command.inputRandom(RandomText(kind, length: 12))
      #expect(play([.launch, command], World(), notes, seed: seed).failures == [])
      return notes.ended.last?.after?.grid.text
    }
    #expect(text(1) == text(1))
  }

  @Test func `a key that hides the keyboard leaves a field that covers nothing as it is`() {
    expectPhone(".*123", [.type("123"), .hideKeyboard])
  }

  private func phone(_ text: Template) -> Selector { Selector(text: text, id: "login\\.phone") }

  private func expectPhone(
    _ text: Template, _ commands: [Command], _ location: SourceLocation = #_sourceLocation
  ) {
    let played = play([.launch] + commands + [.assertVisible(phone(text))])
    #expect(played.failures == [], sourceLocation: location)
  }
}
