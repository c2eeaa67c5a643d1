/// What a picture says of itself at its head; its pixels are not looked at.
public struct PictureHead: Hashable, Sendable {
  public var kind: Kind
  /// Pixels.
  public var width: Int
  /// Pixels.
  public var height: Int
  public var isAnimated: Bool

  public enum Kind: String, CaseIterable, Sendable {
    case png
    case jpeg
    case webp

    /// On the wire.
    public var mediaType: String { "image/\(rawValue)" }

    /// How the names of its files end, the usual way first.
    public var suffixes: [String] {
      switch self {
      case .png: [".png"]
      case .jpeg: [".jpg", ".jpeg"]
      case .webp: [".webp"]
      }
    }

    /// The kind that a file's name tells; `nil` for any other file.
    public init?(fileName: String) {
      let name = fileName.lowercased()
      let kind = Kind.allCases.first { $0.suffixes.contains { name.hasSuffix($0) } }
      guard let kind else { return nil }
      self = kind
    }
  }

  /// Reads the head.
  ///
  /// - Throws: that it is no picture, or that its head is cut short or broken.
  public init(_ bytes: [UInt8]) throws(PictureFault) {
    let reader = HeadReader(bytes: bytes)
    guard let kind = reader.kind else { throw .noPicture }
    self =
      switch kind {
      case .png: try reader.png()
      case .jpeg: try reader.jpeg()
      case .webp: try reader.webp()
      }
    guard width > 0, height > 0 else { throw .broken }
  }

  /// Reads the head of a picture that has to keep to the limits.
  ///
  /// - Parameter said: the kind that it is said to be; `nil` is any.
  /// - Throws: what is wrong with it.
  public init(
    checking bytes: [UInt8], as said: Kind? = nil, most: Int = Picture.Limit.bytes
  ) throws(PictureFault) {
    guard bytes.count <= most else { throw .tooLarge(bytes: bytes.count) }
    guard !bytes.isEmpty else { throw .empty }
    try self.init(bytes)
    if let said, said != kind { throw .otherKind(kind, said: said) }
    guard max(width, height) <= Picture.Limit.side else {
      throw .tooWide(width: width, height: height)
    }
    guard !isAnimated else { throw .animated }
  }
}

/// Bytes of a head by their places; numbers with the most significant byte first unless said.
private struct HeadReader {
  let bytes: [UInt8]

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  var kind: PictureHead.Kind? {
    if bytes.starts(with: HeadReader.png) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    return has("RIFF", at: 0) && has("WEBP", at: 8) ? .webp : nil
  }

  /// ISO/IEC 15948: IHDR first; acTL before the pixels says that it moves.
  func png() throws(PictureFault) -> PictureHead {
    guard try number(8, 4) == 13, has("IHDR", at: 12) else { throw .broken }
    var head = PictureHead(
      kind: .png, width: try number(16, 4), height: try number(20, 4), isAnimated: false)
    var place = HeadReader.png.count
    while true {
      let length = try number(place, 4)
      _ = try number(place + 4, 4)
      if has("IDAT", at: place + 4) { return head }
      if has("acTL", at: place + 4) { head.isAnimated = true }
      // Its name and what its bytes are checked by.
      place += length + 12
    }
  }

  /// ISO/IEC 10918-1: segments up to the one that begins the frame (SOFn).
  func jpeg() throws(PictureFault) -> PictureHead {
    var place = 2
    while true {
      guard try number(place, 1) == 0xFF else { throw .broken }
      let marker = try number(place + 1, 1)
      switch marker {
      // A byte to fill up with.
      case 0xFF: place += 1
      // Stand alone.
      case 0x01, 0xD0...0xD7: place += 2
      // The pixels, or the end, before a frame.
      case 0x00, 0xD8, 0xD9, 0xDA: throw .broken
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        return PictureHead(
          kind: .jpeg, width: try number(place + 7, 2), height: try number(place + 5, 2),
          isAnimated: false)
      default:
        let length = try number(place + 2, 2)
        guard length >= 2 else { throw .broken }
        place += 2 + length
      }
    }
  }

  /// RFC 9649: lossy, lossless, or extended, which says whether it moves.
  func webp() throws(PictureFault) -> PictureHead {
    _ = try number(12, 4)
    if has("VP8 ", at: 12) {
      guard try number(20, 1) & 1 == 0, try number(23, 3) == 0x9D012A else { throw .broken }
      return PictureHead(
        kind: .webp, width: try small(26, 2) & 0x3FFF, height: try small(28, 2) & 0x3FFF,
        isAnimated: false)
    }
    if has("VP8L", at: 12) {
      guard try number(20, 1) == 0x2F else { throw .broken }
      let size = try small(21, 4)
      return PictureHead(
        kind: .webp, width: (size & 0x3FFF) + 1, height: (size >> 14 & 0x3FFF) + 1,
        isAnimated: false)
    }
    guard has("VP8X", at: 12) else { throw .broken }
    return PictureHead(
      kind: .webp, width: try small(24, 3) + 1, height: try small(27, 3) + 1,
      isAnimated: try number(20, 1) & 2 != 0)
  }

  private func has(_ name: String, at place: Int) -> Bool {
    bytes.dropFirst(place).starts(with: name.utf8)
  }

  private func number(_ place: Int, _ count: Int) throws(PictureFault) -> Int {
    guard place + count <= bytes.count else { throw .cutShort }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The least significant byte first.
  private func small(_ place: Int, _ count: Int) throws(PictureFault) -> Int {
    guard place + count <= bytes.count else { throw .cutShort }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension PictureHead {
  fileprivate init(kind: Kind, width: Int, height: Int, isAnimated: Bool) {
    self.kind = kind
    self.width = width
    self.height = height
    self.isAnimated = isAnimated
  }
}
