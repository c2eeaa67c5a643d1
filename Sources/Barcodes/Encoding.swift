import CZint

extension BarcodeSymbology {
  /// The value as a symbol.
  ///
  /// EAN, UPC-A and ITF-14 take their number with its check digit, which is verified, or without
  /// it. QR is drawn at error correction level M or better.
  public func encode(_ value: String) throws(BarcodeError) -> Modules {
    let bytes = Array(try checked(value).utf8)
    var status = CZINT_REFUSED
    let isUTF8 = bytes.contains { $0 > 0x7F }
    guard let symbol = czint_encode(code, bytes, Int32(bytes.count), isUTF8 ? 1 : 0, &status)
    else { throw .refused("out of memory") }
    defer { czint_free(symbol) }
    switch status {
    case CZINT_DRAWN: return modules(of: symbol)
    case CZINT_TOO_LONG: throw .tooLong(bytes: bytes.count)
    default: throw .refused(String(cString: czint_message(symbol)))
    }
  }

  private func modules(of symbol: OpaquePointer) -> Modules {
    let width = czint_width(symbol)
    var dark: [Bool] = []
    for row in 0..<czint_rows(symbol) {
      for column in 0..<width { dark.append(czint_module(symbol, row, column) != 0) }
    }
    return Modules(symbology: self, width: Int(width), dark: dark)
  }

  private var code: czint_symbology {
    switch self {
    case .qr: CZINT_QR
    case .aztec: CZINT_AZTEC
    case .dataMatrix: CZINT_DATA_MATRIX
    case .pdf417: CZINT_PDF417
    case .code128: CZINT_CODE128
    case .code39: CZINT_CODE39
    case .ean13, .ean8: CZINT_EAN
    case .upca: CZINT_UPCA
    case .itf14: CZINT_ITF14
    }
  }

  /// What the encoder gets: only values that a reader gives back as they are.
  private func checked(_ value: String) throws(BarcodeError) -> String {
    guard !value.isEmpty else { throw .empty }
    // The largest QR code carries 2331 bytes at level M, Aztec 1914; no symbol carries more digits
    // than this.
    guard value.utf8.count <= 7089 else { throw .tooLong(bytes: value.utf8.count) }
    if let digitCount {
      // NB: libzint adds the check digit itself; eight digits would become another EAN-13.
      return String(try CheckDigit.complete(value, count: digitCount).dropLast())
    }
    switch self {
    case .code39:
      // NB: libzint would draw "a" as "A", which is another number.
      for character in value where !Self.code39Characters.contains(character) {
        throw .character(character)
      }
    case .code128:
      for character in value where !character.isASCII { throw .character(character) }
    default: break
    }
    return value
  }

  private static let code39Characters = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%")
}
