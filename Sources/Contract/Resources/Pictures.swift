import HTTPTypes
import Loyalty

/// Answer of `PUT /v1/admin/pictures/{sha256}`: what the server has read of the picture's head.
public struct StoredPicture: Codable, Equatable, Sendable {
  public var sha256: String
  /// `png`, `jpeg` or `webp`.
  public var kind: String
  public var bytes: Int
  /// Pixels.
  public var width: Int
  /// Pixels.
  public var height: Int

  public init(sha256: String, kind: String, bytes: Int, width: Int, height: Int) {
    self.sha256 = sha256
    self.kind = kind
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}

extension Endpoint {
  static let ofPictures: [Endpoint] = [.picture, .putPicture]

  static let picture = Endpoint(
    .get, "/v1/pictures/{sha256}", .everybody, needs: [], feature: nil,
    path: "PictureDigest",
    answer: .picture,
    id: "getPicture",
    summary: "The bytes of a picture; a digest never gets other bytes."
  ) { .picture(sha256: $0.name) }

  static let putPicture = Endpoint(
    .put, "/v1/admin/pictures/{sha256}", .staff(.editor), needs: [], feature: nil,
    path: "PictureDigest",
    body: .picture, answer: .put("StoredPicture"),
    problems: [.unsupportedMediaType, .limitReached],
    id: "putPicture",
    summary: "A picture for screens and what the program has. Only its head is read: PNG, JPEG or "
      + "WebP, at most 4096 pixels each way, that does not move."
  ) { .putPicture(sha256: $0.name) }
}

extension Schema {
  static let pictures: [String: JSON] = [
    "Picture": object(
      "A picture, and how it fills a place of another shape.",
      [
        "sha256": digest,
        "alt": nullable(reference("LocalizedText")),
        "fit": openEnum(Picture.Fit.allCases.map(\.rawValue)),
        "focus": nullable(reference("PictureFocus")),
      ]),
    "PictureFocus": object(
      "What stays in sight where something is cut off; null is the middle.",
      [
        "x": whole("Per cent of the width, from the left.", Picture.Focus.range),
        "y": whole("Per cent of the height, from the top.", Picture.Focus.range),
      ]),
    "StoredPicture": object(
      "What the server has read of a picture's head.",
      [
        "sha256": digest,
        "kind": openEnum(PictureHead.Kind.allCases.map(\.rawValue)),
        "bytes": whole("Its size.", 1...Picture.Limit.bytes),
        "width": whole("Pixels.", 1...Picture.Limit.side),
        "height": whole("Pixels.", 1...Picture.Limit.side),
      ]),
  ]

  private static let digest: JSON = [
    "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 of the bytes.",
  ]
}

extension Sample {
  static let pictures = [
    Sample("Picture", Picture(sha256: digest)),
    Sample(
      "StoredPicture",
      StoredPicture(sha256: digest, kind: "png", bytes: 70, width: 16, height: 8)),
  ]

  static let picture = Picture(
    sha256: digest, alt: text, fit: .contain, focus: Picture.Focus(x: 50, y: 40))

  private static let digest = String(repeating: "0123456789abcdef", count: 4)
}
