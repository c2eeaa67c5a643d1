/// A picture of the business's: which bytes they are, what they show in words, and how they fill a
/// place of another shape.
public struct Picture: Hashable, Codable, Sendable {
  /// Of its bytes: 64 lower-case hexadecimal digits.
  public var sha256: String
  /// What it shows, in words.
  @Nullable public var alt: LocalizedText?
  public var fit: Fit
  /// What stays in sight where something has to be cut off; `nil` is the middle.
  @Nullable public var focus: Focus?

  public init(
    sha256: String, alt: LocalizedText? = nil, fit: Fit = .cover, focus: Focus? = nil
  ) {
    self.sha256 = sha256
    self.alt = alt
    self.fit = fit
    self.focus = focus
  }

  /// What is left out, or means nothing here, has its default; without a digest there is no picture.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    sha256 = try container.decode(String.self, forKey: .sha256)
    guard Picture.isDigest(sha256) else {
      throw DecodingError.dataCorruptedError(
        forKey: .sha256, in: container, debugDescription: "no SHA-256 in lower-case digits")
    }
    alt = try container.decodeIfPresent(LocalizedText.self, forKey: .alt)
    let fit = try container.decodeIfPresent(String.self, forKey: .fit)
    self.fit = fit.flatMap(Fit.init) ?? .cover
    focus = try container.decodeIfPresent(Focus.self, forKey: .focus)
  }

  /// How it fills its place.
  public enum Fit: String, Codable, CaseIterable, Sendable {
    /// All of the place; what does not go in is cut off.
    case cover
    /// All of the picture is there, and some ground beside it.
    case contain
  }

  /// A point of the picture, in per cent of its width from the left and of its height from the top.
  public struct Focus: Hashable, Codable, Sendable {
    /// 0–100.
    public let x: Int
    /// 0–100.
    public let y: Int

    public static let range = 0...100

    /// Takes the nearest point of the picture.
    public init(x: Int, y: Int) {
      self.x = min(max(x, Focus.range.lowerBound), Focus.range.upperBound)
      self.y = min(max(y, Focus.range.lowerBound), Focus.range.upperBound)
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        x: try container.decode(Int.self, forKey: .x),
        y: try container.decode(Int.self, forKey: .y))
    }
  }

  /// How much of a picture there may be; the server refuses what is beyond.
  public enum Limit {
    public static let bytes = 512_000
    /// Of a photograph of a card in the wallet, which no server has: a phone's camera makes them.
    public static let cardBytes = 8 << 20
    /// Pixels of its width, and of its height.
    public static let side = 4_096
    /// Characters of its words, in one language.
    public static let alt = 200
  }
}

extension Picture {
  /// Whether a text has the form of a digest.
  public static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The digest of bytes, as `sha256` has it.
  public static func digest(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.hash(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

extension KeyedDecodingContainer {
  /// A picture that makes no sense is none, and spoils nothing of what it belongs to.
  public func decode(
    _ type: Nullable<Picture>.Type, forKey key: Key
  ) throws -> Nullable<Picture> {
    Nullable(wrappedValue: try? decodeIfPresent(Picture.self, forKey: key))
  }
}
