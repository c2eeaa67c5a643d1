import Barcodes
import Testing

/// A code's bytes are data: what a till reads is what the business has given, and whether the symbol
/// says of its bytes which characters they are.
struct BytesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let symbology: BarcodeSymbology
    let value: String
    var encoding: String?
    var isGS1 = false
    let bytes: String
    let hasECI: Bool
    var identifier: String?

    var testDescription: String { "\(symbology.rawValue) \(encoding ?? "-") \(bytes)" }
  }

  private static let matrix: [BarcodeSymbology] = [.qr, .aztec, .dataMatrix, .pdf417]

  /// As a pass has it: Latin-1 where nothing else is said, never with a mark.
  static let latin: [Case] = matrix.flatMap { symbology in
    [
      Case(
        symbology: symbology, value: "#TK\u{1}\u{0}\u{80}éÿ", encoding: "iso-8859-1",
        bytes: "23 54 4B 01 00 80 E9 FF", hasECI: false),
      Case(
        symbology: symbology, value: "Käse", encoding: "ISO-8859-1", bytes: "4B E4 73 65",
        hasECI: false),
      Case(
        symbology: symbology, value: "Käse", encoding: "UTF-8", bytes: "4B C3 A4 73 65",
        hasECI: true),
      Case(symbology: symbology, value: "Käse", bytes: "4B C3 A4 73 65", hasECI: true),
      Case(
        symbology: symbology, value: "Ёж", encoding: "windows-1251", bytes: "A8 E6",
        hasECI: true),
      // What the set does not have cannot be drawn in it.
      Case(
        symbology: symbology, value: "Ёж", encoding: "ISO-8859-1", bytes: "D0 81 D0 B6",
        hasECI: true),
      Case(
        symbology: symbology, value: "CARD-1", encoding: "utf-8", bytes: "43 41 52 44 2D 31",
        hasECI: false),
      Case(
        symbology: symbology, value: "CARD-1", encoding: "no such set",
        bytes: "43 41 52 44 2D 31", hasECI: false),
    ]
  }

  static let bars: [Case] = [
    Case(
      symbology: .code128, value: "Käse", encoding: "ISO-8859-1", bytes: "4B E4 73 65",
      hasECI: false, identifier: "]C0"),
    Case(symbology: .code128, value: "a\u{1}b", bytes: "61 01 62", hasECI: false),
    Case(symbology: .code39, value: "ABC-1", bytes: "41 42 43 2D 31", hasECI: false),
    // "ab" in full ASCII; ZXingReader gives the pairs.
    Case(symbology: .code39, value: "ab", bytes: "2B 41 2B 42", hasECI: false),
    Case(symbology: .code93, value: "aB1", bytes: "61 42 31", hasECI: false),
    Case(symbology: .codabar, value: "A40156B", bytes: "34 30 31 35 36", hasECI: false),
    Case(symbology: .itf, value: "123456", bytes: "31 32 33 34 35 36", hasECI: false),
    Case(
      symbology: .itf14, value: "04601234567893",
      bytes: "30 34 36 30 31 32 33 34 35 36 37 38 39 33", hasECI: false),
    Case(
      symbology: .ean13, value: "4600702084115",
      bytes: "34 36 30 30 37 30 32 30 38 34 31 31 35", hasECI: false),
    Case(symbology: .ean8, value: "46012340", bytes: "34 36 30 31 32 33 34 30", hasECI: false),
    Case(
      symbology: .upca, value: "036000291452", bytes: "30 33 36 30 30 30 32 39 31 34 35 32",
      hasECI: false),
    Case(symbology: .upce, value: "01234565", bytes: "30 31 32 33 34 35 36 35", hasECI: false),
  ]

  /// The identifier says that the symbol begins with FNC1 (ISO/IEC 15424).
  static let gs1: [Case] = [
    (BarcodeSymbology.code128, "]C1"), (.qr, "]Q3"), (.dataMatrix, "]d2"), (.aztec, "]z1"),
  ].map { symbology, identifier in
    Case(
      symbology: symbology, value: "010460123456789310AB\u{1D}215", isGS1: true,
      bytes: "30 31 30 34 36 30 31 32 33 34 35 36 37 38 39 33 31 30 41 42 1D 32 31 35",
      hasECI: false, identifier: identifier)
  }

  @Test(arguments: latin + bars + gs1)
  func `a reader gets the bytes that were given, with a mark only where it is needed`(
    _ sample: Case
  ) throws {
    let modules = try sample.symbology.encode(
      sample.value, in: sample.encoding, isGS1: sample.isGS1)
    let said = try Reader.zxing.read(Picture(modules.cells(zoom: 2), on: .dark))
    let lines = said.split(separator: "\n")
    #expect(lines.contains("Bytes:      \(sample.bytes)"), "\(said)")
    #expect(lines.contains("HasECI:     \(sample.hasECI)"), "\(said)")
    if let identifier = sample.identifier {
      #expect(lines.contains("Identifier: \(identifier)"), "\(said)")
    }
  }

  @Test(arguments: ["AB", "0", "[01]123", "01éé", ""])
  func `what has no identifiers is no code of GS1`(_ value: String) {
    #expect(throws: BarcodeError.self) { try BarcodeSymbology.code128.encode(value, isGS1: true) }
  }

  @Test func `bars of ASCII alone do not take FNC1`() {
    #expect(throws: BarcodeError.self) {
      try BarcodeSymbology.ean13.encode("4600702084115", isGS1: true)
    }
  }
}
