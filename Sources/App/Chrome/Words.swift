import Cells
import Loyalty

extension State {
  /// What a member is told about a trouble, and what to do about it.
  func words(for trouble: Trouble) -> String {
    switch trouble {
    case .offline(let cause):
      return phrases.words(for: cause, again: hasRefreshKey ? .offlineAgain : .offlineWait)
    case .refused where trouble.isTooOld: return phrases.say(.tooOld)
    case .refused(_, let title, let detail, let retryAfter):
      var sentences = [title]
      if let detail, detail != title { sentences.append(detail) }
      if let retryAfter {
        let wait = phrases.duration(seconds: Int64(retryAfter))
        sentences.append(phrases.say(.waitFor, ["time": wait]))
      }
      return sentences.joined(separator: " ")
    case .garbled: return phrases.say(.badAnswer)
    case .tooLarge: return phrases.say(.tooLarge)
    case .signedOut: return phrases.say(.signedOut)
    case .storage(let problem): return phrases.wordsForNotKeeping(problem)
    case .local(let cause): return phrases.say(.localFailure, ["cause": cause])
    }
  }

  /// Whether the key of "refresh" does that here, and is not typed or something else's.
  private var hasRefreshKey: Bool {
    guard isInside, focusedField == nil, openForm == nil, editor?.text == nil else { return false }
    return Command.command(for: .character("r"), in: self)?.action == .refresh
  }

  /// Shows a word; the same word is not stacked, and only the last three stay.
  mutating func toast(_ text: String, isError: Bool = false) {
    toasts.removeAll { $0.text == text }
    let until = isError ? nil : now.adding(seconds: Toast.seconds)
    toasts.append(Toast(text: text, isError: isError, until: until))
    if toasts.count > 3 { toasts.removeFirst() }
  }
}
