/// A pattern of paths: `*` and `?` within a folder, `**` through all of them, `[a-z]` and `{a,b}`.
struct Glob: Sendable {
  private enum Sign: Equatable, Sendable {
    case letter(Character)
    case one
    case many
    case deep
    case set([ClosedRange<Character>], isExcluded: Bool)
  }

  private let patterns: [[Sign]]

  init(_ text: String) {
    // Longer than any path.
    let text = String((text.hasPrefix("./") ? text.dropFirst(2) : text[...]).prefix(1000))
    patterns = Glob.alternatives(of: text).map(Glob.signs)
  }

  func matches(_ path: String) -> Bool {
    patterns.contains { Glob.matches(Array(path), $0) }
  }

  /// With each of the words in braces; of more than a hundred the rest is left out.
  private static func alternatives(of text: String) -> [String] {
    guard let open = text.firstIndex(of: "{"),
      let close = text[open...].firstIndex(of: "}")
    else { return [text] }
    let words = text[text.index(after: open)..<close]
      .split(separator: ",", omittingEmptySubsequences: false)
    let ends = alternatives(of: String(text[text.index(after: close)...]))
    return Array(words.flatMap { word in ends.map { text[..<open] + word + $0 } }.prefix(100))
      .map(String.init)
  }

  private static func signs(_ text: String) -> [Sign] {
    var signs: [Sign] = []
    var rest = text[...]
    while let first = rest.popFirst() {
      switch first {
      case "*" where rest.first == "*":
        rest.removeFirst()
        signs.append(.deep)
      case "*": signs.append(.many)
      case "?": signs.append(.one)
      case "\\": signs.append(.letter(rest.popFirst() ?? "\\"))
      case "[":
        guard let end = rest.dropFirst().firstIndex(of: "]") else {
          signs.append(.letter(first))
          continue
        }
        signs.append(set(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      default: signs.append(.letter(first))
      }
    }
    return signs
  }

  private static func set(_ text: Substring) -> Sign {
    let isExcluded = text.first == "!"
    let letters = Array(isExcluded ? text.dropFirst() : text)
    var ranges: [ClosedRange<Character>] = []
    var place = 0
    while place < letters.count {
      if place + 2 < letters.count, letters[place + 1] == "-",
        letters[place] <= letters[place + 2]
      {
        ranges.append(letters[place]...letters[place + 2])
        place += 3
      } else {
        ranges.append(letters[place]...letters[place])
        place += 1
      }
    }
    return .set(ranges, isExcluded: isExcluded)
  }

  /// Goes through the path once, with all places of the pattern that are still possible.
  private static func matches(_ path: [Character], _ signs: [Sign]) -> Bool {
    /// Signs that match nothing may be passed at once.
    func closed(_ places: Set<Int>) -> Set<Int> {
      var all = places
      for place in places {
        var next = place
        while next < signs.count, signs[next] == .many || signs[next] == .deep {
          next += 1
          all.insert(next)
        }
      }
      return all
    }
    var places = closed([0])
    for letter in path {
      var next: Set<Int> = []
      for place in places where place < signs.count {
        switch signs[place] {
        case .letter(let wanted): if wanted == letter { next.insert(place + 1) }
        case .one: if letter != "/" { next.insert(place + 1) }
        case .many: if letter != "/" { next.insert(place) }
        case .deep: next.insert(place)
        case .set(let ranges, let isExcluded):
          if letter != "/", ranges.contains(where: { $0.contains(letter) }) != isExcluded {
            next.insert(place + 1)
          }
        }
      }
      places = closed(next)
      if places.isEmpty { return false }
    }
    return places.contains(signs.count)
  }
}
