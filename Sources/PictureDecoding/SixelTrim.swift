/// Sixel draws six rows of pixels at a time: a sequence is made for as many, and what reaches below its
/// place is cut.
struct SixelTrim {
  /// Pixels of the place.
  let height: Int

  private static let terminator: [UInt8] = [0x1B, UInt8(ascii: "\\")]

  /// Rows that are drawn: as many as there are, up to sixes.
  var padded: Int { (height + 5) / 6 * 6 }

  /// Pixels of three bytes with their last row again as often as it takes.
  func padded(_ rgb: [UInt8]) -> [UInt8] {
    guard padded > height, height > 0 else { return rgb }
    let row = rgb.suffix(rgb.count / height)
    return rgb + (height..<padded).flatMap { _ in row }
  }

  /// The sequence without what it would draw below the place.
  func cut(_ sequence: [UInt8]) -> [UInt8] {
    let end = sequence.count - SixelTrim.terminator.count
    guard let start = sequence.firstIndex(of: UInt8(ascii: "q")), start < end,
      sequence[end...].elementsEqual(SixelTrim.terminator)
    else { return sequence }
    var result = Array(sequence[...start])
    result.reserveCapacity(sequence.count)
    var rest = sequence[(start + 1)..<end]
    var band = 0
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        let numbers = rest.prefix {
          $0 == UInt8(ascii: ";") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        rest = rest.dropFirst(numbers.count)
        let parts = numbers.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        result.append(byte)
        result += parts.prefix(3).joined(separator: [UInt8(ascii: ";")])
        result += ";\(height)".utf8
      case UInt8(ascii: "-"):
        band += 1
        // A step down after the last rows could scroll the screen.
        if band * 6 < height { result.append(byte) }
      case 0x3F...0x7E:
        let rows = min(6, max(0, height - band * 6))
        result.append(0x3F + (byte - 0x3F) & (1 << UInt8(rows) - 1))
      default: result.append(byte)
      }
    }
    return result + SixelTrim.terminator
  }
}
