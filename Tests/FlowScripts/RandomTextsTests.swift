import FlowLanguage
import Testing

@testable import FlowScripts

struct RandomTextsTests {
  private func texts(_ seed: UInt64) -> [String] {
    var random = RandomTexts(seed: seed)
    return RandomText.Kind.allCases.map { random.text(RandomText($0, length: 12)) }
  }

  @Test func `the same seed says the same, another one something else`() {
    #expect(texts(1) == texts(1))
    #expect(texts(1) != texts(2))
  }

  @Test func `each kind is what it says`() {
    for seed in 0..<200 as Range<UInt64> {
      let all = texts(seed)
      #expect(all.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCII) })
      #expect(all[0].count == 12 && all[0].allSatisfy { $0.isLetter || $0.isNumber })
      #expect(all[1].count == 12 && all[1].allSatisfy(\.isNumber) && all[1].first != "0")
      #expect(all[2].wholeMatch(of: #/[a-z]+\.[a-z]+\.\d{4}@example\.com/#) != nil)
      #expect(all[3].split(separator: " ").count == 2)
    }
    var random = RandomTexts(seed: 1)
    #expect(random.text(RandomText(.number, length: 1)).count == 1)
    #expect(random.text(RandomText(.text, length: 0)) == "")
  }
}
