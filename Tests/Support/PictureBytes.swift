/// Pictures as bytes, built by hand.
public enum PictureBytes {
  public static func png(
    width: Int = 3, height: Int = 2, before: [(name: String, bytes: [UInt8])] = []
  ) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let size: [UInt8] = big(width, 4) + big(height, 4)
    bytes += chunk("IHDR", size + [8, 2, 0, 0, 0])
    for (name, body) in before { bytes += chunk(name, body) }
    bytes += chunk("IDAT", [1, 2, 3])
    return bytes + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    var bytes = big(body.count, 4)
    bytes += Array(name.utf8)
    bytes += body
    return bytes + [0, 0, 0, 0]
  }

  /// - Parameter frame: the marker of its frame, 0xC0 is a baseline one.
  public static func jpeg(width: Int = 3, height: Int = 2, frame: UInt8 = 0xC0) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 6, 0x4A, 0x46, 0x49, 0x46]
    bytes += [0xFF, 0xFF, 0xDB, 0, 3, 0] as [UInt8]
    bytes += [0xFF, frame, 0, 11, 8] as [UInt8]
    bytes += big(height, 2)
    bytes += big(width, 2)
    bytes += [1, 1, 0x11, 0] as [UInt8]
    return bytes + [0xFF, 0xDA, 0, 2, 0x55, 0xFF, 0xD9]
  }

  public static func lossy(width: Int = 3, height: Int = 2) -> [UInt8] {
    var body: [UInt8] = [0x10, 0, 0, 0x9D, 0x01, 0x2A]
    body += small(width, 2)
    body += small(height, 2)
    return webp("VP8 ", body)
  }

  public static func lossless(width: Int = 3, height: Int = 2) -> [UInt8] {
    let size = (width - 1) | (height - 1) << 14
    return webp("VP8L", [0x2F] + small(size, 4))
  }

  /// - Parameter flags: 2 says that it moves.
  public static func extended(width: Int = 3, height: Int = 2, flags: UInt8 = 0) -> [UInt8] {
    var body: [UInt8] = [flags, 0, 0, 0]
    body += small(width - 1, 3)
    body += small(height - 1, 3)
    return webp("VP8X", body)
  }

  private static func webp(_ name: String, _ body: [UInt8]) -> [UInt8] {
    var chunk = Array(name.utf8)
    chunk += small(body.count, 4)
    chunk += body
    var bytes = Array("RIFF".utf8)
    bytes += small(chunk.count + 4, 4)
    bytes += Array("WEBP".utf8)
    return bytes + chunk
  }

  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    Array(small(number, count).reversed())
  }

  private static func small(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
