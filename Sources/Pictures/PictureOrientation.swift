/// How a JPEG file lies: a camera that was held on its side notes that instead of turning the pixels
/// (Exif 2.3, tag 0x0112).
public enum PictureOrientation: UInt8, CaseIterable, Sendable {
  case upright = 1
  case mirrored
  case upsideDown
  case mirroredUpsideDown
  case mirroredOnLeftSide
  case onLeftSide
  case mirroredOnRightSide
  case onRightSide

  /// Whether the width of the file is the height of the picture.
  public var isOnSide: Bool { rawValue >= PictureOrientation.mirroredOnLeftSide.rawValue }

  /// Looks for it before the pixels of a JPEG file; whatever makes no sense is upright.
  public init(jpeg bytes: [UInt8]) {
    self = ExifReader(bytes: bytes).orientation ?? .upright
  }
}

private struct ExifReader {
  let bytes: [UInt8]

  private static let name = Array("Exif\0\0".utf8)
  private static let tag = 0x0112
  private static let short = 3

  var orientation: PictureOrientation? {
    var place = 2
    while let marker = number(place, 2), marker > 0xFF00 {
      // A byte to fill up with.
      if marker == 0xFFFF {
        place += 1
        continue
      }
      // The pixels, or the end.
      if marker == 0xFFDA || marker == 0xFFD9 { return nil }
      guard let length = number(place + 2, 2), length >= 2 else { return nil }
      if marker == 0xFFE1, bytes.dropFirst(place + 4).starts(with: ExifReader.name) {
        return noted(from: place + 4 + ExifReader.name.count, to: place + 2 + length)
      }
      place += 2 + length
    }
    return nil
  }

  /// In the first directory of what is built like a TIFF file.
  private func noted(from start: Int, to end: Int) -> PictureOrientation? {
    guard let order = number(start, 2), order == 0x4949 || order == 0x4D4D else { return nil }
    let isLittle = order == 0x4949
    guard let offset = number(start + 4, 4, isLittle), start + offset + 2 <= end,
      let count = number(start + offset, 2, isLittle)
    else { return nil }
    for entry in 0..<count {
      let place = start + offset + 2 + entry * 12
      guard place + 12 <= end else { return nil }
      guard number(place, 2, isLittle) == ExifReader.tag else { continue }
      guard number(place + 2, 2, isLittle) == ExifReader.short,
        let value = number(place + 8, 2, isLittle), value <= 8
      else { return nil }
      return PictureOrientation(rawValue: UInt8(value))
    }
    return nil
  }

  private func number(_ place: Int, _ count: Int, _ isLittle: Bool = false) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    let part = bytes[place..<place + count]
    return isLittle
      ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
  }
}
