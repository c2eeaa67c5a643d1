/// Values that nobody is to read in what a run prints, or on the screens that it keeps.
///
/// A value is found however the app writes it: a phone with spaces and a dash, a long word that goes
/// on in the next row.
struct Secrets: Sendable {
  /// What stands in the place of one.
  static let mark = "•••"
  /// Characters that a value needs: a shorter one is in half of all texts, and hiding it hides them.
  static let shortest = 3
  /// Signs that may stand between two letters of a value, as in `+7 (916) 123-45-67`.
  private static let mostBetween = 3
  /// Letters of a value that is also looked for across the end of a row.
  private static let shortestAcrossRows = 8

  private let values: [[Character]]

  init(_ values: Set<String>) {
    let long = values.filter { $0.count >= Secrets.shortest }
    self.values = long.union(long.map(Secrets.escaped)).map(Array.init)
  }

  var isEmpty: Bool { values.isEmpty }

  /// The text with a mark for each stretch that values cover, also where they overlap.
  func masked(_ text: String) -> String {
    guard !isEmpty else { return text }
    let characters = Array(text)
    let covered = covered(in: characters)
    guard covered.contains(true) else { return text }
    var result = ""
    for (place, character) in characters.enumerated() {
      if !covered[place] {
        result.append(character)
      } else if place == 0 || !covered[place - 1] {
        result += Secrets.mark
      }
    }
    return result
  }

  /// Which characters belong to a value.
  func covered(in text: [Character]) -> [Bool] {
    var covered = [Bool](repeating: false, count: text.count)
    for value in values {
      let letters = value.filter(Secrets.isLetter)
      // A value of signs alone is looked for as it is.
      let isLoose = letters.count >= Secrets.shortest
      let wanted = isLoose ? letters : value
      for start in text.indices where text[start] == wanted[0] {
        guard let end = Secrets.end(of: wanted, in: text, from: start, isLoose) else { continue }
        for place in start...end { covered[place] = true }
      }
    }
    return covered
  }

  /// Where the last of its letters stands, when it begins there.
  private static func end(
    of value: [Character], in text: [Character], from start: Int, _ isLoose: Bool
  ) -> Int? {
    var last = start
    for letter in value.dropFirst() {
      var next = last + 1
      if isLoose {
        while next < text.count, !isLetter(text[next]) { next += 1 }
        let between = text[(last + 1)..<min(next, text.count)]
        let rows = between.count { $0 == "\n" }
        guard between.count <= mostBetween || rows == 1 && value.count >= shortestAcrossRows else {
          return nil
        }
      }
      guard next < text.count, text[next] == letter else { return nil }
      last = next
    }
    return last
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// As it stands in a link (RFC 3986).
  private static func escaped(_ value: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = value.utf8.flatMap { byte -> [UInt8] in
      let character = Character(UnicodeScalar(byte))
      let isPlain = byte < 0x80 && (character.isLetter || character.isNumber)
      return isPlain || "-._~".contains(character)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
