import Loyalty

/// A body as it goes over the wire, and the name of its schema: with all members, or with each
/// absent that may be.
///
/// Samples prove the schemas beside them. Only tests look at them, and no program carries them.
struct Sample: Sendable {
  let schema: String
  let body: [UInt8]

  init(_ schema: String, _ body: some Encodable) {
    self.init(schema, encoded: Wire.encode(body))
  }

  init(_ schema: String, encoded body: [UInt8]) {
    self.schema = schema
    self.body = body
  }

  static let now = Instant(milliseconds: 1_795_416_300_123)
  static let text: LocalizedText = [.russian: "Зёрна", .english: "Zerna"]

  /// The only page of a list.
  static func page<Element>(_ data: [Element]) -> Page<Element> {
    Page(data: data, page: PageInfo(nextCursor: nil, hasMore: false))
  }
}
