import Glibc

/// How a code's characters become the bytes that a symbol carries.
struct CharacterSet {
  /// What the symbol says of its bytes (AIM ECI); 0 for nothing.
  let eci: Int32
  let bytes: [UInt8]

  /// - Parameter name: as files name the set; `nil`, or one that does not have the characters, is
  ///   UTF-8, which is said beyond ASCII.
  init(_ value: String, _ name: String?) {
    let name = Name(name)
    if let bytes = name.bytes(of: value) {
      self.bytes = bytes
      eci = bytes.contains { $0 > 0x7F } || !name.hasASCII ? name.eci : 0
    } else {
      bytes = Array(value.utf8)
      eci = bytes.contains { $0 > 0x7F } ? Name.utf8.eci : 0
    }
  }

  /// A set, spelt as the registry of IANA or Java does.
  private struct Name {
    /// Letters and digits, lower case.
    let bare: String
    let name: String

    static let utf8 = Name("UTF-8")

    init(_ name: String?) {
      let name = name ?? "UTF-8"
      self.name = name
      let bare = String(name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
      self.bare = bare.isEmpty || bare == "automatic" ? "utf8" : bare
    }

    private var isLatin1: Bool {
      ["iso88591", "latin1", "isolatin1", "usascii", "ascii", "l1", "cp819"].contains(bare)
    }

    /// Whether ASCII is one byte each.
    var hasASCII: Bool { !bare.hasPrefix("utf16") && !bare.hasPrefix("utf32") }

    /// NB: tills trip over a mark that says ISO-8859-1, which is what they take anything for.
    var eci: Int32 {
      if isLatin1 { return 0 }
      if let part = bare.wholeNumber(after: "iso8859"), (2...16).contains(part), part != 12 {
        return Int32(part + 2)
      }
      return Name.marks[bare] ?? 0
    }

    private static let marks: [String: Int32] = [
      "utf8": 26, "shiftjis": 20, "sjis": 20, "windows1250": 21, "cp1250": 21, "windows1251": 22,
      "cp1251": 22, "windows1252": 23, "cp1252": 23, "windows1256": 24, "cp1256": 24,
      "utf16": 25, "utf16be": 25, "big5": 28, "gb2312": 29, "euckr": 30, "gb18030": 32,
      "utf16le": 33,
    ]

    func bytes(of value: String) -> [UInt8]? {
      if bare == "utf8" { return Array(value.utf8) }
      if isLatin1 {
        let limit: UInt32 = bare.hasSuffix("ascii") ? 0x7F : 0xFF
        let scalars = value.unicodeScalars
        return scalars.allSatisfy { $0.value <= limit } ? scalars.map { UInt8($0.value) } : nil
      }
      return converted(value)
    }

    /// By the system's converter.
    private func converted(_ value: String) -> [UInt8]? {
      // A mark of the byte order would be a part of the code.
      let target = bare == "utf16" ? "UTF-16BE" : name
      guard target.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }),
        let converter = iconv_open(target, "UTF-8"), Int(bitPattern: converter) != -1
      else { return nil }
      defer { iconv_close(converter) }
      var input = value.utf8.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 4 * input.count + 16)
      let capacity = output.count
      let left = input.withUnsafeMutableBufferPointer { from in
        output.withUnsafeMutableBufferPointer { to -> Int? in
          var (source, sourceLeft) = (from.baseAddress, from.count)
          var (target, targetLeft) = (to.baseAddress, to.count)
          // NB: a count above 0 is of characters that were replaced by others.
          let result = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
          return result == 0 && sourceLeft == 0 ? targetLeft : nil
        }
      }
      return left.map { output.prefix(capacity - $0).map { UInt8(bitPattern: $0) } }
    }
  }
}

extension String {
  /// The number that follows a beginning, when that is all.
  fileprivate func wholeNumber(after beginning: String) -> Int? {
    hasPrefix(beginning) ? Int(dropFirst(beginning.count)) : nil
  }
}
