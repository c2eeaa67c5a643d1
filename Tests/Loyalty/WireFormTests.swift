import Foundation
import Loyalty
import Testing

@Suite struct WireFormTests {
  private let entry = LedgerEntry(
    id: LedgerEntry.ID("e1"), kind: .earn, points: Points(150), title: [.english: "Coffee"],
    place: nil, createdAt: Instant(milliseconds: 0))

  @Test func `an absent value is written as null and read as null or missing`() throws {
    let bytes = try JSONEncoder().encode(entry)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""place":null"#))
    #expect(try JSONDecoder().decode(LedgerEntry.self, from: bytes) == entry)
    let shorter = String(decoding: bytes, as: UTF8.self).replacing(#""place":null,"#, with: "")
    #expect(try JSONDecoder().decode(LedgerEntry.self, from: Data(shorter.utf8)) == entry)
  }

  @Test func `a reason that this version does not know survives`() throws {
    let text =
      #"{"id":"e","kind":"tier_gift","points":-3,"title":{},"created_at":"2026-11-23T06:45:00Z","new":[1]}"#
    let decoded = try JSONDecoder().decode(LedgerEntry.self, from: Data(text.utf8))
    #expect(decoded.kind.rawValue == "tier_gift")
    #expect(decoded.points == Points(-3))
  }

  @Test func `a member of the wrong type is refused`() {
    let text =
      #"{"id":"e","kind":"earn","points":1.5,"title":{},"created_at":"2026-11-23T06:45:00Z"}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LedgerEntry.self, from: Data(text.utf8))
    }
  }

  @Test(arguments: [
    (Language.russian, "Зёрна"), (.english, "Zerna"), (Language(rawValue: "de"), "Zerna"),
  ])
  func `a text falls back to English`(language: Language, text: String) {
    let name: LocalizedText = [.russian: "Зёрна", .english: "Zerna"]
    #expect(name.value(in: language) == text)
  }

  @Test func `a text without English falls back to the first there is`() {
    let name: LocalizedText = [.russian: "Зёрна"]
    #expect(name.value(in: .english) == "Зёрна")
    #expect(LocalizedText([:]).value(in: .english) == nil)
  }
}
