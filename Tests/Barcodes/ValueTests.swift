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
    (.upca, "036000291453", 3, 2), (.itf14, "04601234567890", 0, 3),
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

  @Test(arguments: [BarcodeSymbology.ean13, .ean8, .upca, .itf14])
  func `a number of another length is refused`(_ symbology: BarcodeSymbology) {
    #expect(throws: BarcodeError.self) { try symbology.encode("123456789") }
  }

  @Test(arguments: [
    (BarcodeSymbology.ean13, "46007O2084115", Character("O")), (.itf14, "٠4601234567893", "٠"),
    // libzint would draw an upper-case letter, which the till takes for another card.
    (.code39, "zerna 42", "z"), (.code39, "ЗЁРНА", "З"), (.code128, "карта-1", "к"),
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
