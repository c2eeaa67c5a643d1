import Content
import ContentFiles
import Loyalty
import TestSupport
import Testing
import YAML

@Suite struct ContentFileTests {
  private func read(_ text: String) throws -> ContentFile {
    try ContentFile(Array(text.utf8), file: "about.yaml")
  }

  private func error(_ text: String) -> String {
    do {
      _ = try read(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  private let screen: Screen = {
    var block = Block(
      id: Block.ID("hello"), .paragraph,
      text: [.english: "Points:\nlive # long", .russian: "Да"], props: [:])
    block.members["visibility"] = ["tiers": ["gold", "no"], "from": "2026-12-01T00:00:00Z"]
    block.members["glow"] = ["rate": .number(0.5), "on": true, "name": "1.0", "none": .null]
    return Screen(
      slug: "about", tab: .init(.more, position: 10), title: [.english: "About"],
      blocks: [block, Block(id: Block.ID("line"), .divider)])
  }()

  @Test func `a byte order mark is passed over, and the comment behind it stays`() throws {
    let text = "# Ask the lawyers.\nslug: about\ntitle:\n  en: About\nblocks: []\n"
    let file = try read("\u{FEFF}" + text)
    #expect(file.screen.slug == "about")
    let written = ContentFile.text(of: file.screen, over: "\u{FEFF}" + text)
    #expect(written.hasPrefix("# Ask the lawyers.\nslug: about"))
    #expect(error("\u{FEFF}slug: about\nslug: b\n").contains("about.yaml:2:1"))
  }

  @Test func `a name that is no screen's is told from one that was never meant so`() {
    #expect(ContentFile.isRead("news.yaml") && ContentFile.isRead("news copy.yaml"))
    for name in [
      "news.yml", "News.YAML", "news.yaml.bak", "news.yaml~", "news.bak", "news", ".news.yaml",
      "news.json",
    ] {
      #expect(!ContentFile.isRead(name) && ContentFile.isPassedOver(name), "\(name)")
    }
    for name in [".loyalhub.json", ".gitignore", "README.md", "LICENSE", ".news.yaml.swp"] {
      #expect(!ContentFile.isPassedOver(name), "\(name)")
    }
  }

  @Test func `a file that a person can read`() {
    #expect(
      ContentFile.text(of: screen) == """
        slug: about
        tab:
          place: more
          position: 10
        title:
          en: About
        blocks:
        - id: hello
          type: paragraph
          text:
            en: |-
              Points:
              live # long
            ru: Да
          visibility:
            from: "2026-12-01T00:00:00Z"
            tiers: [gold, "no"]
          glow:
            name: "1.0"
            none: null
            "on": true
            rate: 0.5
        - id: line
          type: divider

        """)
  }

  @Test func `what is written is read again`() throws {
    #expect(try read(ContentFile.text(of: screen)).screen == screen.canonical)
  }

  @Test(arguments: [
    "yes", "No", "null", "~", "1", "1.0", "0x1F", "-", "- a", "# a", "a # b", "a: b", "a:", ": a",
    "", " ", " a", "a ", "\n", "a\n", "\na", "a\n\nb", " a\nb", "a\n b \n", "\"q\"", "'q'", "{a}",
    "[a]", "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">", "?", "? a", "👩‍👩‍👧 да", "\u{A0}x", "=",
    "<<", "2026-01-01", "12:30", "1e3", "+1", ".5", "true", "a\\b", "tab\tx", "---", "...", "日本",
  ])
  func `any text survives`(text: String) throws {
    var screen = screen
    screen.blocks[0].members["glow"] = ["a": .string(text), "b": .array([.string(text)])]
    screen.blocks[0].members["more"] = .object([text.isEmpty ? "x" : text: .string(text)])
    #expect(try read(ContentFile.text(of: screen)).screen == screen.canonical)
  }

  @Test(arguments: [UInt64](1...30)) func `any screen survives`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("aя1 \n:#-'\"\\{}[]&*!|>%@`,?~é👍\t")
    func text() -> String {
      String(
        (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
    }
    func value(_ depth: Int) -> JSONValue {
      switch Int.random(in: 0...(depth > 2 ? 4 : 6), using: &random) {
      case 0: .null
      case 1: .bool(Bool.random(using: &random))
      case 2: .integer(Int64.random(in: -1_000_000...1_000_000, using: &random))
      case 3: .number(Double.random(in: -1e9...1e9, using: &random) + 0.25)
      case 4: .string(text())
      case 5: .array((0..<3).map { _ in value(depth + 1) })
      default: .object(["k" + text(): value(depth + 1), "l": value(depth + 1)])
      }
    }
    for _ in 0..<40 {
      let blocks = (0..<Int.random(in: 0...4, using: &random)).map { index in
        var block = Block(
          id: Block.ID("b\(index)"),
          Block.Kind.all[Int.random(in: 0..<Block.Kind.all.count, using: &random)],
          text: [.english: text(), .russian: text()])
        block.members["glow"] = value(0)
        return block
      }
      var screen = Screen(slug: "page", title: [.english: text()], blocks: blocks)
      screen.members["moon"] = value(0)
      #expect(try read(ContentFile.text(of: screen)).screen == screen.canonical)
    }
  }

  @Test func `comments of people stay with their blocks`() throws {
    let old = """
      # Ask Vera before changing this.
      slug: about
      title: {en: About}
      blocks:
        # The greeting.
        # Short, please.
        - id: hello
          type: heading
          text: {en: Hi}
        - id: bye
          type: divider
      """
    var screen = try read(old).screen
    screen.blocks.swapAt(0, 1)
    let text = ContentFile.text(of: screen, over: old)
    #expect(text.hasPrefix("# Ask Vera before changing this.\nslug: about\n"))
    #expect(text.contains("  # The greeting.\n  # Short, please.\n- id: hello\n"))
    #expect(try read(text).screen == screen.canonical)
  }

  @Test(arguments: [
    ("slug: a\n\ttitle: {}", "about.yaml:2:1: A tab cannot stand here"),
    ("title: {en: A}", "about.yaml:1:1: The key \"slug\" is missing"),
    ("slug: a\nslug: b", "about.yaml:2:1: The key \"slug\" stands here twice"),
    (
      "slug: a\nblocks:\n- id: x\n  type: divider\n- id: x\n  type: divider",
      "about.yaml:5:7: The id \"x\" is that of the block in line 3"
    ),
    ("slug: a\nblocks:\n- type: divider", "about.yaml:3:3: The key \"id\" is missing"),
    ("slug: a\nblocks: hello", "about.yaml:2:9: Expected a list, found \"hello\""),
    (
      "slug: a\nblocks:\n- id: x\n  type: paragraph\n  text: hello",
      "about.yaml:5:9: Expected keys and values"
    ),
    (
      "slug: a\nblocks:\n- id: x\n  type: countdown\n  props: {to: 2026-02-30T10:00:00Z}",
      "about.yaml:5:15: \"2026-02-30T10:00:00Z\" is no moment"
    ),
    (
      "slug: a\nblocks:\n- id: x\n  type: divider\n  visibility: {from: soon}",
      "about.yaml:5:22: \"soon\" is no moment"
    ),
    ("- a", "about.yaml:1:1: Expected keys and values"), ("", "about.yaml:1:1: The file is empty"),
    ("slug: a\n---\nslug: b", "about.yaml:3:1: Only one document"),
    ("slug: a\nx: *nobody", "about.yaml:2:4: No finished node"),
  ])
  func `what is wrong is refused with its line`(text: String, expected: String) {
    #expect(error(text).hasPrefix(expected), "\(error(text))")
  }

  @Test(arguments: [
    (
      "- {id: x, type: divider}\n- {id: x, type: divider}",
      "about.yaml:4:8: Идентификатор «x» уже есть у блока в строке 3"
    ),
    (
      "- {id: x, type: countdown, props: {to: soon}}",
      "about.yaml:3:40: «soon» — не дата и время; пишите вроде «2026-12-31T21:00:00Z»"
    ),
    ("- {type: divider}", "about.yaml:3:3: Не хватает ключа «id»"),
    ("- hello", "about.yaml:3:3: Нужны ключи и значения, а здесь «hello»"),
  ])
  func `what is wrong with a screen is said in Russian, too`(blocks: String, words: String) {
    let error = #expect(throws: YAMLError.self) { try read("slug: a\nblocks:\n\(blocks)") }
    #expect(error?.words(in: .russian) == words)
  }

  @Test func `bombs are refused`() {
    var bomb = "slug: a\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n"
    for level in 1...9 {
      let many = Array(repeating: "*x\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "x\(level): &x\(level) [\(many)]\n"
    }
    #expect(error(bomb).contains("stands for more than"))
    let deep = "slug: a\nx: " + String(repeating: "[", count: 200)
    #expect(error(deep).contains("levels stand inside one another"))
    #expect(error("slug: a\nx: " + String(repeating: "я", count: 2 << 20)).contains("bytes"))
  }

  @Test func `a finding has its line`() throws {
    let file = try read(
      """
      slug: about
      title: {en: About}
      blocks:
      - id: hello
        type: button
        text:
          en: Go
        props:
          action:
            kind: screen
            target: gone
      """)
    let ground = LintGround(languages: [.english, .russian], screens: [])
    let lines = file.screen.findings(on: ground).map { finding in
      "\(finding.code.rawValue) \(file.mark(of: finding)?.line ?? 0)"
    }
    #expect(
      lines == [
        "missing_language 2", "missing_language 7", "dead_link 11",
      ])
  }
}
