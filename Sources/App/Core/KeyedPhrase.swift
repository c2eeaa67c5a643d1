/// Words that name keys; what stands in these blanks is what the commands write for theirs.
struct KeyedPhrase: Sendable {
  let phrase: Phrase
  /// By the names of the blanks.
  let keys: [String: String]

  init(en english: String, ru russian: String, keys: [String: String]) {
    phrase = Phrase(en: english, ru: russian)
    self.keys = keys
  }

  /// Words that name none, where such as do are taken too.
  init(_ phrase: Phrase) {
    self.phrase = phrase
    keys = [:]
  }
}

extension Phrasebook {
  func say(keyed words: KeyedPhrase, _ values: [String: String] = [:]) -> String {
    say(words.phrase, words.keys.merging(values) { key, _ in key })
  }
}
