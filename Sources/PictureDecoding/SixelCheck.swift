/// Whether bytes are one sixel sequence that draws within a place and does nothing else.
struct SixelCheck {
  /// Pixels of the place.
  let width: Int
  let height: Int

  /// Colours that a sequence may name.
  private static let colors = 256
  /// Parameters of one command.
  private static let parameters = 5

  func accepts(_ bytes: [UInt8]) -> Bool {
    // DCS, then ST; between them is printable ASCII alone.
    guard bytes.starts(with: [0x1B, UInt8(ascii: "P")]), bytes.suffix(2) == [0x1B, 0x5C],
      let start = bytes.firstIndex(of: UInt8(ascii: "q")), start <= 16
    else { return false }
    guard
      bytes[2..<start].allSatisfy({
        $0 == UInt8(ascii: ";") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      })
    else { return false }
    return draws(bytes[(start + 1)..<(bytes.count - 2)])
  }

  private func draws(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    var (x, band) = (0, 0)
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "$"): x = 0
      case UInt8(ascii: "-"):
        x = 0
        band += 1
      case UInt8(ascii: "\""):
        guard let numbers = numbers(&rest), numbers.count == 4, numbers[2] <= width,
          numbers[3] <= height
        else { return false }
      case UInt8(ascii: "#"):
        guard let numbers = numbers(&rest), numbers.count == 1 || numbers.count == 5,
          numbers[0] < SixelCheck.colors, numbers.dropFirst(2).allSatisfy({ $0 <= 360 })
        else { return false }
      case UInt8(ascii: "!"):
        guard let numbers = numbers(&rest), numbers.count == 1, let sixel = rest.popFirst(),
          fits(sixel, band)
        else { return false }
        x += numbers[0]
      case 0x3F...0x7E:
        guard fits(byte, band) else { return false }
        x += 1
      default: return false
      }
      guard x <= width else { return false }
    }
    return true
  }

  /// Whether none of the six pixels stands below the place.
  private func fits(_ sixel: UInt8, _ band: Int) -> Bool {
    guard (0x3F...0x7E).contains(sixel) else { return false }
    let rows = height - band * 6
    return rows >= 6 || (sixel - 0x3F) >> max(0, rows) == 0
  }

  /// Numbers with semicolons between them; `nil` when there is none, or too much of them.
  private func numbers(_ rest: inout ArraySlice<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    var number: Int?
    while let byte = rest.first {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        guard let number, number <= 65_535 else { return nil }
      } else if byte == UInt8(ascii: ";") {
        numbers.append(number ?? 0)
        number = nil
        guard numbers.count < SixelCheck.parameters else { return nil }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    return number.map { numbers + [$0] }
  }
}
