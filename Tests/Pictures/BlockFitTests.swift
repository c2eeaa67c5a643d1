import Cells
import Testing

@testable import Pictures

struct BlockFitTests {
  private static let ours = Size(width: 23, height: 6)

  @Test(arguments: BlockSymbol.allCases)
  func `a cell that looks like a symbol becomes it, or its inverse`(symbol: BlockSymbol) throws {
    let samples = try Drawn.samples(Size(width: 1, height: 1)) { x, y in
      symbol.fills(column: x, row: y) ? Drawn.orange : Drawn.paper
    }
    let cells = PictureCells(fitting: samples)
    #expect(cells.error(from: samples) == 0)
    let colors = [cells[0, 0].foreground, cells[0, 0].background]
    #expect(colors.allSatisfy { [Color(Drawn.orange), Color(Drawn.paper)].contains($0) })
  }

  @Test func `flat art is nearer than half blocks come, and has no halo`() throws {
    let samples = try Drawn.samples(Self.ours) { x, y in Drawn.poster(x, y, Self.ours) }
    var halves = BlockFit(samples, cuts: BlockCut.halves)
    let plain = PictureCells(fitted: halves.cells(), samples.size).error(from: samples)
    let cells = PictureCells(fitting: samples)
    #expect(cells.error(from: samples) < 0.8 * plain)
    // What is seen of each cell is a colour of the poster, nearly everywhere.
    let flat = [Drawn.orange, Drawn.paper, Drawn.green].map { Color($0) }
    let odd = cells.cells.filter { !flat.contains($0.background) || !flat.contains($0.foreground) }
    #expect(odd.count * 10 < cells.cells.count)
  }

  @Test(arguments: PictureColors.allCases)
  func `a flat picture is one colour, whatever the terminal has`(colors: PictureColors) throws {
    let samples = try Drawn.samples(Size(width: 5, height: 3)) { _, _ in Drawn.green }
    let cells = PictureCells(fitting: samples).drawn(with: colors, on: .black)
    #expect(Set(cells.cells).count == 1)
    #expect(cells.cells.allSatisfy { $0.symbol == .space })
  }

  @Test func `few colours are those that users do not redefine, or the sixteen`() throws {
    let samples = try Drawn.samples(Self.ours) { x, y in
      (UInt8(x), UInt8(y * 2), UInt8((x + y) / 2), 255)
    }
    for (colors, entries) in [(PictureColors.palette256, 16...255), (.palette16, 0...15)] {
      let cells = PictureCells(fitting: samples).drawn(with: colors, on: .black).cells
      for color in cells.flatMap({ [$0.foreground, $0.background] }) {
        guard case .palette(let entry) = color else {
          Issue.record("\(color) is no entry of a palette")
          return
        }
        #expect(entries.contains(Int(entry)))
      }
      #expect(Set(cells).count > 4)
    }
  }

  @Test(arguments: [
    PictureGround(.rgb(red: 16, green: 14, blue: 13), red: 16, green: 14, blue: 13),
    PictureGround(.rgb(red: 250, green: 248, blue: 244), red: 250, green: 248, blue: 244),
    PictureGround(.palette(233), red: 18, green: 18, blue: 18),
    PictureGround(.palette(255), red: 238, green: 238, blue: 238),
    PictureGround(.terminal, red: 0, green: 0, blue: 0),
  ])
  func `what is not there is the ground, in its own words`(ground: PictureGround) throws {
    for colors in PictureColors.allCases {
      let samples = try Drawn.samples(Size(width: 4, height: 2), on: ground) { x, _ in
        x < 12 ? Drawn.nothing : Drawn.orange
      }
      let cells = PictureCells(fitting: samples).drawn(with: colors, on: ground)
      #expect(cells[0, 0] == PictureCells.Cell(.space, ground.color, on: ground.color))
      #expect([cells[1, 0].foreground, cells[1, 0].background].contains(ground.color))
      #expect(cells[2, 1].background != ground.color)
    }
  }

  @Test func `colours change from cell to cell only where they have to`() throws {
    let samples = try Drawn.samples(Size(width: 6, height: 1)) { x, y in
      (x / 4 + y / 8) % 2 == 0 ? Drawn.orange : Drawn.paper
    }
    let cells = PictureCells(fitting: samples).drawn(with: .direct, on: .black)
    #expect(cells.error(from: samples) == 0)
    #expect(Set(cells.cells.map(\.background)).count == 1)
    #expect(Set(cells.cells.map(\.foreground)).count == 1)
  }

  @Test func `few colours tell apart what is light and what is dark`() throws {
    let samples = try Drawn.samples(Size(width: 2, height: 1)) { x, _ in
      x < 8 ? (0x1F, 0x3A, 0x33, 255) : (0x8F, 0xB5, 0x8A, 255)
    }
    for colors in [PictureColors.palette16, .palette256] {
      let cells = PictureCells(fitting: samples).drawn(with: colors, on: .black)
      #expect(cells[0, 0].background != cells[1, 0].background)
    }
  }

  @Test func `what can be seen through is mixed with the ground`() throws {
    let ground = PictureGround(.terminal, red: 200, green: 100, blue: 0)
    let samples = try Drawn.samples(Size(width: 1, height: 1), on: ground) { _, _ in
      (0, 100, 200, 128)
    }
    let cells = PictureCells(fitting: samples)
    #expect(cells[0, 0].background == .rgb(red: 100, green: 100, blue: 100))
  }
}
