import Loyalty

/// The bytes of a YAML file as UTF-8, whatever Unicode encoding they are in (YAML 1.2.2, 5.2).
public struct YAMLText {
  private enum Encoding {
    case utf8
    case utf16(isBig: Bool)
    case utf32(isBig: Bool)

    /// Bytes of a unit.
    var width: Int {
      switch self {
      case .utf8: 1
      case .utf16: 2
      case .utf32: 4
      }
    }
  }

  /// Without byte order marks where they may stand: before a document.
  public let bytes: [UInt8]

  /// - Parameter file: the name that an error gives.
  /// - Throws: where something stands that is no text.
  public init(_ raw: [UInt8], file: String) throws(YAMLError) {
    let encoding = YAMLText.encoding(of: raw)
    let text: [UInt8]
    switch encoding {
    case .utf8:
      text = raw
      if String(validating: raw, as: UTF8.self) == nil {
        throw YAMLText.problemOfUTF8(raw, file)
      }
    case .utf16(let isBig), .utf32(let isBig):
      text = try YAMLText.utf8(raw, width: encoding.width, isBig: isBig, file)
    }
    if let problem = YAMLText.controlCharacter(in: text, file) { throw problem }
    bytes = YAMLText.withoutMarks(text)
  }

  /// The first of the characters that may not stand in YAML (5.1); libyaml does not tell the line.
  private static func controlCharacter(in text: [UInt8], _ file: String) -> YAMLError? {
    // NB: C1, the controls of eight bits, begin with 0xC2 in UTF-8, as many a letter does.
    func isSuspect(_ byte: UInt8) -> Bool {
      byte < 0x20 ? ![0x09, 0x0A, 0x0D].contains(byte) : byte == 0x7F || byte == 0xC2
    }
    guard text.contains(where: isSuspect) else { return nil }
    var place = Place()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.properties.generalCategory == .control,
        !["\t", "\n", "\r", "\u{85}"].contains(scalar)
      {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return YAMLError(
          en: "The control character U+\(code) cannot stand here; write \"\\u\(code)\"",
          ru: "Управляющий символ U+\(code) здесь стоять не может; напишите \"\\u\(code)\"",
          at: place.mark(in: file))
      }
      if scalar != YAMLText.mark { place.pass(scalar) }
    }
    return nil
  }

  /// By the mark at the start, else by where the zeros of the first character stand.
  private static func encoding(of raw: [UInt8]) -> Encoding {
    let start = (0..<4).map { $0 < raw.count ? Int(raw[$0]) : -1 }
    switch (start[0], start[1], start[2], start[3]) {
    case (0, 0, 0xFE, 0xFF): return .utf32(isBig: true)
    case (0xFF, 0xFE, 0, 0): return .utf32(isBig: false)
    case (0xFE, 0xFF, _, _): return .utf16(isBig: true)
    case (0xFF, 0xFE, _, _): return .utf16(isBig: false)
    case (0, 0, 0, 1...): return .utf32(isBig: true)
    case (1..., 0, 0, 0): return .utf32(isBig: false)
    case (0, 1..., _, _): return .utf16(isBig: true)
    case (1..., 0, _, _): return .utf16(isBig: false)
    default: return .utf8
    }
  }

  private static func utf8(
    _ raw: [UInt8], width: Int, isBig: Bool, _ file: String
  ) throws(YAMLError) -> [UInt8] {
    let name = "UTF-\(width * 8)"
    var place = Place()
    var text: [UInt8] = []
    var high: UInt32?
    for start in stride(from: 0, to: raw.count - raw.count % width, by: width) {
      let unit = (0..<width).reduce(UInt32(0)) { value, index in
        value << 8 | UInt32(raw[start + (isBig ? index : width - 1 - index)])
      }
      var value = unit
      if let first = high {
        guard (0xDC00...0xDFFF).contains(unit) else {
          throw YAMLError(
            en: "Half a character of \(name) stands here", ru: "Здесь половина символа \(name)",
            at: place.mark(in: file))
        }
        value = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
        high = nil
      } else if width == 2, (0xD800...0xDBFF).contains(unit) {
        high = unit
        continue
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw YAMLError(
          en: "What stands here is no character of \(name)", ru: "Здесь стоит не символ \(name)",
          at: place.mark(in: file))
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if scalar != YAMLText.mark { place.pass(scalar) }
    }
    guard high == nil, raw.count % width == 0 else {
      throw YAMLError(
        en: "The file ends in the middle of a character", ru: "Файл обрывается посреди символа",
        at: place.mark(in: file))
    }
    return text
  }

  /// The first byte that is no UTF-8.
  private static func problemOfUTF8(_ raw: [UInt8], _ file: String) -> YAMLError {
    var place = Place()
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = raw.makeIterator()
    var passed = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        passed += encoded.count
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar != YAMLText.mark { place.pass(scalar) }
      case .error:
        let byte = raw.indices.contains(passed) ? raw[passed] : 0
        let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        return YAMLError(
          en: "The byte 0x\(digits) is no UTF-8; save the file in UTF-8",
          ru: "Байт 0x\(digits) — не UTF-8; сохраните файл в UTF-8", at: place.mark(in: file))
      case .emptyInput:
        return YAMLError(
          en: "The file is no UTF-8", ru: "Файл не в UTF-8", at: place.mark(in: file))
      }
    }
  }

  /// U+FEFF.
  static let mark: Unicode.Scalar = "\u{FEFF}"

  /// A mark may stand before each document; a stream is made of files as well.
  private static func withoutMarks(_ text: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard text.contains(mark[0]) else { return text }
    var clean: [UInt8] = []
    clean.reserveCapacity(text.count)
    var place = 0
    var isAfterEnd = true
    while place < text.count {
      let end = text[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      var line = text[place..<end]
      let unmarked = line.withoutByteOrderMark
      if isAfterEnd || unmarked.starts(with: Array("---".utf8)) { line = unmarked }
      let isEmpty = line.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      let isBeforeDocument = isEmpty || line.first == UInt8(ascii: "#")
      isAfterEnd = line.starts(with: Array("...".utf8)) || (isAfterEnd && isBeforeDocument)
      clean += line
      place = end
    }
    return clean
  }

  /// Where in a text something stands, from 0.
  private struct Place {
    var line = 0
    var column = 0
    var wasReturn = false

    mutating func pass(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "\n" where wasReturn: wasReturn = false
      case "\n", "\r":
        line += 1
        column = 0
        wasReturn = scalar == "\r"
      default:
        column += 1
        wasReturn = false
      }
    }

    func mark(in file: String) -> YAMLMark {
      YAMLMark(file: file, line: line + 1, column: column + 1)
    }
  }
}
