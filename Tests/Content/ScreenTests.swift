import Content
import Foundation
import Loyalty
import Testing

struct ScreenTests {
  private let wire = """
    {"blocks":[{"glow":{"deep":[1,2.5,null,true]},"id":"a","props":{"level":2,"spin":"fast"},\
    "text":{"en":"Hi","ru":"Привет"},"type":"heading","visibility":{"moon":"full","tiers":["gold"]}}],\
    "etag":"\\"x\\"","future":{"a":[]},"slug":"about","title":{"en":"About"}}
    """

  private func encoded(_ screen: Screen) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(screen), as: UTF8.self)
  }

  @Test func unknownMembersSurvive() throws {
    let screen = try JSONDecoder().decode(Screen.self, from: Data(wire.utf8))
    #expect(try encoded(screen) == wire)
  }

  @Test func settingAMemberKeepsTheRest() throws {
    var screen = try JSONDecoder().decode(Screen.self, from: Data(wire.utf8))
    screen.blocks[0][["text", "ru"]] = "Здравствуйте"
    screen.blocks[0][["props", "alt", "en"]] = "A cup"
    #expect(screen.blocks[0][["props", "spin"]] == "fast")
    #expect(screen.blocks[0].text.values == ["en": "Hi", "ru": "Здравствуйте"])
    #expect(screen.blocks[0][["props", "alt", "en"]] == "A cup")
    screen.blocks[0][["props", "alt"]] = nil
    screen.blocks[0][["text", "ru"]] = "Привет"
    #expect(try encoded(screen) == wire)
  }

  @Test func aBlockThatIsNoObjectIsRefused() {
    let wire = #"{"slug":"a","title":{},"blocks":["hello"]}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Screen.self, from: Data(wire.utf8))
    }
  }

  @Test func visibilityFollowsTierSegmentLanguageAndTime() throws {
    let noon = Instant(milliseconds: 1_000_000)
    var block = Block(id: Block.ID("a"), .paragraph)
    block.members["visibility"] = [
      "tiers": ["gold"], "segments": ["regulars"], "locales": ["ru"],
      "from": .string(noon.rfc3339), "to": .string(noon.adding(seconds: 60).rfc3339),
    ]
    let gold = Audience(
      tier: Tier.ID("gold"), segments: ["regulars", "new"], language: .russian, now: noon)
    #expect(block.appearance(to: gold) == .shown)
    for change in [
      { $0.tier = nil }, { $0.segments = [] }, { $0.language = .english },
      { $0.now = noon.adding(seconds: 60) }, { $0.now = noon.adding(seconds: -1) },
    ] as [(inout Audience) -> Void] {
      var other = gold
      change(&other)
      #expect(block.appearance(to: other) == .hidden)
    }
    block.members["min_client"] = "9.0.0"
    #expect(block.appearance(to: gold) == .fallback)
    block.members["min_client"] = .null
    block.kind = Block.Kind(rawValue: "hologram")
    #expect(block.appearance(to: gold) == .fallback)
  }
}
