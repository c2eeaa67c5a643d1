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

  @Test func `a block of another kind keeps the picture for the way back`() {
    let before = block(["picture": ["sha256": .string(Self.digest)]])
    var block = before
    block.become(.banner)
    #expect(block.isLeftOver("picture"))
    block.become(.image)
    #expect(block.picture == before.picture)
  }
}
