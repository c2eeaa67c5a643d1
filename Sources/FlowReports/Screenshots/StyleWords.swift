import Cells

extension Style {
  /// `#f4efe8 on #100e0d bold`.
  var words: String {
    ([foreground.words, "on", background.words] + attributes.words).joined(separator: " ")
  }

  /// - Parameter words: as they are written.
  init?(words: Substring) {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1] == "on", let ink = Color(words: parts[0]),
      let ground = Color(words: parts[2])
    else { return nil }
    var attributes: Attributes = []
    for part in parts.dropFirst(3) {
      guard let attribute = Attributes.named.first(where: { $0.name == part }) else { return nil }
      attributes.insert(attribute.value)
    }
    self.init(ink, on: ground, attributes)
  }
}

extension Attributes {
  fileprivate static let named: [(name: String, value: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]

  var words: [String] { Self.named.filter { contains($0.value) }.map(\.name) }
}

extension Color {
  /// `terminal`, the number of an entry of the palette, or `#rrggbb`.
  var words: String {
    switch self {
    case .terminal: "terminal"
    case .palette(let index): "\(index)"
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  fileprivate init?(words: Substring) {
    if words == "terminal" {
      self = .terminal
    } else if words.first == "#" {
      guard words.utf8.count == 7, let value = UInt32(words.dropFirst(), radix: 16) else {
        return nil
      }
      self = .rgb(
        red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    } else {
      guard let index = UInt8(words) else { return nil }
      self = .palette(index)
    }
  }
}
