import FoundationEssentials
public import Loyalty

/// A place in a list that is sorted by time and id: where the next page begins.
///
/// Opaque for clients; on the wire base64url of `1.<milliseconds>.<id>`.
public struct Cursor: Equatable, Sendable {
  public var createdAt: Instant
  public var id: String

  public init(createdAt: Instant, id: String) {
    self.createdAt = createdAt
    self.id = id
  }

  /// `nil` for anything that `text` of a cursor could not have written.
  public init?(_ text: String) {
    guard text.utf8.count <= PageQuery.longestCursor,
      let bytes = Data(base64Encoded: Cursor.standard(text)),
      let plain = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let parts = plain.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "1", let milliseconds = Int64(parts[1]),
      !parts[2].isEmpty, parts[2].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    self.init(createdAt: Instant(milliseconds: milliseconds), id: String(parts[2]))
    guard self.text == text else { return nil }
  }

  public var text: String {
    Data("1.\(createdAt.rawValue).\(id)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// The alphabet and the padding of RFC 4648, section 4.
  private static func standard(_ text: String) -> String {
    let missing = (4 - text.utf8.count % 4) % 4
    return text.replacing("-", with: "+").replacing("_", with: "/")
      + String(repeating: "=", count: missing)
  }
}
