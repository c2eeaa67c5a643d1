/// Words as a property list, which is what Xcode makes of a file of words: as XML, or binary
/// (`plist(5)`, `CFBinaryPList.c` of CoreFoundation).
///
/// Only texts under keys of the outermost dictionary are taken.
enum PropertyList {
  struct Words {
    var words: [String: String] = [:]
    /// Whether a part could not be read, or was no text.
    var isDamaged = false
  }

  /// - Returns: `nil` for what is no property list at all.
  static func words(_ bytes: [UInt8]) -> Words? {
    if bytes.starts(with: Array("bplist".utf8)) { return BinaryList(bytes: bytes).words }
    guard let text = FileText.decoded(bytes) else { return nil }
    guard
      text.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) == "<"
    else { return nil }
    var list = XMLList(text)
    return list.words()
  }
}

private struct XMLList {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var isDamaged = false

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func words() -> PropertyList.Words {
    var list = PropertyList.Words()
    var depth = 0
    var hasList = false
    var key: String?
    var text = ""
    func endElement(_ name: String) {
      guard depth == 1 else { return }
      if name == "key" {
        key = text
      } else if let word = key {
        if name == "string" { list.words[word] = text } else { list.isDamaged = true }
        key = nil
      }
    }
    while place < scalars.count, list.words.count <= PassStrings.most {
      guard scalars[place] == "<" else {
        text += characters()
        continue
      }
      if skip("<!--", to: "-->") || skip("<?", to: "?>") { continue }
      if starts("<![CDATA[") {
        text += String(String.UnicodeScalarView(inside("<![CDATA[", "]]>")))
        continue
      }
      let tag = String(String.UnicodeScalarView(inside("<", ">")))
      let isEnd = tag.hasPrefix("/")
      let isEmpty = tag.hasSuffix("/")
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter })
      if name == "dict" { hasList = true }
      if ["dict", "array"].contains(name), !isEmpty {
        if isEnd { depth -= 1 } else { depth += 1 }
        // What a key has in it is no word.
        if isEnd, depth == 1 { endElement(name) }
      } else if isEnd {
        endElement(name)
      } else {
        text = ""
        if isEmpty { endElement(name) }
      }
    }
    list.isDamaged = list.isDamaged || isDamaged || depth != 0 || !hasList || place < scalars.count
    return list
  }

  private func starts(_ mark: String) -> Bool {
    scalars[place...].starts(with: mark.unicodeScalars)
  }

  private mutating func skip(_ mark: String, to end: String) -> Bool {
    guard starts(mark) else { return false }
    _ = inside(mark, end)
    return true
  }

  /// What stands between two marks, or all that is left.
  private mutating func inside(_ mark: String, _ end: String) -> ArraySlice<Unicode.Scalar> {
    place += mark.unicodeScalars.count
    let start = place
    while place < scalars.count {
      if starts(end) {
        defer { place += end.unicodeScalars.count }
        return scalars[start..<place]
      }
      place += 1
    }
    isDamaged = true
    return scalars[start...]
  }

  /// Up to the next tag, with `&lt;` and the like as what they stand for.
  private mutating func characters() -> String {
    var text = String.UnicodeScalarView()
    while place < scalars.count, scalars[place] != "<" {
      let next = scalars[place]
      place += 1
      guard next == "&" else {
        text.append(next)
        continue
      }
      guard let end = scalars[place...].prefix(10).firstIndex(of: ";"),
        let meant = Self.entity(String(String.UnicodeScalarView(scalars[place..<end])))
      else {
        isDamaged = true
        text.append(next)
        continue
      }
      text.append(meant)
      place = end + 1
    }
    return String(text)
  }

  private static func entity(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default:
      name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
    }
  }
}

private struct BinaryList {
  let bytes: [UInt8]

  var words: PropertyList.Words {
    var list = PropertyList.Words()
    list.isDamaged = true
    let trailer = bytes.count - 32
    guard trailer >= 8, let width = number(trailer + 6, 1), let wide = number(trailer + 7, 1),
      let count = number(trailer + 8, 8), let top = number(trailer + 16, 8),
      let table = number(trailer + 24, 8), count <= bytes.count
    else { return list }
    func start(_ object: Int) -> Int? {
      (0..<count).contains(object) && table <= bytes.count
        ? number(table + object * width, width) : nil
    }
    func reference(_ place: Int) -> String? {
      number(place, wide).flatMap(start).flatMap(text)
    }
    guard let dictionary = start(top).flatMap({ sized($0, kind: 0xD) }),
      dictionary.count <= PassStrings.most
    else { return list }
    list.isDamaged = false
    for entry in 0..<dictionary.count {
      guard let key = reference(dictionary.start + entry * wide),
        let word = reference(dictionary.start + (dictionary.count + entry) * wide)
      else {
        list.isDamaged = true
        continue
      }
      list.words[key] = word
    }
    return list
  }

  /// A number of so many bytes, the highest first; `nil` beyond the end.
  private func number(_ place: Int, _ width: Int) -> Int? {
    guard (1...8).contains(width), place >= 0, place <= bytes.count - width else { return nil }
    let value = bytes[place..<place + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value <= UInt64(Int32.max) ? Int(value) : nil
  }

  /// Where the content of an object of that kind begins, and how many things it has.
  private func sized(_ place: Int, kind: UInt8) -> (start: Int, count: Int)? {
    guard let mark = number(place, 1), mark >> 4 == Int(kind) else { return nil }
    guard mark & 0xF == 0xF else { return (place + 1, mark & 0xF) }
    guard let size = number(place + 1, 1), size >> 4 == 1, size & 0xF <= 3 else { return nil }
    let width = 1 << (size & 0xF)
    return number(place + 2, width).map { (place + 2 + width, $0) }
  }

  private func text(_ place: Int) -> String? {
    if let (start, count) = sized(place, kind: 0x5), start + count <= bytes.count {
      return String(validating: bytes[start..<start + count], as: UTF8.self)
    }
    guard let (start, count) = sized(place, kind: 0x6), start + 2 * count <= bytes.count else {
      return nil
    }
    let units = (0..<count).map {
      UInt16(bytes[start + 2 * $0]) << 8 | UInt16(bytes[start + 2 * $0 + 1])
    }
    return String(validating: units, as: UTF16.self)
  }
}
