import Loyalty

/// The right word that somebody may have meant.
public enum Nearest {
  /// - Returns: a word that differs in few letters, whatever their case; `nil` when none does.
  public static func word(to wrong: String, among right: [String]) -> String? {
    let letters = Array(wrong.lowercased())
    guard (1...60).contains(letters.count) else { return nil }
    let most = max(1, letters.count / 3)
    let all = right.map { (word: $0, distance: editDistance(letters, Array($0.lowercased()))) }
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
}
