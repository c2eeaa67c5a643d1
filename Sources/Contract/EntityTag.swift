/// A strong validator of one body (RFC 9110, 8.8.3): equal bytes, equal tag.
public struct EntityTag: Hashable, Sendable, CustomStringConvertible {
  /// With its quotes, as the `ETag` field carries it.
  public let description: String

  /// The tag of these bytes: FNV-1a of 128 bits, which tells versions of one resource apart and
  /// protects nothing.
  public init(of body: [UInt8]) {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in body {
      hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    let digits = String(hash, radix: 36)
    description = "\"\(digits)\""
  }

  /// The tag of bytes that are named already.
  ///
  /// - Parameter name: of visible ASCII characters without a quote.
  init(opaque name: String) {
    description = "\"\(name)\""
  }

  /// Whether an `If-None-Match` field names this tag or `*`, by the weak comparison it asks for.
  ///
  /// A field that is not well formed matches nothing, so the whole body is sent.
  public func isNamed(by field: String) -> Bool {
    var rest = Substring(field)
    skip(&rest, " \t")
    if rest.first == "*" { return rest.dropFirst().allSatisfy { $0 == " " || $0 == "\t" } }
    while !rest.isEmpty {
      skip(&rest, " \t,")
      if rest.hasPrefix("W/") { rest.removeFirst(2) }
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        return false
      }
      if rest[...end] == description { return true }
      rest = rest[rest.index(after: end)...]
    }
    return false
  }

  private func skip(_ text: inout Substring, _ characters: String) {
    text = text.drop { characters.contains($0) }
  }
}
