/// The right word that somebody may have meant.
public enum Nearest {
  /// - Returns: a word that differs in few letters, whatever their case; `nil` when none does.
  public static func word(to wrong: String, among right: [String]) -> String? {
    let letters = Array(wrong.lowercased())
    guard (1...60).contains(letters.count) else { return nil }
    let most = max(1, letters.count / 3)
    let all = right.map { (word: $0, distance: distance(letters, Array($0.lowercased()))) }
    // The first of equals, so that the answer does not change from run to run.
    let best = all.min { $0.distance < $1.distance }
    guard let best, best.distance <= most else { return nil }
    return best.word
  }

  /// "Did you mean …?", or all words where they are few.
  static func hint(to wrong: String, among right: [String]) -> Wording? {
    if let word = word(to: wrong, among: right) {
      return Wording(en: "Did you mean \"\(word)\"?", ru: "Может быть, «\(word)»?")
    }
    guard !right.isEmpty, right.count <= 24 else { return nil }
    return Wording(
      en: "Known here: \(right.joined(separator: ", "))",
      ru: "Здесь бывает: \(right.joined(separator: ", "))")
  }

  /// Letters to be added, removed, changed or swapped with their neighbour.
  static func distance(_ one: [Character], _ other: [Character]) -> Int {
    guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
    var before = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for row in 1...one.count {
      var next = [row] + [Int](repeating: 0, count: other.count)
      for column in 1...other.count {
        let isSame = one[row - 1] == other[column - 1]
        next[column] = min(
          last[column] + 1, next[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2],
          one[row - 2] == other[column - 1]
        {
          next[column] = min(next[column], before[column - 2] + 1)
        }
      }
      (before, last) = (last, next)
    }
    return last[other.count]
  }
}
