import CZint

extension BarcodeSymbology {
  /// Codabar between its start and its stop, A to D each, which readers may pass on or not: A where
  /// none were given.
  func codabar(_ value: String) throws(BarcodeError) -> Payload {
    var body = value.filter { !$0.isWhitespace }.uppercased()[...]
    guard let first = body.first else { throw .empty }
    var ends: (start: Character, stop: Character) = ("A", "A")
    if let start = Self.codabarEnds[first] {
      guard body.count > 1, let last = body.last, let stop = Self.codabarEnds[last] else {
        throw .character(first)
      }
      ends = (start, stop)
      body = body.dropFirst().dropLast()
    }
    for character in body where !Self.codabarCharacters.contains(character) {
      throw .character(character)
    }
    guard !body.isEmpty else { throw .empty }
    let content = "\(ends.start)\(body)\(ends.stop)"
    return Payload(content: content, bytes: Array(content.utf8), code: CZINT_CODABAR)
  }

  /// T, N, * and E are other names of the same four.
  private static let codabarEnds: [Character: Character] = [
    "A": "A", "B": "B", "C": "C", "D": "D", "T": "A", "N": "B", "*": "C", "E": "D",
  ]
  private static let codabarCharacters = Set("0123456789-$:/.+")
}
