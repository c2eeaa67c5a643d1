import Content
import Loyalty
import Testing

/// The picture of an image block: how it is read, kept and looked at.
@Suite struct BlockPictureTests {
  private static let digest = String(repeating: "0f", count: 32)

  private func block(_ props: [String: JSONValue]) -> Block {
    Block(id: .init("a"), .image, props: props)
  }

  private func told(_ block: Block, pictures: Set<String>? = nil) -> [String] {
    let screen = Screen(slug: "page", title: [.english: "Page"], blocks: [block])
    let ground = LintGround(languages: [.english], pictures: pictures)
    return screen.findings(on: ground).map { "\($0.code.rawValue) \($0.pointer)" }
  }

  @Test func `a block says which picture it shows and how`() {
    let alt = JSONValue([.english: "A cup"])
    let picture: JSONValue = [
      "sha256": .string(Self.digest), "fit": "contain", "focus": ["x": 10, "y": 90],
    ]
    #expect(
      block(["alt": alt, "picture": picture]).picture
        == Picture(
          sha256: Self.digest, alt: [.english: "A cup"], fit: .contain,
          focus: .init(x: 10, y: 90)))
    #expect(
      block(["picture": ["sha256": .string(Self.digest), "focus": ["x": 10]]]).picture
        == Picture(sha256: Self.digest, focus: .init(x: 10, y: 50)))
    for other: JSONValue in ["cup.png", ["sha256": "0f"], ["fit": "cover"], .null] {
      #expect(block(["picture": other]).picture == nil)
    }
    let banner = Block(id: .init("a"), .banner, props: ["picture": picture])
    #expect(banner.picture == nil)
    let screen = Screen(slug: "a", title: [:], blocks: [banner, block(["picture": picture])])
    #expect(screen.pictures == [Self.digest])
  }

  @Test func `what says nothing about a picture is left out`() {
    let nothing = block(["picture": ["sha256": .null, "focus": ["x": .null]]])
    #expect(nothing.canonical[["props"]] == nil)
    let some = block(["picture": ["sha256": .string(Self.digest), "focus": [:], "glow": 1]])
    #expect(
      some.canonical[Block.picturePath] == ["sha256": .string(Self.digest), "glow": 1])
  }

  @Test func `a picture is there, and as it should be`() {
    let alt = JSONValue([.english: "A cup"])
    let good: JSONValue = ["sha256": .string(Self.digest)]
    #expect(told(block(["alt": alt, "picture": good])).isEmpty)
    #expect(told(block(["alt": alt, "picture": good]), pictures: [Self.digest]).isEmpty)
    #expect(
      told(block(["alt": alt, "picture": good]), pictures: []) == [
        "missing_picture /blocks/0/props/picture"
      ])
    #expect(told(block(["alt": alt])) == ["missing_field /blocks/0/props/picture"])
    #expect(told(block(["alt": alt, "url": "https://a.b/c.png"])).isEmpty)
    #expect(told(block(["picture": good])) == ["missing_alt /blocks/0/props/alt/en"])
    let odd: JSONValue = ["sha256": "0F", "fit": "stretch", "focus": ["x": 101, "y": -1]]
    #expect(
      told(block(["alt": alt, "picture": odd])) == [
        "bad_value /blocks/0/props/picture/sha256", "bad_value /blocks/0/props/picture/fit",
        "bad_value /blocks/0/props/picture/focus/x", "bad_value /blocks/0/props/picture/focus/y",
      ])
  }

  @Test func `each language that sees the picture needs its words`() {
    let picture: JSONValue = ["sha256": .string(Self.digest)]
    func told(_ alt: LocalizedText, locales: [JSONValue] = []) -> [String] {
      var block = block(["alt": JSONValue(alt), "picture": picture])
      block[["visibility", "locales"]] = .array(locales)
      let screen = Screen(slug: "page", title: [.english: "P", .russian: "С"], blocks: [block])
      return screen.findings(on: LintGround(languages: [.english, .russian])).map {
        "\($0.severity) \($0.code.rawValue) \($0.pointer)"
      }
    }
    #expect(told([.english: "A cup", .russian: "Чашка"]).isEmpty)
    #expect(told([.english: "A cup"]) == ["warning missing_alt /blocks/0/props/alt/ru"])
    #expect(told([.russian: "Чашка"]) == ["error missing_alt /blocks/0/props/alt/en"])
    #expect(told([.english: "A cup"], locales: ["en"]).isEmpty)
  }

  @Test func `to a conflict and to a difference a picture is one value`() {
    let alt = JSONValue([.english: "A cup"])
    func screen(_ picture: JSONValue) -> Screen {
      Screen(
        slug: "page", title: [.english: "P"],
        blocks: [block(["alt": alt, "picture": picture])])
    }
    let base = screen(["sha256": .string(Self.digest)])
    let mine = screen(["sha256": .string(Self.digest), "fit": "contain"])
    let other = String(repeating: "a1", count: 32)
    let theirs = screen(["sha256": .string(other), "focus": ["x": 10, "y": 20]])
    var merge = ScreenMerge(base: base, mine: mine, theirs: theirs)
    #expect(merge.conflicts.map(\.fields) == [[Block.picturePath]])
    merge.settle(.block(.init("a")), .fields(theirs: [Block.picturePath]))
    #expect(merge.screen.blocks[0].picture == theirs.blocks[0].picture)
    // The fit of mine has not come to the picture of theirs.
    #expect(merge.screen.blocks[0][Block.picturePath + ["fit"]] == nil)
    let difference = ScreenDifference(from: mine, to: theirs)
    #expect(difference.changes.map(\.path) == [Block.picturePath])
    #expect(
      difference.lines.map(\.printed) == [
        "image a · props.picture", "− 0f0f0f0f0f0f, contain", "+ a1a1a1a1a1a1, 10/20",
      ])
    #expect(
      difference.lines(naming: [Self.digest: "cup.png", other: "mug.png"]).map(\.printed) == [
        "image a · props.picture", "− cup.png, contain", "+ mug.png, 10/20",
      ])
  }

  @Test func `a block of another kind keeps the picture for the way back`() {
    let before = block(["picture": ["sha256": .string(Self.digest)]])
    var block = before
    block.become(.banner)
    #expect(block.isLeftOver("picture"))
    block.become(.image)
    #expect(block.picture == before.picture)
  }
}
