import HTTPTypes
public import Loyalty

/// Answer of `GET /v1/changes`: everything that is not as the client's token says it knows it.
///
/// `data` holds the body of each resource that changed: the same body that the resource's own route
/// answers with.
public struct Changes: Equatable, Sendable {
  /// What the next request says as `since`; opaque, at most 512 bytes.
  public var next: String
  public var data: [Resource: [UInt8]]
  /// Where `GET /v1/events` stands before any of this was read: `Last-Event-ID` for who goes on
  /// from here; `nil` from a server that has no events.
  public var lastEventID: String?

  /// Bytes of a token.
  public static let longestToken = 512

  public init(next: String, data: [Resource: [UInt8]], lastEventID: String? = nil) {
    self.next = next
    self.data = data
    self.lastEventID = lastEventID
  }

  /// As it goes over the wire; each body stands in it as it is.
  public var encoded: [UInt8] {
    var bytes = Array("{\"data\":{".utf8)
    for (index, (resource, body)) in data.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      .enumerated()
    {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += Wire.encode(resource.rawValue) + [UInt8(ascii: ":")] + body
    }
    return bytes + Array("},\"last_event_id\":".utf8) + Wire.encode(lastEventID)
      + Array(",\"next\":".utf8) + Wire.encode(next) + [UInt8(ascii: "}")]
  }

  /// Reads an answer; bodies are kept byte for byte, so that what this version does not know of them
  /// survives, and resources that it does not know are passed over.
  public init(_ bytes: [UInt8]) throws(WireError) {
    // Decoding says whether all of it is JSON, so that cutting it may be simple.
    let head = try Wire.decode(Head.self, from: bytes)
    guard head.next.utf8.count <= Changes.longestToken else {
      throw WireError(reason: .invalid, pointer: "/next")
    }
    let members = RawObject.members(of: bytes[...])
    self.init(
      next: head.next,
      data: RawObject.members(of: members["data"] ?? []).reduce(into: [:]) { data, member in
        if let resource = Resource(rawValue: member.key) { data[resource] = Array(member.value) }
      },
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

extension Endpoint {
  static let ofChanges: [Endpoint] = [.changes]

  static let changes = Endpoint(
    .get, "/v1/changes", .guestOrMember, needs: [], feature: nil,
    query: ["Since"],
    answer: .fresh("Changes"),
    id: "listChanges",
    summary: "All that changed since a token, in one answer."
  ) { .changes(since: $0.query["since"]) }
}

extension Schema {
  static let changes: [String: JSON] = [
    "Changes": object(
      "What is not as the token says that the client knows it.",
      [
        "next": text("Opaque; the next request's since."),
        "last_event_id": nullable(
          text("Where the stream of events stood before this: Last-Event-ID for going on here.")),
        "data": [
          "type": "object", "additionalProperties": [:],
          "description": .string(
            "By name: program, and for a session member, cards, balance, ledger and so on. Each is "
              + "what the route of that resource answers with; what has not changed is left out."),
        ],
      ])
  ]
}

extension Sample {
  static let changes = [
    Sample("Changes", encoded: Changes(next: "n", data: [.balance: Wire.encode(balance)]).encoded),
    Sample("Changes", encoded: Changes(next: "n", data: [:], lastEventID: "17").encoded),
  ]
}
