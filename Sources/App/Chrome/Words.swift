import Cells
import Loyalty

extension State {
  /// What a member is told about a trouble, and what to do about it.
  func words(for trouble: Trouble) -> String { phrases.words(for: trouble, again: again) }

  /// The same for a place where its title stands already.
  func advice(for trouble: Trouble) -> String { phrases.advice(for: trouble, again: again) }

  private var again: Again { hasRefreshKey ? .byKey : .byItself }

  /// Whether the key of "refresh" does that here, and is not typed or something else's.
  private var hasRefreshKey: Bool {
    guard isInside, focusedField == nil, openForm == nil, editor?.text == nil else { return false }
    let keys = Command.core.first { $0.action == .refresh }?.keys ?? []
    return keys.first.flatMap { command(for: $0) }?.action == .refresh
  }

  /// Shows a word; the same word is not stacked, and only the last three stay.
  mutating func toast(_ text: String, isError: Bool = false) {
    toasts.removeAll { $0.text == text }
    let until = isError ? nil : now.adding(seconds: Toast.seconds)
    toasts.append(Toast(text: text, isError: isError, until: until))
    if toasts.count > 3 { toasts.removeFirst() }
  }
}
