import Cells
import Testing

@testable import Pictures

struct BlockSymbolTests {
  @Test func `each symbol is known by its scalar, and takes one column`() {
    #expect(Set(BlockSymbol.allCases.map(\.scalar)).count == BlockSymbol.allCases.count)
    for symbol in BlockSymbol.allCases {
      #expect(BlockSymbol(symbol.scalar) == symbol)
      #expect(displayWidth(of: Character(symbol.scalar)) == 1)
    }
    #expect(BlockSymbol("▒") == nil)
    #expect(BlockSymbol("\u{1B}") == nil)
  }

  @Test func `an inverse fills what the symbol leaves`() {
    for symbol in BlockSymbol.allCases {
      guard let inverse = symbol.inverse else { continue }
      #expect(inverse.inverse == symbol)
      for sample in 0..<128 {
        let (column, row) = (sample % 8, sample / 8)
        #expect(
          symbol.fills(column: column, row: row) != inverse.fills(column: column, row: row))
      }
    }
  }

  @Test func `an eighth fills an eighth`() {
    #expect(BlockCut(.lower1).count == 16)
    #expect(BlockCut(.lower7).count == 112)
    #expect(BlockCut(.left3).count == 48)
    #expect(BlockSymbol.lower3.fills(column: 0, row: 10))
    #expect(!BlockSymbol.lower3.fills(column: 0, row: 9))
    #expect(BlockSymbol.left3.fills(column: 2, row: 0))
    #expect(!BlockSymbol.left3.fills(column: 3, row: 0))
  }
}
