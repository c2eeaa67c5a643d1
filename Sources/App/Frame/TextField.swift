public import Cells
import Loyalty

/// A line of text being typed, with its caret.
public struct TextField: Equatable, Sendable {
  public private(set) var text: String
  /// Clusters before the caret, 0–`text.count`.
  public private(set) var caret: Int
  /// Clusters that fit; what is typed beyond is not taken.
  public let limit: Int
  private let kind: Kind

  /// What may be typed.
  public enum Kind: Equatable, Sendable {
    case text
    /// Digits, and the signs with which people group them.
    case phone
  }

  public init(_ text: String = "", limit: Int = 200, kind: Kind = .text) {
    self.text = String(text.prefix(limit))
    self.limit = limit
    self.kind = kind
    caret = self.text.count
  }

  /// Inserts what was pasted, as one line.
  public mutating func paste(_ text: String) {
    insert(oneLine(text))
  }

  /// Types text at the caret; line breaks and control characters are left out.
  public mutating func insert(_ typed: String) {
    let typed = kind == .phone ? phoneSigns(in: typed) : typed
    let room = max(0, limit - text.count)
    // A letter may carry a thousand accents: that is one cluster, and a long text.
    let clean = typed.filter { displayWidth(of: $0) > 0 }.prefix(room)
      .map { cleaned(String($0), limit: 1) }.joined()
    text.insert(contentsOf: clean, at: text.index(text.startIndex, offsetBy: caret))
    caret = min(text.count, caret + clean.count)
  }

  public mutating func replace(with text: String) {
    self = TextField(text, limit: limit, kind: kind)
  }

  /// The same with a dot for each cluster.
  var masked: TextField {
    var field = self
    field.text = String(repeating: "•", count: text.count)
    return field
  }

  /// Takes an editing key; `false` when the key means nothing to a field.
  public mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let typed), []), (.character(let typed), .shift): insert(typed)
    case (.backspace, _): remove(from: caret - 1, to: caret)
    case (.delete, _): remove(from: caret, to: caret + 1)
    case (.left, _): caret = max(0, caret - 1)
    case (.right, _): caret = min(text.count, caret + 1)
    case (.home, _), (.character("a"), .control): caret = 0
    case (.end, _), (.character("e"), .control): caret = text.count
    case (.character("u"), .control): remove(from: 0, to: caret)
    case (.character("k"), .control): remove(from: caret, to: text.count)
    case (.character("w"), .control): remove(from: startOfWord(), to: caret)
    case (.character, _), (.enter, _), (.escape, _), (.tab, _), (.insert, _), (.up, _), (.down, _),
      (.pageUp, _), (.pageDown, _), (.function, _):
      return false
    }
    return true
  }

  private mutating func remove(from start: Int, to end: Int) {
    guard start >= 0, end <= text.count, start < end else { return }
    let first = text.index(text.startIndex, offsetBy: start)
    text.removeSubrange(first..<text.index(first, offsetBy: end - start))
    caret = start
  }

  private func startOfWord() -> Int {
    let before = Array(text.prefix(caret))
    var start = caret
    while start > 0, before[start - 1] == " " { start -= 1 }
    while start > 0, before[start - 1] != " " { start -= 1 }
    return start
  }
}

/// A text of several lines as one: a break or a tab, with the blanks around it, is one space, and at
/// either end it is nothing.
func oneLine(_ text: String) -> String {
  let pieces = text.split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\t" }
  let lines = pieces.enumerated().map { index, piece -> Substring in
    let rest = index == 0 ? piece : piece.drop { $0 == " " }
    guard index < pieces.count - 1, let last = rest.lastIndex(where: { $0 != " " }) else {
      return index < pieces.count - 1 ? "" : rest
    }
    return rest[...last]
  }
  return lines.filter { !$0.isEmpty }.joined(separator: " ")
}

/// What of a text a telephone number can have, digits of other scripts as ours.
private func phoneSigns(in text: String) -> String {
  String(
    text.compactMap { sign -> Character? in
      switch sign {
      case "0"..."9", "+", "(", ")", "-", " ": sign
      case "\u{A0}", "\u{202F}": " "
      case ".", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": "-"
      default: sign.wholeNumberValue.flatMap { (0...9).contains($0) ? Character("\($0)") : nil }
      }
    })
}
