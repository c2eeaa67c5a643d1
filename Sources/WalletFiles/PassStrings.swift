import Loyalty

/// A pass's own words in one language: `"key" = "value";`
/// (https://developer.apple.com/documentation/walletpasses/creating-the-source-for-a-pass).
struct PassStrings {
  private var words: [String: String] = [:]
  /// Whether a part of the file could not be read.
  private(set) var isDamaged = false

  /// A text of the pass in that language, or as it is.
  subscript(key: String) -> String { words[key] ?? key }

  static let none = PassStrings()

  private init() {}

  /// What cannot be read is passed over: the pass has its words without it.
  init(_ bytes: [UInt8]) {
    if let list = PropertyList.words(bytes) {
      words = list.words
      isDamaged = list.isDamaged
      return
    }
    guard let text = FileText.decoded(bytes) else {
      isDamaged = true
      return
    }
    var scanner = Scanner(text)
    while let pair = scanner.pair() {
      guard words.count < Self.most else {
        isDamaged = true
        return
      }
      words[pair.key] = pair.value
    }
    isDamaged = scanner.isDamaged
  }

  /// Words in a language.
  static let most = 5000

  /// The words of these, and of others those that are missing here.
  func completed(by others: PassStrings) -> PassStrings {
    var strings = self
    strings.words.merge(others.words) { mine, _ in mine }
    return strings
  }

  /// The files that are there, in the order in which a language takes words from them: its own,
  /// English, the base, then the others.
  static func files(for language: Language, among names: some Sequence<String>) -> [String] {
    let names = names.sorted()
    func named(_ code: String) -> String? {
      names.first { name in
        let folder = name.lowercased()
        return folder.hasPrefix("\(code).lproj/") || folder.hasPrefix("\(code)-")
          || folder.hasPrefix("\(code)_")
      }
    }
    let first = [named(language.rawValue.lowercased()), named("en"), named("base")]
    var seen: Set<String> = []
    return (first.compactMap(\.self) + names).filter { seen.insert($0).inserted }
  }

  private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    /// Whether something was no pair, or had no end.
    private(set) var isDamaged = false

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
    }

    private func at(_ offset: Int = 0) -> Unicode.Scalar? {
      place + offset < scalars.count ? scalars[place + offset] : nil
    }

    mutating func pair() -> (key: String, value: String)? {
      while true {
        skip()
        guard let key = word() else { return nil }
        skip()
        // NB: after what is no pair it goes on at the next line.
        guard at() == "=" else {
          isDamaged = true
          skipLine()
          continue
        }
        place += 1
        skip()
        guard let value = word() else {
          isDamaged = true
          skipLine()
          continue
        }
        skip()
        if at() == ";" { place += 1 }
        return (key, value)
      }
    }

    private mutating func skipLine() {
      while let next = at(), !"\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(next) {
        place += 1
      }
    }

    /// Spaces and comments.
    private mutating func skip() {
      while let next = at() {
        if next.properties.isWhitespace || next == "\u{FEFF}" {
          place += 1
        } else if next == "/", at(1) == "/" {
          skipLine()
        } else if next == "/", at(1) == "*" {
          place += 2
          while place < scalars.count, !(at() == "*" && at(1) == "/") { place += 1 }
          if place == scalars.count { isDamaged = true }
          place = min(scalars.count, place + 2)
        } else {
          return
        }
      }
    }

    /// Between quotation marks, or plain; `nil` at the end.
    private mutating func word() -> String? {
      var word = String.UnicodeScalarView()
      guard let mark = at(), mark == "\"" || mark == "'" else {
        while let next = at(), !next.properties.isWhitespace, !"=;\"".unicodeScalars.contains(next)
        {
          word.append(next)
          place += 1
        }
        if word.isEmpty, at() != nil {
          place += 1
          return ""
        }
        return word.isEmpty ? nil : String(word)
      }
      place += 1
      while let next = at() {
        place += 1
        if next == mark { return String(word) }
        guard next == "\\" else {
          word.append(next)
          continue
        }
        guard let escaped = at() else { break }
        place += 1
        switch escaped {
        case "n": word.append("\n")
        case "t": word.append("\t")
        case "r": word.append("\r")
        case "U", "u": word.append(contentsOf: unit())
        default: word.append(escaped)
        }
      }
      isDamaged = true
      return String(word)
    }

    /// Four hexadecimal digits, and those of the other half of a pair.
    private mutating func unit() -> String.UnicodeScalarView {
      func digits(_ start: Int) -> UInt16? {
        guard start + 4 <= scalars.count else { return nil }
        return UInt16(
          String(String.UnicodeScalarView(scalars[start..<start + 4])), radix: 16)
      }
      guard let first = digits(place) else { return String.UnicodeScalarView() }
      place += 4
      var units = [first]
      if UTF16.isLeadSurrogate(first), at() == "\\", let second = digits(place + 2) {
        units.append(second)
        place += 6
      }
      return String(decoding: units, as: UTF16.self).unicodeScalars
    }
  }
}
