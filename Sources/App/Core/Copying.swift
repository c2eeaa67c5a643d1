import Loyalty

/// What is put on the clipboard from what is looked at.
extension State {
  /// The number, the code or the link; never cut, as half of one is another one.
  var copyable: String? {
    guard let text = surface.copies(self), !text.isEmpty else { return nil }
    let clean = cleaned(text, limit: text.unicodeScalars.count)
    return clean.isEmpty ? nil : clean
  }

  /// Words about it in one line, which begin with whose they are about.
  var shareable: String? {
    let facts = surface.shares(self).compactMap(\.self).map { cleaned($0, limit: 300) }
      .filter { !$0.isEmpty }
    guard !facts.isEmpty else { return nil }
    let name = program?.name.value(in: settings.language).map { cleaned($0, limit: 100) } ?? ""
    let text = facts.joined(separator: " · ")
    return name.isEmpty ? text : "\(name): \(text)"
  }

  mutating func copy() -> [Effect] {
    guard let text = copyable else { return missCopy() }
    toast(phrases.say(.copied, ["text": text]))
    return [.screen(.copy(text))]
  }

  mutating func share() -> [Effect] {
    guard let text = shareable else { return missCopy() }
    toast(phrases.say(.copiedWords, ["text": text]))
    return [.screen(.copy(text))]
  }

  /// What is looked at has nothing of the kind.
  private mutating func missCopy() -> [Effect] {
    toast(phrases.say(.copiedNothing))
    return []
  }
}
