import Cells
import Content
import Loyalty
import TestSupport
import Testing

@testable import App

/// What is wrong is gone to before anything is sent.
@Suite struct EditorObstacleTests {
  /// A value that is wrong where it stands.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let kind: Block.Kind
    let path: [String]
    let value: JSONValue
    /// What the person reads.
    let words: String
    var field: [String]?

    var testDescription: String { "\(kind) \(path.joined(separator: "."))" }
  }

  static let wrongs = [
    Wrong(kind: .paragraph, path: ["visibility", "to"], value: "tomorrow", words: "Such as"),
    Wrong(kind: .countdown, path: ["props", "to"], value: "2026-13-01", words: "Such as"),
    Wrong(
      kind: .heading, path: ["props", "level"], value: 19,
      words: "“19” cannot stand here: a whole number from 1 to 3"),
    Wrong(
      kind: .heading, path: ["props", "level"], value: "two",
      words: "“two” cannot stand here: a whole number from 1 to 3"),
    Wrong(
      kind: .rewards, path: ["props", "limit"], value: 0,
      words: "“0” cannot stand here: a whole number from 1 to 20"),
    Wrong(
      kind: .list, path: ["props", "style"], value: "stars",
      words: "“stars” cannot stand here: one of dots, numbers"),
    Wrong(
      kind: .image, path: ["props", "url"], value: "ftp://a/b.png",
      words: "“ftp://a/b.png” is no address"),
    Wrong(
      kind: .button, path: ["props", "action"], value: BlockAction(.url, "a b").value,
      words: "“a b” leads nowhere.", field: ["props", "action", "target"]),
    Wrong(
      kind: .button, path: ["props", "action"], value: BlockAction(.phone, "12").value,
      words: "“12” leads nowhere.", field: ["props", "action", "target"]),
    Wrong(
      kind: .button, path: ["text", "en"], value: .string(String(repeating: "long ", count: 9)),
      words: "It is wider than"),
    Wrong(
      kind: .paragraph, path: ["min_client"], value: "new", words: "“new” is no version such as"),
    Wrong(
      kind: .paragraph, path: ["visibility", "tiers"], value: ["tier_lead"],
      words: "The program has no tier “tier_lead”."),
    Wrong(
      kind: .paragraph, path: ["text", "en"], value: "[there](screen:nowhere)",
      words: "“screen:nowhere” leads nowhere."),
  ]

  private func saves(_ effects: [Effect]) -> Bool {
    effects.contains { if case .ask(.editor(.save)) = $0 { true } else { false } }
  }

  private func editing(_ blocks: [Block]) throws -> State {
    var screen = Screen(
      slug: "page", title: [.english: "Page", .russian: "Страница"], blocks: blocks)
    screen.members["tab"] = .null
    var state = try Fixture.editing(Size(width: 120, height: 40), .english, screen)
    let choices = ContentChoices(
      tiers: ["tier_gold"], segments: ["regulars"], timeZone: "UTC", zone: Zone(initialOffset: 0))
    _ = feed([.editor(.choicesLoaded(choices))], to: &state)
    return state
  }

  @Test(arguments: wrongs) func `a wrong value is gone to, and not sent`(_ wrong: Wrong) throws {
    let block = Fixture.block("b", wrong.kind, "Text", "Текст")
    var state = try editing([Fixture.block("a", .paragraph, "A", "А"), block])
    state.editor?.change(at: Fixture.now) { $0.blocks[1][wrong.path] = wrong.value }
    let effects = feed([.input(.key(.control("s")))], to: &state)
    #expect(!saves(effects))
    #expect(state.editor?.selection == 2 && state.editor?.pane == .fields)
    #expect(state.chosenField?.path == wrong.field ?? wrong.path)
    let told = try #require(state.toasts.last?.text)
    #expect(told.hasPrefix(wrong.words))
    #expect(!told.hasPrefix("Saved"))
    // It is kept here meanwhile.
    #expect(effects.contains { if case .keep(.editor(.draft)) = $0 { true } else { false } })
  }

  @Test func `a wrong place or short name of the screen is gone to`() throws {
    for (path, value) in [("tab", JSONValue.integer(200_000)), ("tab", .null), ("slug", "No!")] {
      var state = try editing([Fixture.block("a", .paragraph, "A", "А")])
      state.editor?.change(at: Fixture.now) { screen in
        screen.members[path] =
          path == "tab" ? ["place": "bar", "position": value] : value
      }
      #expect(!saves(feed([.input(.key(.control("s")))], to: &state)))
      #expect(state.editor?.selection == 0)
      #expect(state.chosenField?.path == (path == "tab" ? ["tab", "position"] : ["slug"]))
    }
  }

  @Test func `what is still to be written is saved`() throws {
    let blocks = [
      Fixture.block("a", .image), Fixture.block("b", .countdown, "", "До"),
      Fixture.block("c", .button, "", "", ["action": BlockAction(.url, "").value]),
    ]
    var state = try editing([])
    state.editor?.change(at: Fixture.now) { $0.blocks = blocks }
    #expect(saves(feed([.input(.key(.control("s")))], to: &state)))
  }

  @Test func `a link that others have broken does not stand in the way, a new one does`() throws {
    let old = Fixture.block("a", .paragraph, "[there](screen:gone)", "А")
    var state = try editing([old])
    state.editor?.change(at: Fixture.now) {
      $0.blocks[0][["text", "ru"]] = "Б"
      $0.blocks.insert(Fixture.block("b", .divider), at: 0)
    }
    #expect(saves(feed([.input(.key(.control("s")))], to: &state)))
    var other = try editing([old])
    other.editor?.change(at: Fixture.now) {
      $0.blocks[0][["text", "ru"]] = "[туда](screen:nowhere)"
    }
    #expect(!saves(feed([.input(.key(.control("s")))], to: &other)))
  }

  @Test func `who saves on the way out stays with a wrong value`() throws {
    var state = try editing([Fixture.block("a", .heading, "A", "А")])
    state.editor?.change(at: Fixture.now) { $0.blocks[0][["props", "level"]] = 19 }
    _ = feed([.action(.editor(.leave)), .action(.editor(.leaveSaving))], to: &state)
    #expect(state.editor?.leavesWhenSaved == false && state.sheets == [.editor(.main)])
    #expect(state.chosenField?.path == ["props", "level"])
  }
}
