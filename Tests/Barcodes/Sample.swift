import Barcodes
import Testing

/// A believable card of each kind.
struct Sample: CustomTestStringConvertible, Sendable {
  let symbology: BarcodeSymbology
  let value: String
  /// What `ZXingReader` calls the kind.
  let zxing: String
  /// What `zbarimg` calls it, for the kinds that it reads.
  let zbar: String?
  /// What `ZXingReader` gives back when that is not the value: it leaves out the start and the stop
  /// of Codabar, and does not undo full ASCII.
  var read: String?

  /// The line of `ZXingReader` about the text.
  var line: Substring { "Text:       \"\(read ?? value)\"" }

  var testDescription: String { symbology.rawValue }

  static let all = [
    // 62 bytes: the longest card code of the contract.
    Sample(
      symbology: .qr, value: "ZERNA-1.7f3c9a2b51d84e60b7c2f19d03ae8456.k7Q2mZ9xPwR4tY6uVbNc1a",
      zxing: "QRCode", zbar: "QR-Code"),
    Sample(symbology: .aztec, value: "ZERNA-7f3c9a2b51d84e60", zxing: "Aztec", zbar: nil),
    Sample(
      symbology: .dataMatrix, value: "ZERNA-7f3c9a2b51d84e60", zxing: "DataMatrix", zbar: nil),
    Sample(symbology: .pdf417, value: "ZERNA-7f3c9a2b51d84e60", zxing: "PDF417", zbar: nil),
    Sample(symbology: .code128, value: "ZR-4815162342", zxing: "Code128", zbar: "CODE-128"),
    Sample(symbology: .code39, value: "ZERNA 42", zxing: "Code39", zbar: "CODE-39"),
    Sample(symbology: .ean13, value: "4600702084115", zxing: "EAN-13", zbar: "EAN-13"),
    Sample(symbology: .ean8, value: "46012340", zxing: "EAN-8", zbar: "EAN-8"),
    Sample(symbology: .upca, value: "036000291452", zxing: "UPC-A", zbar: nil),
    Sample(symbology: .itf14, value: "04601234567893", zxing: "ITF", zbar: "I2/5"),
    Sample(symbology: .itf, value: "12345678", zxing: "ITF", zbar: "I2/5"),
    Sample(
      symbology: .codabar, value: "A40156B", zxing: "Codabar", zbar: "Codabar", read: "40156"),
    Sample(symbology: .code93, value: "ZR-42", zxing: "Code93", zbar: "CODE-93"),
    Sample(symbology: .upce, value: "01234565", zxing: "UPC-E", zbar: nil),
  ]
}
