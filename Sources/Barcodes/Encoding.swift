import CZint

extension BarcodeSymbology {
  /// The value as a symbol; what it comes to carry is the `content` of the modules.
  ///
  /// EAN, UPC and ITF-14 take their number with its check digit, which is verified, or without it;
  /// gaps in a number are passed over. QR is drawn at error correction level M or better.
  ///
  /// - Parameters:
  ///   - encoding: the name of the character set of the bytes; `nil` is UTF-8.
  ///   - isGS1: whether the symbol begins with FNC1; U+001D separates the parts of the value.
  public func encode(
    _ value: String, in encoding: String? = nil, isGS1: Bool = false
  ) throws(BarcodeError) -> Modules {
    guard !value.isEmpty else { throw .empty }
    // The largest QR code carries 2331 bytes at level M, Aztec 1914; no symbol carries more digits
    // than this.
    guard value.utf8.count <= 7089 else { throw .tooLong(bytes: value.utf8.count) }
    let payload = try isGS1 ? gs1(value) : payload(value, encoding)
    let bytes = payload.bytes
    var status = CZINT_REFUSED
    guard
      let symbol = czint_encode(
        payload.code, bytes, Int32(bytes.count), isGS1 ? 1 : 0, payload.eci, &status)
    else { throw .refused("out of memory") }
    defer { czint_free(symbol) }
    switch status {
    case CZINT_DRAWN: return modules(of: symbol, payload.content)
    case CZINT_TOO_LONG: throw .tooLong(bytes: bytes.count)
    default: throw .refused(String(cString: czint_message(symbol)))
    }
  }

  private func modules(of symbol: OpaquePointer, _ content: String) -> Modules {
    let width = czint_width(symbol)
    var dark: [Bool] = []
    for row in 0..<czint_rows(symbol) {
      for column in 0..<width { dark.append(czint_module(symbol, row, column) != 0) }
    }
    return Modules(symbology: self, content: content, width: Int(width), dark: dark)
  }
}

/// What the encoder gets, and what a reader gives back of it.
struct Payload {
  let content: String
  let bytes: [UInt8]
  var eci: Int32 = 0
  let code: czint_symbology
}

extension BarcodeSymbology {
  /// Only what a reader gives back as it is.
  private func payload(
    _ value: String, _ encoding: String?
  ) throws(BarcodeError) -> Payload {
    switch self {
    case .qr: return text(value, encoding, CZINT_QR)
    case .aztec: return text(value, encoding, CZINT_AZTEC)
    case .dataMatrix: return text(value, encoding, CZINT_DATA_MATRIX)
    case .pdf417: return text(value, encoding, CZINT_PDF417)
    case .code128: return try code128(value, encoding)
    case .code39: return try code39(value)
    case .code93: return try ascii(value, CZINT_CODE93)
    case .codabar: return try codabar(value)
    case .itf: return try interleaved(value)
    case .upce:
      let number = try UPCE.number(value)
      // NB: libzint adds the check digit itself.
      return Payload(content: number, bytes: Array(number.dropLast().utf8), code: CZINT_UPCE)
    case .ean13: return try checked(value, 13, CZINT_EAN)
    // NB: without its check digit, as eight digits would become another EAN-13.
    case .ean8: return try checked(value, 8, CZINT_EAN)
    case .upca: return try checked(value, 12, CZINT_UPCA)
    case .itf14: return try checked(value, 14, CZINT_ITF14)
    }
  }

  private func text(_ value: String, _ encoding: String?, _ code: czint_symbology) -> Payload {
    let set = CharacterSet(value, encoding)
    return Payload(content: value, bytes: set.bytes, eci: set.eci, code: code)
  }

  private func checked(
    _ value: String, _ count: Int, _ code: czint_symbology
  ) throws(BarcodeError) -> Payload {
    let number = try CheckDigit.complete(value.withoutGaps, count: count)
    return Payload(content: number, bytes: Array(number.dropLast().utf8), code: code)
  }

  private func interleaved(_ value: String) throws(BarcodeError) -> Payload {
    let digits = value.withoutGaps
    for character in digits where !character.isDigit { throw .character(character) }
    guard !digits.isEmpty, digits.utf8.count.isMultiple(of: 2) else {
      // NB: libzint would put a nought before it, which is another number.
      throw .digits(found: digits.utf8.count, expected: digits.utf8.count + 1)
    }
    return Payload(content: digits, bytes: Array(digits.utf8), code: CZINT_ITF)
  }

  private func ascii(
    _ value: String, _ code: czint_symbology
  ) throws(BarcodeError) -> Payload {
    for character in value where !character.utf8.allSatisfy({ $0 < 0x80 }) {
      throw .character(character)
    }
    return Payload(content: value, bytes: Array(value.utf8), code: code)
  }

  /// Small letters and what else is beyond the 43 characters take two of them each (full ASCII).
  private func code39(_ value: String) throws(BarcodeError) -> Payload {
    let isPlain = value.allSatisfy { BarcodeSymbology.code39Characters.contains($0) }
    return try ascii(value, isPlain ? CZINT_CODE39 : CZINT_CODE39_FULL)
  }

  /// Beyond ASCII it can carry ISO-8859-1, and it cannot say so: only where that was asked for.
  private func code128(
    _ value: String, _ encoding: String?
  ) throws(BarcodeError) -> Payload {
    let set = CharacterSet(value, encoding)
    guard set.eci == 0 else { return try ascii(value, CZINT_CODE128) }
    return Payload(content: value, bytes: set.bytes, code: CZINT_CODE128)
  }

  private static let code39Characters = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%")

  private func gs1(_ value: String) throws(BarcodeError) -> Payload {
    let bytes = try GS1.bracketed(value)
    switch self {
    case .qr: return Payload(content: value, bytes: bytes, code: CZINT_QR)
    case .aztec: return Payload(content: value, bytes: bytes, code: CZINT_AZTEC)
    case .dataMatrix: return Payload(content: value, bytes: bytes, code: CZINT_DATA_MATRIX)
    case .code128: return Payload(content: value, bytes: bytes, code: CZINT_GS1_128)
    case .pdf417, .code39, .code93, .codabar, .itf, .itf14, .ean13, .ean8, .upca, .upce:
      throw .refused("no FNC1 in this kind of symbol")
    }
  }
}

extension Character {
  /// One of 0 to 9.
  var isDigit: Bool { ("0"..."9").contains(self) && utf8.count == 1 }
}

extension String {
  /// A number without what is printed between its digits for people.
  var withoutGaps: String { filter { !$0.isWhitespace && $0 != "-" } }
}
