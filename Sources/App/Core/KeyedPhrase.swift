/// Words that name keys; what stands in these blanks is what the commands write for theirs.
struct KeyedPhrase: Sendable {
  let phrase: Phrase
  /// By the names of the blanks.
  let keys: [String: String]

  init(en english: String, ru russian: String, keys: [String: String]) {
    let names = Array(keys.keys)
    phrase = Phrase(en: tied(english, names), ru: tied(russian, names))
    self.keys = keys
  }

  /// Words that name none, where such as do are taken too.
  init(_ phrase: Phrase) {
    self.phrase = phrase
    keys = [:]
  }
}

/// The text with each key in one row with its word: what follows it, or what leads to it where it is
/// the last of its sentence.
private func tied(_ text: String, _ keys: [String]) -> String {
  keys.reduce(text) { text, name in
    text.replacing("{\(name)} — ", with: "{\(name)}\u{A0}—\u{A0}")
      .replacing("{\(name)} ", with: "{\(name)}\u{A0}")
      .replacing(" {\(name)}.", with: "\u{A0}{\(name)}.")
  }
}

extension Phrasebook {
  func say(keyed words: KeyedPhrase, _ values: [String: String] = [:]) -> String {
    say(words.phrase, words.keys.merging(values) { key, _ in key })
  }
}
