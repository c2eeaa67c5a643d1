import Content
import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing
import YAML

@testable import Server

/// Pictures of a program as files: named by YAML, kept by the server under their digests.
struct ProgramPictureTests {
  private static let cup = PictureBytes.png(width: 16, height: 8)
  private static let digest = Picture.digest(of: cup)

  private static let program = """
    id: prg_try
    name: {en: Try, ru: Проба}
    languages: [en, ru]
    time_zone: Europe/Dublin
    points: {name: {en: {other: points}, ru: {other: баллы}}}
    brand:
      theme: books
      accent: "#8a2c5c"
      picture: cup.png
      picture_alt: {en: A cup, ru: Чашка}
    """
  private static let reward = """
    - id: rew_tea
      kind: drink
      title: {en: Tea, ru: Чай}
      description: {en: A pot., ru: Чайник.}
      cost: 12
      picture: cup.png
      picture_alt: {en: A pot, ru: Чайник}
      picture_fit: contain
      picture_focus: {x: 10, y: 90}
    """
  private static let offer = """
    - {id: prm_one, title: {en: One}, description: {en: One.}, reward: {en: Tea}, terms: {en: None.},
       from: 2026-11-01, to: 2026-11-30, picture: cup.png, picture_alt: {en: A cup, ru: Чашка}}
    """
  private static let shops = """
    cities: {cork: {name: {en: Cork}}}
    shops:
      - {id: sto_one, city: cork, name: {en: One}, address: {en: 1 Quay}, latitude: 51.8975,
         longitude: -8.4706, hours: {mon: "08:00-22:00"}, picture: cup.png,
         picture_alt: {en: A cup, ru: Чашка}}
    """
  private static let intro = """
    - {slug: one, title: {en: One}, text: {en: One.}, picture: cup.png,
       picture_alt: {en: A cup, ru: Чашка}}
    - {slug: two, title: {en: Two}, text: {en: Two.}, picture_alt: {en: In words}}
    """
  private static let screen = """
    slug: about
    title: {en: About}
    blocks:
      - id: a
        type: image
        props: {picture: cup.png, alt: {en: A cup}}
      - id: b
        type: image
        props: {picture: {file: cup.png, fit: contain}, alt: {en: A cup}}
    """

  private func folder(_ files: [String: String], _ picture: [UInt8] = cup) throws -> ProgramFolder {
    var all = ["program.yaml": Self.program].merging(files) { _, new in new }
      .mapValues { Array($0.utf8) }
    all["pictures/cup.png"] = picture
    return try ProgramFolder(all, name: "try")
  }

  @Test func `each part of a program names its picture by a file`() throws {
    let folder = try folder([
      "rewards.yaml": Self.reward, "offers.yaml": Self.offer, "shops.yaml": Self.shops,
      "intro.yaml": Self.intro, "screens/about.yaml": Self.screen,
    ])
    let words: LocalizedText = [.english: "A cup", .russian: "Чашка"]
    let plain = Picture(sha256: Self.digest, alt: words)
    #expect(folder.program.brand.picture == plain)
    #expect(
      folder.rewards.map(\.picture) == [
        Picture(
          sha256: Self.digest, alt: [.english: "A pot", .russian: "Чайник"], fit: .contain,
          focus: .init(x: 10, y: 90))
      ])
    #expect(folder.offers.map(\.picture) == [plain])
    #expect(folder.shops.map(\.picture) == [plain])
    let slides = try #require(folder.intro?.slides)
    #expect(slides[0].blocks[0].props.picture?.sha256 == Self.digest)
    #expect(slides[0].blocks[0].props.alt == words)
    #expect(slides[1].blocks[0].props.picture == nil)
    #expect(slides[1].blocks[0].props.alt == [.english: "In words"])
    #expect(folder.screens[0].blocks.map { $0.picture?.sha256 } == [Self.digest, Self.digest])
    #expect(folder.screens[0].blocks.map { $0.picture?.fit } == [.cover, .contain])
    #expect(folder.pictures.all.map(\.bytes) == [Self.cup])
  }

  @Test(arguments: [
    ("picture: cup.png", "picture: mug.png", "try/rewards.yaml:6:12: There is no picture"),
    ("picture: cup.png", "", "try/rewards.yaml:7:3: \"picture_alt\" needs a picture"),
    ("fit: contain", "fit: stretch", "try/rewards.yaml:8:16: \"stretch\" is not known here"),
    (
      "picture_alt: {en: A pot, ru: Чайник}", "",
      "try/rewards.yaml:6:12: The picture has no words for it"
    ),
    (
      "ru: Чайник}\n  picture_fit", "}\n  picture_fit",
      "try/rewards.yaml:7:16: The picture has no words for it in \"ru\""
    ),
    ("x: 10", "x: 101", "try/rewards.yaml:9:22: The number must be from 0 to 100"),
  ])
  func `what is wrong with a picture is told where it is named`(
    old: String, new: String, words: String
  ) {
    let error = #expect(throws: YAMLError.self) {
      try folder(["rewards.yaml": Self.reward.replacing(old, with: new)])
    }
    #expect(error.map { "\($0)".hasPrefix(words) } == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    (PictureBytes.jpeg(), "The picture is JPEG, not PNG"),
    (Array("GIF89a".utf8), "This is no PNG, JPEG or WebP picture"),
    (PictureBytes.png(width: 20_000), "4096 each way is the most"),
    (PictureBytes.png() + [UInt8](repeating: 0, count: 512_000), "512000 is the most"),
    (Array(PictureBytes.png().prefix(30)), "The picture is cut short"),
  ])
  func `a file that is no picture is refused`(bytes: [UInt8], words: String) {
    let error = #expect(throws: YAMLError.self) { try folder([:], bytes) }
    #expect(error?.mark.line == 9)
    #expect(error?.english.contains(words) == true)
  }

  @Test func `what a reward shows is told to those who look, and changes of it too`() async throws {
    let bench = try Bench()
    let database = bench.server.store.database
    let picture = Picture(sha256: Self.digest, alt: [.english: "A pot"])
    func events() throws -> Int64? {
      try database.read {
        try $0.first("SELECT count(*) FROM event WHERE resource = 'rewards'") { $0.int(0) }
      }
    }
    var told = try #require(try events())
    for picture in [picture, nil] {
      try database.write(locking: []) { connection in
        _ = try connection.execute(
          "UPDATE reward SET picture = ? WHERE position = 0", [.optionalJSON(picture)])
      }
      told += 1
      #expect(try events() == told)
      let page = try Wire.decode(Page<Reward>.self, from: await bench.send(.rewards).body)
      #expect(try #require(page.data.first).picture == picture)
    }
  }
}
