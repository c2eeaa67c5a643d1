import Foundation
import Loyalty
import Testing

@testable import App

struct PhrasebookTests {
  @Test(arguments: Phrasebook.languages)
  func `no text is missing in any language`(language: Language) {
    let table = Phrasebook(language).table
    for phrase in Phrase.allCases {
      #expect(table.phrases[phrase]?.isEmpty == false, "\(phrase) in \(language.rawValue)")
    }
    for noun in Noun.allCases {
      #expect(table.nouns[noun] != nil, "\(noun) in \(language.rawValue)")
    }
    #expect(table.months.count == 12)
  }

  @Test func `each language has the same blanks to fill`() {
    for phrase in Phrase.allCases {
      let blanks = Phrasebook.languages.map { language in
        Set((Phrasebook(language).table.phrases[phrase] ?? "").matches(of: /\{\w+\}/).map(\.output))
      }
      #expect(Set(blanks).count == 1, "\(phrase)")
    }
  }

  @Test(arguments: [
    (1, "1 балл"), (2, "2 балла"), (5, "5 баллов"), (11, "11 баллов"), (21, "21 балл"),
    (111, "111 баллов"), (112, "112 баллов"), (1234, "1 234 балла"), (0, "0 баллов"),
    (-1, "−1 балл"),
  ])
  func `points are counted as Russian counts`(points: Int64, words: String) {
    let text = Phrasebook(.russian).points(Points(points), of: Fixture.program)
    #expect(text.replacing("\u{A0}", with: " ") == words)
  }

  @Test(arguments: [(1, "1 point"), (0, "0 points"), (1_234_567, "1,234,567 points")])
  func `points are counted as English counts`(points: Int64, words: String) {
    let text = Phrasebook(.english).points(Points(points), of: Fixture.program)
    #expect(text.replacing("\u{A0}", with: " ") == words)
  }

  @Test(arguments: [(150, "1,50 балла"), (100, "1,00 балл"), (5, "0,05 балла")])
  func `decimals of a point follow the program's scale`(points: Int64, words: String) {
    var program = Fixture.program
    program.pointsScale = 2
    let text = Phrasebook(.russian).points(Points(points), of: program)
    #expect(text.replacing("\u{A0}", with: " ") == words)
  }

  @Test func `numbers are grouped as full Foundation groups them`() {
    for language in Phrasebook.languages {
      let formatter = NumberFormatter()
      formatter.locale = Locale(identifier: language.rawValue)
      formatter.numberStyle = .decimal
      for number in [0, 7, 999, 1000, 12_345, 1_234_567, 98_765_432_100] as [Int64] {
        let ours = Phrasebook(language).decimal(number)
        #expect(ours == formatter.string(from: NSNumber(value: number)))
      }
    }
  }
}
