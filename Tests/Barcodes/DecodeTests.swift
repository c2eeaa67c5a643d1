import Barcodes
import Cells
import Testing

/// What stands in the cells is read back by programs that know nothing of us.
struct DecodeTests {
  @Test(arguments: Sample.all, [1, 2])
  func `a reader gives back the value of each symbol`(_ sample: Sample, zoom: Int) throws {
    let grid = try sample.symbology.encode(sample.value).cells(zoom: zoom)
    let said = try Reader.zxing.read(Picture(grid, on: .dark))
    #expect(lines(said).contains(sample.line), "\(said)")
    #expect(lines(said).contains("Format:     \(sample.zxing)"), "\(said)")
  }

  @Test(arguments: Sample.all.filter { $0.zbar != nil })
  func `another reader agrees`(_ sample: Sample) throws {
    let grid = try sample.symbology.encode(sample.value).cells(zoom: 2)
    let said = try Reader.zbar.read(Picture(grid, on: .dark))
    #expect(lines(said) == ["\(try #require(sample.zbar)):\(sample.value)"])
  }

  @Test(arguments: Sample.all, [Picture.Terminal.light, .solarized])
  func `no terminal's own colours spoil a symbol`(
    _ sample: Sample, terminal: Picture.Terminal
  ) throws {
    let grid = try sample.symbology.encode(sample.value).cells()
    let said = try Reader.zxing.read(Picture(grid, on: terminal))
    #expect(lines(said).contains(sample.line), "\(said)")
  }

  /// Bars in particular are not read when light and dark change places.
  @Test(
    arguments: Sample.all,
    [(Picture.Terminal.monoDark, Style(.terminal, on: .terminal, .reverse)), (.monoLight, .plain)])
  func `without colours reverse video keeps the paper light`(
    _ sample: Sample, _ mono: (Picture.Terminal, Style)
  ) throws {
    let grid = try sample.symbology.encode(sample.value).cells(style: mono.1)
    let picture = Picture(grid, on: mono.0)
    #expect(picture.pixels.max() ?? 0 >= 215)
    #expect(lines(try Reader.zxing.read(picture)).contains(sample.line))
  }

  @Test func `text beyond ASCII arrives whole`() throws {
    let value = "Зёрна №7 — карта"
    for symbology in [BarcodeSymbology.qr, .aztec, .dataMatrix, .pdf417] {
      let said = try Reader.zxing.read(Picture(try symbology.encode(value).cells(), on: .dark))
      #expect(lines(said).contains("Text:       \"\(value)\""), "\(symbology): \(said)")
    }
  }

  @Test func `QR codes have error correction level M or better`() throws {
    for length in [1, 10, 40, 62, 200, 1000] {
      let value = String(repeating: "z7", count: length).prefix(length)
      let picture = Picture(try BarcodeSymbology.qr.encode(String(value)).cells(), on: .dark)
      let said = lines(try Reader.zxing.read(picture))
      let level = said.first { $0.hasPrefix("EC Level:") }?.suffix(1)
      #expect(["M", "Q", "H"].contains(level), "\(length) bytes: \(said)")
    }
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }
}
