import Barcodes
import Testing

/// What cannot be drawn is refused with its reason, never drawn as another number.
struct ValueTests {
  @Test(arguments: BarcodeSymbology.allCases)
  func `no value is no symbol`(_ symbology: BarcodeSymbology) {
    #expect(throws: BarcodeError.empty) { try symbology.encode("") }
  }

  @Test(arguments: [
    (BarcodeSymbology.ean13, "4600702084114", 4, 5), (.ean8, "46012341", 1, 0),
    (.upca, "036000291453", 3, 2), (.itf14, "04601234567890", 0, 3), (.upce, "01234566", 6, 5),
    (.upce, "012345000057", 7, 8),
  ])
  func `a mistyped digit is noticed`(
    _ symbology: BarcodeSymbology, _ value: String, found: Int, expected: Int
  ) {
    #expect(throws: BarcodeError.checkDigit(found: found, expected: expected)) {
      try symbology.encode(value)
    }
  }

  @Test(arguments: [
    (BarcodeSymbology.ean13, "460070208411", "4600702084115"), (.ean8, "4601234", "46012340"),
    (.upca, "03600029145", "036000291452"), (.itf14, "0460123456789", "04601234567893"),
  ])
  func `a missing check digit is added`(
    _ symbology: BarcodeSymbology, _ short: String, _ whole: String
  ) throws {
    #expect(try symbology.encode(short) == symbology.encode(whole))
  }

  /// Whatever was typed: what is printed below is what the bars hold.
  @Test(arguments: [
    (BarcodeSymbology.ean13, "4 600702 08411", "4600702084115"), (.ean8, "4601-234", "46012340"),
    (.upca, "03600029145", "036000291452"), (.itf14, "0460123456789", "04601234567893"),
    (.itf, "12 34-56", "123456"), (.codabar, "40156", "A40156A"), (.codabar, "t4015*", "A4015C"),
    (.codabar, "a 40 b", "A40B"), (.upce, "123456", "01234565"), (.upce, "0123456", "01234565"),
    (.upce, "012345000065", "01234565"), (.upce, "01200000345", "01234505"),
    (.upce, "1 12345 00006", "11234562"), (.code39, "abc123", "abc123"),
    (.code39, "ZERNA 42", "ZERNA 42"), (.code93, "Ab-1", "Ab-1"), (.code128, "ab 1", "ab 1"),
  ])
  func `the number below is the one in the bars`(
    _ symbology: BarcodeSymbology, _ typed: String, _ held: String
  ) throws {
    let modules = try symbology.encode(typed)
    #expect(modules.content == held)
    #expect(try symbology.encode(held) == modules)
  }

  @Test(arguments: [
    (BarcodeSymbology.itf, "12345"), (.itf, ""), (.codabar, "A401"), (.codabar, "401B"),
    (.codabar, "A40B1A"), (.codabar, "AB"), (.upce, "21234565"), (.upce, "12345"),
    (.upce, "036000291452"), (.code93, "карта"), (.code39, "кар"), (.codabar, "4_1"),
  ])
  func `what a kind cannot hold is refused, and not drawn as something else`(
    _ symbology: BarcodeSymbology, _ typed: String
  ) {
    #expect(throws: BarcodeError.self) { try symbology.encode(typed) }
  }

  @Test(arguments: [BarcodeSymbology.ean13, .ean8, .upca, .itf14])
  func `a number of another length is refused`(_ symbology: BarcodeSymbology) {
    #expect(throws: BarcodeError.self) { try symbology.encode("123456789") }
  }

  @Test(arguments: [
    (BarcodeSymbology.ean13, "46007O2084115", Character("O")), (.itf14, "٠4601234567893", "٠"),
    (.code39, "ЗЁРНА", "З"), (.code128, "карта-1", "к"), (.code93, "карта-1", "к"),
    (.codabar, "A12Z3B", "Z"), (.itf, "12a4", "a"),
    (.upca, "+36000291452", "+"),
  ])
  func `a character that the kind does not have is refused`(
    _ symbology: BarcodeSymbology, _ value: String, _ character: Character
  ) {
    #expect(throws: BarcodeError.character(character)) { try symbology.encode(value) }
  }

  @Test(arguments: [
    (BarcodeSymbology.qr, 5000), (.aztec, 4000), (.dataMatrix, 3000), (.pdf417, 2000),
    (.code128, 400), (.code39, 200), (.qr, 1_000_000),
  ])
  func `a value that no symbol can hold is too long`(_ symbology: BarcodeSymbology, _ count: Int) {
    #expect(throws: BarcodeError.tooLong(bytes: count)) {
      try symbology.encode(String(repeating: "Z", count: count))
    }
  }

  @Test func `the same value always gives the same symbol`() throws {
    #expect(try BarcodeSymbology.qr.encode("ZERNA-1") == BarcodeSymbology.qr.encode("ZERNA-1"))
    #expect(try BarcodeSymbology.qr.encode("ZERNA-1") != BarcodeSymbology.qr.encode("ZERNA-2"))
  }
}
