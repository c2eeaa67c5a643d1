import Cells
import Foundation
import Loyalty
import Testing

@testable import App

struct PhrasebookTests {
  /// Every phrase and noun as it stands in the sources, beside the screen that says it.
  private static let written: [(name: String, english: String, russian: String)] = {
    let room = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/App")
    let pattern =
      /static let (\w+) = (?:Keyed)?(?:Phrase|Noun)\(\s*en:\s*((?:[^"]|"(?:[^"\\]|\\.)*")*?),\s*ru:\s*((?:[^"]|"(?:[^"\\]|\\.)*")*?)\)\n/
    let files = FileManager.default.enumerator(at: room, includingPropertiesForKeys: nil)
    let sources = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    return sources.flatMap { file in
      ((try? String(contentsOf: file, encoding: .utf8)) ?? "").matches(of: pattern).map {
        (String($0.output.1), String($0.output.2), String($0.output.3))
      }
    }
  }()

  @Test func `all phrases are looked at`() {
    #expect(Self.written.count > 130)
    #expect(
      Self.written.contains { $0.name == "loginTitle" && $0.russian.contains("регистрация") })
  }

  @Test func `each language has the same blanks to fill`() {
    for (name, english, russian) in Self.written {
      let blanks = [english, russian].map { Set($0.matches(of: /\{\w+\}/).map(\.output)) }
      #expect(blanks[0] == blanks[1], "\(name)")
      #expect(english.contains(/"[^"]+"/) && russian.contains(/"[^"]+"/), "\(name) is empty")
    }
  }

  /// Phrases that name what looks like a key, each with its reason.
  private static let named = [
    "lineChoose": "what is typed where lines are all there is", "lineQuit": "the same",
    "contentAsk": "the answer to a question of the command line",
    "contentSaved": "an arrow says which way it went", "contentWritten": "the same",
    "contentPictureSent": "the same",
  ]

  private static func keys(in source: String, isRussian: Bool) -> [String] {
    let text = source.matches(of: /"((?:[^"\\]|\\.)*)"/).map(\.output.1).joined(separator: " ")
    let words = text.split { !($0.isLetter || $0.isNumber || "-–^{}_↑↓←→".contains($0)) }
    // Of these English has verbs and nouns too; both languages name the same keys.
    let names = ["Enter", "Home", "End", "Insert", "Delete", "Space"]
    return words.map(String.init).filter { word in
      word.contains(/^(Esc|Tab|PgUp|PgDn|Backspace|F\d{1,2}|(Ctrl|Shift|Alt)(-.*)?|\^.)$/)
        || word.contains(/[↑↓←→]/)
        || isRussian && (names.contains(word) || word.contains(/^[A-Za-z]$/))
    }
  }

  @Test func `no phrase names a key by hand`() {
    for (name, english, russian) in Self.written {
      let keys = Self.keys(in: english, isRussian: false) + Self.keys(in: russian, isRussian: true)
      #expect(keys.isEmpty == (Self.named[name] == nil), "\(name): \(keys)")
    }
  }

  @Test(arguments: [
    KeyedPhrase.noPromotionsHint, .noRewardsHint, .inkSwapped, .editorDeleted, .publishSaveFirst,
    .inTheClear, .walletNone, .walletShowLarge, .shopsNone, .offlineAgain,
    .offlineAgainIn, .pictureStop,
  ])
  func `words that name keys have a command for each of them`(words: KeyedPhrase) {
    let blanks = Set(words.phrase.english.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
    #expect(blanks.subtracting(words.keys.keys).isSubset(of: ["origin", "time"]))
    #expect(!words.keys.isEmpty && blanks.isSuperset(of: words.keys.keys))
    #expect(words.keys.values.allSatisfy { !$0.isEmpty }, "\(words)")
  }

  @Test(arguments: [
    KeyedPhrase.noPromotionsHint, .noRewardsHint, .noFavouritesHint, .noneAvailableHint,
    .inkSwapped, .editorDeleted, .walletNone, .walletAllArchivedHint, .walletShowLarge, .shopsNone,
    .shopsClosed, .offlineAgain, .offlineAgainIn, .nothingInMonthHint, .nothingFoundHint,
  ])
  func `a key and its word stay in one row`(words: KeyedPhrase) {
    for language in Phrasebook.languages {
      let text = Phrasebook(language).say(keyed: words, ["time": "10\u{A0}s"])
      for width in 36...76 {
        for line in wrapped(text, width: width) {
          let row = line.split { " \u{A0}".contains($0) }.map(String.init)
          let isCut = row.last.map { words.keys.values.contains($0) || $0 == "—" } ?? false
          #expect(!isCut && row.first != "—", "\(line)")
        }
      }
    }
  }

  @Test func `keys in words are those of their commands`() {
    let phrases = Phrasebook(.english)
    #expect(phrases.say(keyed: .shopsNone) == "No store fits. Esc\u{A0}shows all of them.")
    #expect(
      phrases.say(keyed: .inTheClear, ["origin": "x"]).hasSuffix("F4, d\u{A0}takes that back."))
    let save = Phrasebook(.russian).say(keyed: .publishSaveFirst)
    #expect(save.hasPrefix("Сначала сохраните (Ctrl-S)"))
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
