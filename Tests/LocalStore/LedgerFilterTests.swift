import Loyalty
import Testing

@testable import LocalStore

struct LedgerFilterTests {
  private static let latte = entry(1, 19, [.russian: "Ореховый раф", .english: "Nut raf"])
  private static let gift = entry(2, -150, [.russian: "Зёрна в подарок", .english: "Free beans"])
  private static let place = entry(3, 0, [.english: "Correction 100%"])

  @Test(arguments: [
    ("", [3, 2, 1]), ("ОРЕХОВЫЙ", [1]), ("зерна", [2]), ("зёрна", [2]), ("beans", [2]),
    ("100%", [3]), ("%", [3]), ("_", []), ("  nut   raf ", [1]), ("'; DROP", []),
    ("покровка", [3, 2, 1]),
  ])
  func `a line is found by its words in any language and case`(
    text: String, found: [Int]
  ) throws {
    #expect(try ids(LedgerFilter(text: text)) == found)
  }

  @Test func `points given, points taken and neither`() throws {
    #expect(try ids(LedgerFilter(sign: .positive)) == [1])
    #expect(try ids(LedgerFilter(sign: .negative)) == [2])
    #expect(try ids(LedgerFilter(sign: .negative, text: "beans")) == [2])
    #expect(try ids(LedgerFilter(sign: .positive, text: "beans")) == [])
  }

  private func ids(_ filter: LedgerFilter) throws -> [Int] {
    let store = try TemporaryFolder().open()
    try store.merge(
      newest: [Self.place, Self.gift, Self.latte], nextCursor: nil, hasMore: false,
      at: Samples.now)
    return try store.ledger(limit: 10, matching: filter).compactMap { Int($0.id.rawValue) }
  }

  private static func entry(_ number: Int, _ points: Int64, _ title: LocalizedText) -> LedgerEntry {
    LedgerEntry(
      id: .init("\(number)"), kind: .earn, points: Points(points), title: title,
      place: [.russian: "Покровка, 27"], createdAt: Samples.now.adding(seconds: Int64(number)))
  }
}
