/// Values that nobody is to read in what a run prints.
struct Secrets: Sendable {
  /// What stands in the place of one.
  static let mark = "•••"
  /// Characters that a value needs: a shorter one is in half of all texts, and hiding it hides them.
  static let shortest = 3

  private let values: [[UInt8]]

  init(_ values: Set<String>) {
    let long = values.filter { $0.count >= Secrets.shortest }
    let all = long.union(long.map(Secrets.escaped))
    self.values = all.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  /// The text with a mark for each stretch that values cover, also where they overlap.
  func masked(_ text: String) -> String {
    guard !values.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    var isAny = false
    for value in values where value.count <= bytes.count {
      for start in 0...(bytes.count - value.count)
      where bytes[start] == value[0] && bytes[start...].starts(with: value) {
        for place in start..<(start + value.count) { covered[place] = true }
        isAny = true
      }
    }
    guard isAny else { return text }
    var result: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if !covered[place] {
        result.append(byte)
      } else if place == 0 || !covered[place - 1] {
        result += Array(Secrets.mark.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
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
