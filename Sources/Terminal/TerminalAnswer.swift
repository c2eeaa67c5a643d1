import Cells

/// What a terminal says of itself when it is asked.
enum TerminalAnswer: Equatable, Sendable {
  /// DA1: what it can do, by number.
  case attributes([Int])
  /// `CSI 6 ; height ; width t`: pixels of a cell.
  case cell(Size)
  /// XTSMGRAPHICS: colours that a sixel sequence may name; 0 when it refuses.
  case registers(Int)
  /// kitty's protocol: how it went with an image of that number; `nil` is well.
  case graphics(image: UInt32, failure: String?)

  /// Bytes of one that is believed.
  private static let longest = 256

  /// `G`, keys with their values, `;`, and `OK` or what went wrong.
  init?(graphics body: ArraySlice<UInt8>) {
    guard body.count <= Self.longest, body.first == UInt8(ascii: "G"),
      body.allSatisfy({ (0x20...0x7E).contains($0) }),
      let end = body.firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let keys = body[body.index(after: body.startIndex)..<end].split(separator: UInt8(ascii: ","))
    let images = keys.compactMap { key -> UInt32? in
      let text = String(decoding: key, as: UTF8.self)
      return text.hasPrefix("i=") ? UInt32(text.dropFirst(2)) : nil
    }
    guard let image = images.first, images.count == 1 else { return nil }
    let words = String(decoding: body[body.index(after: end)...].prefix(80), as: UTF8.self)
    self = .graphics(image: image, failure: words == "OK" ? nil : words)
  }

  /// `nil` for what is no answer.
  init?(_ sequence: ControlSequence) {
    guard !sequence.hasIntermediates else { return nil }
    let isPrivate = sequence.mark == UInt8(ascii: "?")
    switch sequence.final {
    case UInt8(ascii: "c") where isPrivate: self = .attributes(sequence.numbers)
    case UInt8(ascii: "S") where isPrivate && sequence.number(0) == 1:
      self = .registers(sequence.number(1) == 0 ? sequence.number(2) : 0)
    case UInt8(ascii: "t") where sequence.mark == nil && sequence.number(0) == 6:
      guard sequence.numbers.count == 3 else { return nil }
      self = .cell(Size(width: sequence.number(2), height: sequence.number(1)))
    default: return nil
    }
  }
}
