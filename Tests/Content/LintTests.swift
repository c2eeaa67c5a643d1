import Content
import Loyalty
import Testing

@Suite struct LintTests {
  private let ground = LintGround(
    languages: [.russian, .english], screens: ["news"], rewards: ["latte"], promotions: [],
    shops: nil)

  private func block(
    _ kind: Block.Kind, _ props: [String: JSONValue] = [:], text: LocalizedText? = nil
  ) -> Block {
    Block(
      id: Block.ID("a"), kind, text: text ?? [.russian: "Текст", .english: "Text"], props: props)
  }

  private func findings(_ blocks: [Block], _ change: (inout Screen) -> Void = { _ in }) -> [Finding]
  {
    var screen = Screen(
      slug: "page", title: [.russian: "Страница", .english: "Page"], blocks: blocks)
    change(&screen)
    return screen.findings(on: ground)
  }

  private func told(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.severity == .error ? "!" : "?")\($0.code.rawValue) \($0.pointer)" }
  }

  @Test func `a good screen has no findings`() {
    let alt = JSONValue([.russian: "Чашка", .english: "A cup"])
    let good = [
      block(.heading, ["level": 2]), block(.paragraph), block(.divider, text: [:]),
      block(.image, ["alt": alt, "url": "https://a.b/c.png"], text: [:]),
      block(.button, ["action": BlockAction(.screen, "news").value]),
      block(.countdown, ["to": "2026-12-31T21:00:00Z"]), block(.balance, text: [:]),
    ].enumerated().map { index, block in
      var block = block
      block.id = Block.ID("b\(index)")
      return block
    }
    #expect(findings(good).isEmpty)
  }

  @Test func `a language is no must where nobody named it, nor where it is never read`() {
    var some = block(.paragraph)
    some.members["text"] = ["ru": "Привет"]
    let screen = Screen(
      slug: "page", title: [.russian: "Страница", .english: "Page"], blocks: [some])
    var ground = LintGround(languages: [.english, .russian])
    #expect(told(screen.findings(on: ground)).first?.hasPrefix("!") == true)
    ground.hasToldLanguages = false
    #expect(screen.findings(on: ground).map(\.severity) == [.warning])
    some.members["visibility"] = ["locales": ["ru"]]
    let russian = Screen(slug: "page", title: screen.title, blocks: [some])
    ground.hasToldLanguages = true
    #expect(russian.findings(on: ground).isEmpty)
  }

  @Test func `tiers and segments are those of the program`() {
    var some = block(.paragraph)
    some.members["visibility"] = ["tiers": ["gold", "Да!"], "segments": ["regulars", "Да!"]]
    #expect(findings([some]).isEmpty)
    var ground = ground
    ground.tiers = ["gold"]
    ground.segments = ["regulars"]
    let screen = Screen(
      slug: "page", title: [.russian: "Страница", .english: "Page"], blocks: [some])
    #expect(
      told(screen.findings(on: ground)) == [
        "!unknown_tier /blocks/0/visibility/tiers",
        "!unknown_segment /blocks/0/visibility/segments",
      ])
    #expect(
      screen.findings(on: ground).map { $0.words(in: .english) } == [
        "The program has no tier “Да!”.", "The program has no segment “Да!”.",
      ])
    // A program without tiers has none that a block could be for.
    ground.tiers = []
    #expect(screen.findings(on: ground).count { $0.code == .unknownTier } == 2)
    #expect(
      LintGround(languages: []).gaps == [
        .screens, .rewards, .promotions, .shops, .tiers, .segments,
      ])
  }

  @Test func `what the screen itself may lack`() {
    #expect(told(findings([])) == ["!empty_screen /blocks"])
    #expect(told(findings([block(.divider)]) { $0.slug = "No Slug" }) == ["!bad_slug /slug"])
    #expect(
      told(findings([block(.divider)]) { $0.members["title"] = ["en": "Page"] })
        == ["!missing_language /title/ru"])
    #expect(
      told(findings([block(.divider), block(.divider)])) == ["!duplicate_id /blocks/1/id"])
    #expect(
      told(
        findings([block(.divider)]) {
          $0.tab = .init(.bar, position: 1)
          $0.members["title"]?["en"] = "A very long section"
        }) == ["?overflow /title/en"])
  }

  @Test(
    arguments: [
      (Block.Kind.paragraph, ["ru": "Текст"], "?missing_language /blocks/0/text/en"),
      (.paragraph, ["en": "Text"], "!missing_language /blocks/0/text/ru"),
      (.paragraph, ["ru": "Т", "en": "T", "xx": "?"], "?unknown_language /blocks/0/text/xx"),
      (.paragraph, ["ru": "Т", "en": "a*b *c"], "?unclosed_markup /blocks/0/text/en"),
      (.paragraph, ["ru": "Т", "en": "\u{1B}[31m"], "!control_character /blocks/0/text/en"),
      (.paragraph, ["ru": "Т", "en": "a\u{202E}b"], "!control_character /blocks/0/text/en"),
      (.paragraph, ["ru": "Т", "en": "[a](screen:gone)"], "!dead_link /blocks/0/text/en"),
      (
        .paragraph, ["ru": .string(String(repeating: "Ж", count: 37)), "en": "T"],
        "?overflow /blocks/0/text/ru"
      ),
      (
        .paragraph, ["ru": .string(String(repeating: "а ", count: 10_001)), "en": "T"],
        "!too_long /blocks/0/text/ru"
      ),
      (.heading, "text", "!bad_value /blocks/0/text"),
    ] as [(Block.Kind, JSONValue, String)])
  func `texts`(kind: Block.Kind, text: JSONValue, expected: String) {
    var block = block(kind)
    block.members["text"] = text
    #expect(told(findings([block])).contains(expected))
  }

  @Test(
    arguments: [
      (Block.Kind.image, [:], "!missing_alt /blocks/0/props/alt/ru"),
      (.image, [:], "!missing_field /blocks/0/props/picture"),
      (.image, ["url": "file:///etc"], "!bad_value /blocks/0/props/url"),
      (.button, [:], "!missing_field /blocks/0/props/action"),
      (
        .button, ["action": BlockAction(.screen, "gone").value],
        "!dead_link /blocks/0/props/action/target"
      ),
      (
        .button, ["action": BlockAction(.reward, "gone").value],
        "!dead_link /blocks/0/props/action/target"
      ),
      (
        .banner, ["action": BlockAction(.phone, "call me").value],
        "!dead_link /blocks/0/props/action/target"
      ),
      (.banner, ["action": ["kind": "teleport"]], "?unknown_action /blocks/0/props/action/kind"),
      (.countdown, [:], "!missing_field /blocks/0/props/to"),
      (.countdown, ["to": "2026-02-30T10:00:00Z"], "!bad_instant /blocks/0/props/to"),
      (.rewards, ["limit": 0], "!bad_value /blocks/0/props/limit"),
      (.heading, ["level": "two"], "!bad_value /blocks/0/props/level"),
      (.list, ["style": "wild"], "!bad_value /blocks/0/props/style"),
      (.init(rawValue: "hologram"), [:], "!unknown_type /blocks/0/type"),
    ] as [(Block.Kind, [String: JSONValue], String)])
  func `fields`(kind: Block.Kind, props: [String: JSONValue], expected: String) {
    #expect(told(findings([block(kind, props)])).contains(expected))
  }

  @Test func `what is not known is not complained about`() {
    let store = block(.button, ["action": BlockAction(.shop, "anywhere").value])
    #expect(findings([store]).isEmpty)
    var unknown = block(.init(rawValue: "hologram"))
    unknown.members["fallback"] = ["ru": "Взамен", "en": "Instead"]
    #expect(told(findings([unknown])) == ["?unknown_type /blocks/0/type"])
  }

  @Test func `windows`() {
    var window = block(.divider)
    window.members["visibility"] = [
      "from": "2026-12-02T00:00:00Z", "to": "2026-12-01T00:00:00Z", "locales": ["xx"],
    ]
    #expect(
      told(findings([window])) == [
        "!bad_window /blocks/0/visibility/to", "?unknown_language /blocks/0/visibility/locales",
      ])
    window.members["visibility"] = ["from": "2026-13-01T00:00:00Z"]
    #expect(told(findings([window])) == ["!bad_instant /blocks/0/visibility/from"])
  }

  @Test func `a label wider than a narrow phone is refused`() {
    let wide = block(
      .button, ["action": BlockAction(.copy, "x").value],
      text: [.russian: String(repeating: "Ж", count: 33), .english: "OK"])
    #expect(told(findings([wide])) == ["!overflow /blocks/0/text/ru"])
  }

  @Test func `every finding has words in both languages`() {
    for finding in findings([block(.image), block(.button), block(.init(rawValue: "x"))]) {
      #expect(finding.words(in: .english) != finding.words(in: .russian))
      #expect(!finding.words(in: .english).contains("{}"))
    }
  }
}
