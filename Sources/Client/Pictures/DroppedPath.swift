import Loyalty

/// A path as a terminal types it when a file is dropped on it: between quotation marks, with a
/// backslash before what a shell would read otherwise, or as an address (RFC 8089).
enum DroppedPath {
  /// What a text may mean, the likeliest first: itself, and what it is without what was put around.
  ///
  /// - Parameter text: as it was typed or pasted.
  static func readings(of text: String) -> [String] {
    let text = text.trimmed
    let other = address(text) ?? unquoted(text)
    return [text, other].compactMap(\.self).reduce(into: []) { readings, reading in
      if !reading.isEmpty, !readings.contains(reading) { readings.append(reading) }
    }
  }

  /// `file:///a%20b`, `file://localhost/a`; `nil` for anything else.
  private static func address(_ text: String) -> String? {
    guard text.lowercased().hasPrefix("file://") else { return nil }
    let rest = text.dropFirst("file://".count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    return decoded(rest[slash...].utf8)
  }

  private static func decoded(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16), value != 0 else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The one word that a shell would read; `nil` where there are several, or a quotation does not end.
  private static func unquoted(_ text: String) -> String? {
    var word = ""
    var quote: Character?
    var rest = text[...]
    while let sign = rest.popFirst() {
      if let end = quote, sign == end {
        quote = nil
      } else if sign == "\\", quote != "'" {
        guard let next = rest.popFirst() else { break }
        // Between quotation marks it stands before few signs, and is one of the word before others.
        if quote != nil, !"\"\\$`".contains(next) { word.append(sign) }
        word.append(next)
      } else if quote == nil, sign == "'" || sign == "\"" {
        quote = sign
      } else if quote == nil, sign.isWhitespace {
        return nil
      } else {
        word.append(sign)
      }
    }
    return quote == nil ? word : nil
  }
}

extension String {
  /// Without spaces around it.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
