/// A text as it is compared: case and ё do not matter.
struct FoldedText: Equatable, Sendable {
  /// One for each character; of a long text its beginning.
  let letters: [UInt32]
  /// The places at which words begin.
  let starts: [Int]

  /// Characters that are compared: nobody looks for what stands behind them.
  static let longest = 120

  init(_ text: String) {
    var letters: [UInt32] = []
    var starts: [Int] = []
    var isInWord = false
    letters.reserveCapacity(min(text.utf8.count, FoldedText.longest))
    func add(_ letter: UInt32) {
      let isOfWord = FoldedText.isOfWord(letter)
      if isOfWord, !isInWord { starts.append(letters.count) }
      isInWord = isOfWord
      letters.append(letter)
    }
    // NB: looking for clusters costs many times as much, and there are thousands of names.
    let scalars = text.unicodeScalars.prefix(FoldedText.longest + 1)
    if scalars.allSatisfy(FoldedText.isCluster) {
      for scalar in scalars.prefix(FoldedText.longest) { add(FoldedText.folded(scalar)) }
    } else {
      for character in text.prefix(FoldedText.longest) {
        add(character.unicodeScalars.first.map { FoldedText.folded($0) } ?? 0)
      }
    }
    self.letters = letters
    self.starts = starts
  }

  /// Whether it is a character by itself, whatever stands beside it.
  private static func isCluster(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Latin, Cyrillic without combining signs, punctuation without joiners, signs of money.
    case 0x20...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027, 0x20A0...0x20BF, 0x2116:
      true
    default: false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x41...0x5A, 0x410...0x42F: return scalar.value + 0x20
    case 0x401, 0x451: return 0x435
    case ..<0x80, 0x430...0x44F: return scalar.value
    default: return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? 0
    }
  }

  private static func isOfWord(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x30...0x39, 0x61...0x7A, 0x430...0x44F: true
    case ..<0x80: false
    default: Unicode.Scalar(letter)?.properties.isAlphabetic ?? false
    }
  }
}

/// What somebody types to find something: its words, also as if the keyboard had the other layout.
struct PaletteQuery: Equatable, Sendable {
  let typed: [[UInt32]]
  let otherLayout: [[UInt32]]

  init(_ text: String) {
    typed = PaletteQuery.words(text)
    otherLayout = PaletteQuery.words(text.inOtherLayout)
  }

  var isEmpty: Bool { typed.isEmpty }

  private static func words(_ text: String) -> [[UInt32]] {
    text.split(whereSeparator: \.isWhitespace).map { FoldedText(String($0)).letters }
  }
}

/// What of many things fits a query, the best first.
///
/// The beginning of the title is worth most, then that of a word, the initials of words, letters that
/// follow one another, and letters with gaps between them.
struct PaletteRanking {
  /// Letters that were compared so far: what the work is bounded by.
  private(set) var compared = 0

  /// What a word of the query fits.
  fileprivate enum Shape {
    case run(at: Int)
    case initials(fromWord: Int)
    case gaps(from: Int)
  }

  private static let prefix = 1000
  private static let wordPrefix = 900
  private static let initials = 800
  private static let inside = 600
  private static let gaps = 300
  /// An alias is not on the screen, and a wrong layout is a guess.
  private static let aliasCosts = 150
  private static let layoutCosts = 50

  /// - Parameter recent: ids of what was used last, the last one first.
  /// - Returns: places among the entries.
  mutating func rank(
    _ entries: [PaletteEntry], _ query: PaletteQuery, recent: [String] = []
  ) -> [Int] {
    var scores: [(score: Int, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      guard var score = score(of: entry, query) else { continue }
      if let turn = recent.firstIndex(of: entry.id) { score += max(0, 120 - 10 * turn) }
      scores.append((score, place))
    }
    scores.sort { ($1.score, $0.place) < ($0.score, $1.place) }
    return scores.map(\.place)
  }

  /// How well an entry fits; `nil` when it does not.
  mutating func score(of entry: PaletteEntry, _ query: PaletteQuery) -> Int? {
    let typed = score(of: entry, words: query.typed)
    let other = score(of: entry, words: query.otherLayout).map { $0 - PaletteRanking.layoutCosts }
    return [typed, other].compactMap(\.self).max()
  }

  private mutating func score(of entry: PaletteEntry, words: [[UInt32]]) -> Int? {
    guard !words.isEmpty else { return nil }
    var sum = 0
    for word in words {
      var best = fit(word, entry.text)?.score
      for alias in entry.aliases {
        guard let other = fit(word, alias)?.score else { continue }
        best = max(best ?? 0, other - PaletteRanking.aliasCosts)
      }
      guard let best else { return nil }
      sum += best
    }
    return sum / words.count
  }

  /// The characters of the title that the query has found.
  mutating func marks(in entry: PaletteEntry, _ query: PaletteQuery) -> Set<Int> {
    for words in [query.typed, query.otherLayout] {
      let marks = words.flatMap { word in
        fit(word, entry.text).map { places(of: word, $0.shape, entry.text) } ?? []
      }
      if !marks.isEmpty { return Set(marks) }
    }
    return []
  }

  private mutating func fit(
    _ word: [UInt32], _ text: FoldedText
  ) -> (score: Int, shape: Shape)? {
    guard let first = word.first, word.count <= text.letters.count else { return nil }
    for (turn, start) in text.starts.enumerated() where begins(text, with: word, at: start) {
      let score = turn == 0 ? PaletteRanking.prefix : PaletteRanking.wordPrefix - min(turn, 20)
      return (score + (word.count == text.letters.count ? 100 : 0), .run(at: start))
    }
    guard word.count >= 2 else { return nil }
    if let turn = initials(word, text) {
      return (PaletteRanking.initials - min(turn, 20), .initials(fromWord: turn))
    }
    for place in text.letters.indices where begins(text, with: word, at: place) {
      return (PaletteRanking.inside - min(place, 50), .run(at: place))
    }
    guard word.count >= 3 else { return nil }
    var best: (score: Int, shape: Shape)?
    for start in text.starts where text.letters[start] == first {
      guard let span = span(of: word, text, from: start) else { continue }
      let gaps = span - word.count
      guard gaps <= 2 * word.count + 2 else { continue }
      let score = PaletteRanking.gaps - 5 * gaps
      if score > best?.score ?? 0 { best = (score, .gaps(from: start)) }
    }
    return best
  }

  private mutating func begins(_ text: FoldedText, with word: [UInt32], at place: Int) -> Bool {
    guard place + word.count <= text.letters.count else { return false }
    for offset in word.indices {
      compared += 1
      guard text.letters[place + offset] == word[offset] else { return false }
    }
    return true
  }

  /// The first of the words that begin with these letters, one after the other.
  private mutating func initials(_ word: [UInt32], _ text: FoldedText) -> Int? {
    guard word.count <= text.starts.count else { return nil }
    for turn in 0...(text.starts.count - word.count) {
      var count = 0
      while count < word.count {
        compared += 1
        guard text.letters[text.starts[turn + count]] == word[count] else { break }
        count += 1
      }
      if count == word.count { return turn }
    }
    return nil
  }

  /// Columns from the first of the letters to the last; `nil` when they are not all there.
  private mutating func span(of word: [UInt32], _ text: FoldedText, from start: Int) -> Int? {
    var (place, count) = (start, 0)
    while place < text.letters.count {
      compared += 1
      if text.letters[place] == word[count] { count += 1 }
      place += 1
      if count == word.count { return place - start }
    }
    return nil
  }

  private func places(of word: [UInt32], _ shape: Shape, _ text: FoldedText) -> [Int] {
    switch shape {
    case .run(let start): return word.indices.map { start + $0 }
    case .initials(let turn): return word.indices.map { text.starts[turn + $0] }
    case .gaps(let start):
      var (places, place) = ([Int](), start)
      while places.count < word.count, place < text.letters.count {
        if text.letters[place] == word[places.count] { places.append(place) }
        place += 1
      }
      return places
    }
  }
}
