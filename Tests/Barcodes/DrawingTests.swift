import Barcodes
import Cells
import Testing

struct DrawingTests {
  @Test func `the longest card code is a QR code that fits 80 by 24 with a header`() throws {
    let longest = String(repeating: "x", count: 62)
    #expect(try BarcodeSymbology.qr.encode(longest).size() == Size(width: 41, height: 21))
    #expect(try BarcodeSymbology.qr.encode(longest + "x").size().height > 21)
  }

  @Test(arguments: Sample.all, 1...3)
  func `the size is known before anything is drawn`(_ sample: Sample, zoom: Int) throws {
    let modules = try sample.symbology.encode(sample.value)
    #expect(modules.cells(zoom: zoom).size == modules.size(zoom: zoom))
  }

  @Test(arguments: Sample.all)
  func `each symbol fits 80 columns`(_ sample: Sample) throws {
    #expect(try sample.symbology.encode(sample.value).size().width <= 80)
  }

  @Test(arguments: Sample.all)
  func `every cell says which colours it has`(_ sample: Sample) throws {
    let grid = try sample.symbology.encode(sample.value).cells()
    #expect(grid.cells.allSatisfy { $0.style == .paper })
    #expect(Style.paper.foreground != .terminal && Style.paper.background != .terminal)
  }

  /// Modules of paper to the left, to the right and above, as the standards of each kind ask.
  @Test(arguments: [
    (BarcodeSymbology.qr, 4, 4, 4), (.aztec, 2, 2, 2), (.dataMatrix, 2, 2, 2),
    (.pdf417, 2, 2, 2), (.code128, 10, 10, 0), (.code39, 10, 10, 0), (.ean13, 11, 7, 0),
    (.ean8, 7, 7, 0), (.upca, 9, 9, 0), (.itf14, 10, 10, 0), (.itf, 10, 10, 0),
    (.codabar, 10, 10, 0), (.code93, 10, 10, 0), (.upce, 9, 7, 0),
  ])
  func `a quiet zone surrounds the symbol`(
    _ symbology: BarcodeSymbology, left: Int, right: Int, above: Int
  ) throws {
    let sample = try #require(Sample.all.first { $0.symbology == symbology })
    // With a zoom of two, a column or a pair of half rows is one module of any kind.
    let grid = try symbology.encode(sample.value).cells(zoom: 2)
    let wide = symbology == .qr || symbology == .aztec || symbology == .dataMatrix ? 2 : 1
    let blankColumns = { (columns: [Int]) in
      columns.prefix { x in (0..<grid.size.height).allSatisfy { grid[x, $0].text == " " } }.count
    }
    #expect(blankColumns(Array(0..<grid.size.width)) >= left * wide)
    #expect(blankColumns((0..<grid.size.width).reversed()) >= right * wide)
    let blankRows = (0..<grid.size.height).prefix { y in
      grid.row(y).allSatisfy { $0.text == " " }
    }.count
    #expect(blankRows >= (symbology == .pdf417 ? 2 : above))
  }

  @Test func `bars are at least six rows high`() throws {
    for sample in Sample.all where ![.qr, .aztec, .dataMatrix].contains(sample.symbology) {
      #expect(try sample.symbology.encode(sample.value).size().height >= 6)
    }
  }

  @Test func `a zoom below one draws the smallest size`() throws {
    let modules = try BarcodeSymbology.qr.encode("ZERNA")
    #expect(modules.cells(zoom: 0) == modules.cells(zoom: 1))
    #expect(modules.cells(zoom: -7) == modules.cells(zoom: 1))
  }
}
