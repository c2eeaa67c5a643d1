public import Loyalty

/// What a reader can read, from the `Accept-Language` field (RFC 9110, 12.5.4).
public struct AcceptLanguage: Equatable, Sendable {
  private struct Range: Equatable {
    /// Lower case; `*` stands for every other language.
    var tag: String
    /// Thousandths.
    var quality: Int
  }

  private let ranges: [Range]

  /// Never fails: what cannot be read is left out, and only the first 32 ranges count.
  public init(_ field: String) {
    ranges = field.split(separator: ",").prefix(32).compactMap { part in
      let pieces = part.split(separator: ";").map(trimmed)
      guard let tag = pieces.first, !tag.isEmpty else { return nil }
      guard pieces.count > 1 else { return Range(tag: tag, quality: 1000) }
      return thousandths(pieces[1]).map { Range(tag: tag, quality: $0) }
    }
  }

  /// The offered language that suits best; the first one when nothing does, `nil` when none is.
  public func best(among offered: [Language]) -> Language? {
    var best: (language: Language, quality: Int)?
    for language in offered {
      let quality = quality(of: language)
      if quality > best?.quality ?? 0 { best = (language, quality) }
    }
    return best?.language ?? offered.first
  }

  /// Languages match by their first subtag, so that `ru-RU` finds `ru`.
  private func quality(of language: Language) -> Int {
    let primary = primary(language.rawValue.lowercased())
    let named = ranges.filter { self.primary($0.tag) == primary }
    return named.map(\.quality).max() ?? ranges.first { $0.tag == "*" }?.quality ?? 0
  }

  private func primary(_ tag: String) -> Substring {
    tag.prefix { $0 != "-" }
  }
}

/// Lower case without blanks around it.
private func trimmed(_ text: Substring) -> String {
  let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
  var text = text.drop(while: isBlank)
  while let last = text.last, isBlank(last) { text.removeLast() }
  return text.lowercased()
}

/// `q=0.8` is 800; `nil` when it is no weight of RFC 9110, 12.4.2.
private func thousandths(_ weight: String) -> Int? {
  guard weight.hasPrefix("q=") else { return nil }
  let digits = weight.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
  guard digits.count <= 2, let whole = digits.first.flatMap({ Int($0) }) else { return nil }
  let decimals = digits.count == 2 ? digits[1] : ""
  guard (0...1).contains(whole), decimals.utf8.count <= 3,
    decimals.utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  let padded = decimals + String(repeating: "0", count: 3 - decimals.utf8.count)
  let quality = whole * 1000 + (Int(padded) ?? 0)
  return quality <= 1000 ? quality : nil
}
