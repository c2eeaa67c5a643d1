import Pictures
import Testing

struct PictureOrientationTests {
  /// A JPEG head with Exif: the byte order, the tag, its type and value, and bytes cut off at the end.
  private static func head(
    isLittle: Bool = true, tag: Int = 0x0112, type: Int = 3, value: Int, offset: Int = 8
  ) -> [UInt8] {
    func number(_ number: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
      return isLittle ? bytes : bytes.reversed()
    }
    var tiff: [UInt8] = Array((isLittle ? "II" : "MM").utf8)
    tiff += number(42, 2) + number(offset, 4) + number(2, 2)
    tiff += number(0x010F, 2) + number(2, 2) + number(4, 4) + Array("Cam\0".utf8)
    tiff += number(tag, 2) + number(type, 2) + number(1, 4) + number(value, 2) + [0, 0]
    tiff += number(0, 4)
    let body: [UInt8] = Array("Exif\0\0".utf8) + tiff
    // What stands before it, and a byte to fill up with.
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF]
    bytes += [0xFF, 0xE1, 0, UInt8(body.count + 2)]
    return bytes + body + [0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0]
  }

  @Test(arguments: PictureOrientation.allCases)
  func `it is read in both byte orders`(orientation: PictureOrientation) {
    for isLittle in [true, false] {
      let bytes = Self.head(isLittle: isLittle, value: Int(orientation.rawValue))
      #expect(PictureOrientation(jpeg: bytes) == orientation)
    }
  }

  @Test func `what makes no sense is upright`() {
    let odd: [[UInt8]] = [
      [], [0xFF, 0xD8], Self.head(value: 0), Self.head(value: 9), Self.head(value: 0xFFFF),
      Self.head(type: 4, value: 6), Self.head(tag: 0x0113, value: 6),
      Self.head(value: 6, offset: 0x7FFF_FFFF), Self.head(value: 6, offset: 60),
      // Past the pixels.
      [0xFF, 0xD8, 0xFF, 0xDA, 0, 2] + Self.head(value: 6).dropFirst(2),
    ]
    for bytes in odd { #expect(PictureOrientation(jpeg: bytes) == .upright) }
    let whole = Self.head(value: 6)
    for count in whole.indices {
      _ = PictureOrientation(jpeg: Array(whole.prefix(count)))
    }
  }

  @Test func `on its side its width is its height`() {
    #expect(PictureOrientation.allCases.filter(\.isOnSide).map(\.rawValue) == [5, 6, 7, 8])
  }
}
