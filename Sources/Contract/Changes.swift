import Loyalty

/// Answer of `GET /v1/changes`: everything that is not as the client's token says it knows it.
///
/// `data` holds the body of each resource that changed, by the resource's name: the same body that
/// the resource's own route answers with.
public struct Changes: Hashable, Sendable {
  /// What the next request says as `since`; opaque, at most 512 bytes.
  public var next: String
  public var data: [String: [UInt8]]
  /// Where `GET /v1/events` stands before any of this was read: `Last-Event-ID` for who goes on
  /// from here; `nil` from a server that has no events.
  public var lastEventID: String?

  /// Bytes of a token.
  public static let longestToken = 512

  public init(next: String, data: [String: [UInt8]], lastEventID: String? = nil) {
    self.next = next
    self.data = data
    self.lastEventID = lastEventID
  }

  /// As it goes over the wire; each body stands in it as it is.
  public var encoded: [UInt8] {
    var bytes = Array("{\"data\":{".utf8)
    for (index, (name, body)) in data.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += Wire.encode(name) + [UInt8(ascii: ":")] + body
    }
    return bytes + Array("},\"last_event_id\":".utf8) + Wire.encode(lastEventID)
      + Array(",\"next\":".utf8) + Wire.encode(next) + [UInt8(ascii: "}")]
  }

  /// Reads an answer; bodies are kept byte for byte, so that what this version does not know
  /// survives.
  public init(_ bytes: [UInt8]) throws(WireError) {
    // Decoding says whether all of it is JSON, so that cutting it may be simple.
    let head = try Wire.decode(Head.self, from: bytes)
    guard head.next.utf8.count <= Changes.longestToken else {
      throw WireError(reason: .invalid, pointer: "/next")
    }
    let members = RawObject.members(of: bytes[...])
    self.init(
      next: head.next,
      data: RawObject.members(of: members["data"] ?? []).mapValues { Array($0) },
      lastEventID: head.lastEventID.flatMap {
        $0.utf8.count <= Changes.longestToken ? $0 : nil
      })
  }

  private struct Head: Decodable {
    var next: String
    var data: [String: Anything]
    var lastEventID: String?

    enum CodingKeys: String, CodingKey {
      case next, data
      case lastEventID = "last_event_id"
    }
  }

  /// Any value; that it is one is all that matters.
  private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
  }
}

/// Cuts JSON that is known to be well formed into the members of its object.
enum RawObject {
  /// The text of each member's value; names with escapes are passed over, as no name has any.
  static func members(of text: ArraySlice<UInt8>) -> [String: ArraySlice<UInt8>] {
    var members: [String: ArraySlice<UInt8>] = [:]
    var depth = 0
    var name: String?
    var start: Int?
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(text, from: place)
        if depth == 1, name == nil {
          name = String(decoding: text[(place + 1)..<end], as: UTF8.self)
        }
        if depth == 1, start == nil, name != nil, isValue(text, place) { start = place }
        place = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 1, start == nil { start = place }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        if byte != UInt8(ascii: ",") { depth -= 1 }
        let ends = byte == UInt8(ascii: ",") ? depth == 1 : depth == 0
        if ends, let found = name, let from = start {
          members[found] = trimmed(text[from..<place])
          name = nil
          start = nil
        }
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: break
      default: if depth == 1, start == nil, name != nil { start = place }
      }
      place += 1
    }
    return members
  }

  /// Whether a string at the first level stands after a colon.
  private static func isValue(_ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    let before = text[..<place].last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return before == UInt8(ascii: ":")
  }

  private static func endOfString(_ text: ArraySlice<UInt8>, from place: Int) -> Int {
    var end = place + 1
    while end < text.endIndex, text[end] != UInt8(ascii: "\"") {
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end, text.endIndex - 1)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { text.removeLast() }
    return text
  }
}
