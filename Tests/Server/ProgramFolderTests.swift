import Foundation
import Loyalty
import Testing
import YAML

@testable import Server

/// A program as files: all that is wrong is told by its place.
struct ProgramFolderTests {
  private static let program = """
    id: prg_try
    name: Try
    languages: [en]
    time_zone: Europe/Dublin
    points:
      name:
        other: points
      decimals: 1
    brand:
      theme: books
      accent: "#8a2c5c"
    """
  private static let tiers = """
    - id: tier_one
      name: One
      threshold: 0
    """
  private static let rewards = """
    - id: rew_tea
      kind: drink
      title: Tea
      description: A pot.
      cost: 12.5
      value: 4.99
    """

  private func folder(_ files: [String: String]) throws -> ProgramFolder {
    let all = [
      "program.yaml": Self.program, "rewards.yaml": Self.rewards, "tiers.yaml": Self.tiers,
    ]
    .merging(files) { _, new in new }
    return try ProgramFolder(all.mapValues { Array($0.utf8) }, name: "try")
  }

  /// Each line of an offer by its key; what is replaced is what the test is about.
  private static func offer(_ changed: [String: String] = [:]) -> String {
    let usual = [
      "id: prm_one", "title: One", "description: One.", "reward: A tea", "terms: None.",
      "from: 2026-11-01", "to: 2026-11-30",
    ]
    let lines = usual.filter { line in !changed.keys.contains { line.hasPrefix("\($0):") } }
    let own = changed.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "- " + (own + lines).joined(separator: "\n  ")
  }

  private static let shops = """
    weeks:
      usual:
        mon-fri: 08:00-22:00
        sat: 10:00-02:00
    cities:
      cork:
        name: Cork
    shops:
      - id: sto_one
        city: cork
        name: One
        address: 1 Quay
        latitude: 51.8975
        longitude: -8.4706
        hours: usual
        special_days:
          - on: 2026-12-25
            note: Christmas
          - on: 2026-12-31
            hours: 10:00-16:00
    """

  @Test func `numbers, hours and texts are read as people write them`() throws {
    let folder = try folder([
      "shops.yaml": Self.shops,
      "offers.yaml": Self.offer(["goal": "{money: 12.50}", "bonus": "2.5"]),
      "codes.yaml": "- {code: tea five, title: Gift, reward: rew_tea, until: 2026-12-31}",
    ])
    let reward = try #require(folder.rewards.first)
    #expect(reward.cost == Points(125) && reward.value == Money(amount: 499, currency: "RUB"))
    #expect(reward.title.values == ["en": "Tea"] && reward.couponDays == 30 && reward.isActive)
    let shop = try #require(folder.shops.first)
    #expect(shop.place == Place(latitude: 51_897_500, longitude: -8_470_600))
    #expect(shop.week.map(\.weekday) == [1, 2, 3, 4, 5, 6])
    #expect(shop.week.last?.hours == Hours(opens: 600, closes: 1560))
    #expect(shop.specialDays.map(\.hours) == [nil, Hours(opens: 600, closes: 960)])
    #expect(shop.timeZone == "Europe/Dublin")
    let offer = try #require(folder.offers.first)
    #expect(offer.goal?.target == 1250 && offer.goal?.currency == "RUB")
    #expect(offer.bonus == Points(25) && offer.enrollment == .none)
    let code = try #require(folder.codes.first)
    #expect(code.code == "TEAFIVE")
    #expect(code.until == .day(try #require(Day("2026-12-31"))))
  }

  @Test func `a text of two languages names each of them`() throws {
    let both = Self.program.replacing("[en]", with: "[en, ru]")
      .replacing("name: Try", with: "name: {en: Try, ru: Проба}")
      .replacing("other: points", with: "en: {other: points}")
    let program = try folder(["program.yaml": both, "rewards.yaml": "", "tiers.yaml": "# none"])
    #expect(program.program.name.values == ["en": "Try", "ru": "Проба"])
    #expect(program.rewards.isEmpty && program.tiers.isEmpty)
  }

  @Test(arguments: [
    ("reward.yaml", "", "try/reward.yaml:1:1: No file of this name is read"),
    ("program.yaml", "id: one", "try/program.yaml:1:1: The key \"languages\" is missing"),
    (
      "program.yaml", program.replacing("Dublin", with: "Dubln"),
      "try/program.yaml:4:12: The time zone \"Europe/Dubln\" is not built in"
    ),
    (
      "program.yaml", program.replacing("\"#8a2c5c\"", with: "#8a2c5c"),
      "try/program.yaml:11:10: Expected a text, found nothing"
    ),
    ("tiers.yaml", "- id: a\n  nam: A", "try/tiers.yaml:2:3: \"nam\" is not known here"),
    (
      "tiers.yaml", tiers + "\n- id: tier_two\n  name: Two\n  threshold: 0",
      "try/tiers.yaml:6:14: A tier needs more points than the one before"
    ),
    (
      "rewards.yaml", rewards + "\n" + rewards, "try/rewards.yaml:7:7: \"rew_tea\" stands in line 1"
    ),
    (
      "rewards.yaml", rewards.replacing("12.5", with: "12.55"),
      "try/rewards.yaml:5:9: Expected a number like 12.5"
    ),
    (
      "rewards.yaml", rewards.replacing("12.5", with: "0"),
      "try/rewards.yaml:5:9: The number must be from 0.1 to 100000000"
    ),
    (
      "rewards.yaml", rewards.replacing("drink", with: "drnk"),
      "try/rewards.yaml:2:9: \"drnk\" is not known here; known are drink, food"
    ),
    (
      "rewards.yaml", rewards.replacing("title: Tea", with: "title: {en: Tea, fr: Thé}"),
      "try/rewards.yaml:3:20: \"fr\" is not known here; known are en"
    ),
    (
      "offers.yaml", offer(["to": "2026-10-31"]),
      "try/offers.yaml:1:7: The offer ends before it begins"
    ),
    (
      "offers.yaml", offer(["from": "2026-02-30"]),
      "try/offers.yaml:1:9: \"2026-02-30\" is no day"
    ),
    (
      "offers.yaml", offer(["tiers": "[tier_two]"]),
      "try/offers.yaml:1:11: \"tier_two\" is not among tiers.yaml"
    ),
    (
      "offers.yaml", offer(["goal": "{days: 2, purchases: 3}"]),
      "try/offers.yaml:1:9: A goal is one of purchases, days, money, points"
    ),
    (
      "codes.yaml", "- {code: tea, title: Gift, reward: rew_te, until: 2026-12-31}",
      "try/codes.yaml:1:36: \"rew_te\" is not among rewards.yaml"
    ),
    (
      "codes.yaml", "- {code: tea, title: Gift, reward: rew_tea, points: 1, until: 2026-12-31}",
      "try/codes.yaml:1:3: A code gives one of points, reward and offer"
    ),
    (
      "codes.yaml",
      "- {code: tea, title: A, points: 1, until: 2026-12-31}\n"
        + "- {code: TEA, title: A, points: 1, until: 2026-12-31}",
      "try/codes.yaml:2:10: \"TEA\" stands in line 1 already"
    ),
    (
      "shops.yaml", shops.replacing("usual:", with: "usual:\n    fri: 09:00-10:00"),
      "try/shops.yaml:4:5: The hours of fri stand here twice"
    ),
    (
      "shops.yaml", shops.replacing("mon-fri", with: "fri-mon"),
      "try/shops.yaml:3:5: \"fri-mon\" are no days"
    ),
    (
      "shops.yaml", shops.replacing("22:00", with: "25:00"),
      "try/shops.yaml:3:14: \"08:00-25:00\" are no hours"
    ),
    (
      "shops.yaml", shops.replacing("51.8975", with: "151.8975"),
      "try/shops.yaml:13:15: The number must be from -90 to 90"
    ),
    (
      "shops.yaml", shops.replacing("city: cork", with: "city: cor"),
      "try/shops.yaml:10:11: \"cor\" is not among cities"
    ),
    ("screens/one.yaml", "blocks: []", "try/screens/one.yaml:1:1: The key \"slug\" is missing"),
  ])
  func `what is wrong is told by file, line and column`(
    _ file: String, _ text: String, _ words: String
  ) throws {
    do {
      _ = try folder([file: text])
      Issue.record("\(file) was read")
    } catch {
      #expect("\(error)".hasPrefix(words), "\(error)")
    }
  }

  /// Whoever adds a file to a brand adds its link and its line in `ShippedBrands`, too; of a picture
  /// `draw` does.
  @Test(arguments: Seed.allCases)
  func `all files of a brand are built in`(seed: Seed) throws {
    let brand = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Server/Seed/Brands/\(seed.rawValue)").standardized
    let paths = try FileManager.default.subpathsOfDirectory(atPath: brand.path)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".png") }
    let builtIn = ProgramFolder.files(of: seed)
    #expect(paths.sorted() == builtIn.keys.sorted())
    for path in paths {
      let bytes = try Data(contentsOf: brand.appending(path: path))
      #expect(builtIn[path] == Array(bytes), "\(path)")
    }
  }

  @Test func `terms have a version and a text, and end somewhere`() throws {
    let terms = try folder(["terms.yaml": "version: 2026-06\ntext: >-\n  One.\n\n  Two.\n"]).terms
    #expect(terms == MembershipTerms(version: "2026-06", text: [.english: "One.\nTwo."]))
    #expect(try folder([:]).terms == nil)
    for wrong in [
      "version: 2026-06", "text: One", "version: a b\ntext: One",
      "version: a\ntext: \(String(repeating: "x", count: MembershipTerms.longest + 1))",
    ] {
      #expect(throws: YAMLError.self) { try folder(["terms.yaml": wrong]) }
    }
  }
}
