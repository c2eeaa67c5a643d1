/// A run of `*` or `_` that may begin or end emphasis (CommonMark 0.31.2, 6.2).
struct Delimiter {
  let mark: Unicode.Scalar
  /// How long it was, and how much of it nothing has used yet.
  let length: Int
  private(set) var count: Int
  /// Where it stands among the pieces.
  let piece: Int
  let canOpen: Bool
  let canClose: Bool

  init(
    _ mark: Unicode.Scalar, count: Int, piece: Int, before: Unicode.Scalar?,
    after: Unicode.Scalar?
  ) {
    self.mark = mark
    length = count
    self.count = count
    self.piece = piece
    let spaceBefore = before?.isSpace ?? true
    let spaceAfter = after?.isSpace ?? true
    let pointBefore = before?.isPunctuation ?? false
    let pointAfter = after?.isPunctuation ?? false
    let left = !spaceAfter && (!pointAfter || spaceBefore || pointBefore)
    let right = !spaceBefore && (!pointBefore || spaceAfter || pointAfter)
    canOpen = mark == "*" ? left : left && (!right || pointBefore)
    canClose = mark == "*" ? right : right && (!left || pointAfter)
  }

  /// Pairs what opens with what closes, from a delimiter on.
  ///
  /// - Returns: whether something that opens was left over.
  static func match(
    _ delimiters: inout [Delimiter], from first: Int, in pieces: inout [MarkupParser.Piece]
  ) -> Bool {
    // What may still open, the innermost last; below a bottom no opener fits such a closer.
    var openers: [Int] = []
    var bottoms: [Bottom: Int] = [:]
    for index in first..<max(first, delimiters.count) {
      while delimiters[index].canClose, delimiters[index].count > 0 {
        let key = Bottom(delimiters[index])
        let bottom = bottoms[key] ?? 0
        let found = openers[min(bottom, openers.count)...].lastIndex {
          delimiters[$0].opens(for: delimiters[index])
        }
        guard let found else {
          bottoms[key] = openers.count
          break
        }
        let opener = openers[found]
        pair(opener, index, &delimiters, &pieces)
        openers.removeSubrange((found + (delimiters[opener].count > 0 ? 1 : 0))...)
        for (key, bottom) in bottoms where bottom > openers.count { bottoms[key] = openers.count }
      }
      if delimiters[index].canOpen, delimiters[index].count > 0 { openers.append(index) }
    }
    for index in first..<max(first, delimiters.count) {
      let delimiter = delimiters[index]
      pieces[delimiter.piece].text = String(
        repeating: Character(delimiter.mark), count: delimiter.count)
    }
    return !openers.isEmpty
  }

  private static func pair(
    _ opener: Int, _ closer: Int, _ delimiters: inout [Delimiter],
    _ pieces: inout [MarkupParser.Piece]
  ) {
    let isStrong = delimiters[opener].count >= 2 && delimiters[closer].count >= 2
    let used = isStrong ? 2 : 1
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    // What is left of the opener stands before it, what is left of the closer behind.
    let begin = delimiters[opener].piece + 1
    let end = delimiters[closer].piece
    if isStrong {
      pieces[begin].strength += 1
      pieces[end].strength -= 1
    } else {
      pieces[begin].emphasis += 1
      pieces[end].emphasis -= 1
    }
  }

  private func opens(for closer: Delimiter) -> Bool {
    guard mark == closer.mark, count > 0 else { return false }
    // "If one of the delimiters can both open and close", the rule of multiples of three.
    guard canClose || closer.canOpen else { return true }
    return (length + closer.length) % 3 != 0 || (length % 3 == 0 && closer.length % 3 == 0)
  }

  /// Closers that look for the same openers.
  private struct Bottom: Hashable {
    let mark: Unicode.Scalar
    let canOpen: Bool
    let remainder: Int

    init(_ closer: Delimiter) {
      mark = closer.mark
      canOpen = closer.canOpen
      remainder = closer.length % 3
    }
  }
}
