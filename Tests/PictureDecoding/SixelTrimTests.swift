import Testing

@testable import PictureDecoding

/// A sequence that is made of whole sixes draws no row too many.
struct SixelTrimTests {
  private func cut(_ body: String, to height: Int) -> String {
    let sequence = Array("\u{1B}P0;1;0q\(body)\u{1B}\\".utf8)
    let result = String(decoding: SixelTrim(height: height).cut(sequence), as: UTF8.self)
    #expect(result.hasPrefix("\u{1B}P0;1;0q") && result.hasSuffix("\u{1B}\\"))
    return String(result.dropFirst(8).dropLast(2))
  }

  @Test func `what reaches below the last row is cut, and nothing else`() {
    // "~" is six pixels, "N" four from above, "B" two, "?" none.
    #expect(cut("#0~~!9~-#0~!3~N", to: 12) == "#0~~!9~-#0~!3~N")
    #expect(cut("#0~~!9~-#0~!3~N", to: 10) == "#0~~!9~-#0N!3NN")
    #expect(cut("#0~$#1}-#0~$#1}", to: 8) == "#0~$#1}-#0B$#1A")
    #expect(cut("\"1;1;40;12#0~-~", to: 11) == "\"1;1;40;11#0~-^")
  }

  @Test func `no step leads below the last rows`() {
    #expect(cut("~-~-", to: 12) == "~-~")
    #expect(cut("~-~-", to: 7) == "~-@")
  }

  @Test func `what is no sequence stays as it is`() {
    for text in ["", "q", "\u{1B}P", "\u{1B}Pq~", "q\u{1B}\\", "\u{1B}\\q"] {
      #expect(SixelTrim(height: 6).cut(Array(text.utf8)) == Array(text.utf8))
    }
  }

  @Test func `the last row is drawn again as often as it takes`() {
    let trim = SixelTrim(height: 2)
    #expect(trim.padded == 6)
    #expect(trim.padded([1, 1, 1, 2, 2, 2]) == [1, 1, 1] + [UInt8](repeating: 2, count: 15))
    #expect(SixelTrim(height: 6).padded([UInt8](repeating: 1, count: 18)).count == 18)
  }
}
