import HTTPTypes
public import Loyalty

extension PictureHead.Kind {
  /// The kind that a `Content-Type` field names; `nil` for any other.
  public init?(mediaType field: String) {
    let type = field.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
    let kind = Self.allCases.first { $0.mediaType == type }
    guard let kind else { return nil }
    self = kind
  }
}

extension Response {
  /// Bytes that never change under their address: they may be kept for a year by everybody.
  ///
  /// - Parameter digest: of the bytes, which is their entity tag.
  public static func immutable(
    _ bytes: [UInt8], type: String, digest: String, for request: Request
  ) -> Response {
    let tag = EntityTag(opaque: digest)
    let fields: HTTPFields = [
      .contentType: type, .eTag: tag.description,
      .cacheControl: "public, max-age=31536000, immutable",
      .xContentTypeOptions: "nosniff",
    ]
    if let known = request.fields[.ifNoneMatch], tag.isNamed(by: known) {
      var fields = fields
      fields[.contentType] = nil
      return Response(status: .notModified, fields: fields)
    }
    return Response(status: .ok, fields: fields, body: bytes)
  }
}
