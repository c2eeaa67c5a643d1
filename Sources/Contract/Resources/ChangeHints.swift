import HTTPTypes
public import Loyalty

/// What `GET /v1/events` says: something changed, and `GET /v1/changes` brings it.
public struct ChangeHint: Codable, Equatable, Sendable {
  public var subject: Subject
  /// Which one of several.
  public var id: String?
  /// The resource's entity tag, where the server knows it.
  public var etag: String?

  public init(_ subject: Subject, id: String? = nil, etag: String? = nil) {
    self.subject = subject
    self.id = id
    self.etag = etag
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(subject, forKey: .subject)
    try container.encode(id, forKey: .id)
    try container.encode(etag, forKey: .etag)
  }

  enum CodingKeys: String, CodingKey {
    case subject = "resource"
    case id, etag
  }

  /// What has changed.
  public enum Subject: Equatable, Sendable {
    /// Beside what `Changes` has, the screens as editors have them (`drafts`).
    case resource(Resource)
    /// The server cannot tell what, or this version does not know it.
    case unknown
  }
}

extension ChangeHint.Subject: RawRepresentable, Codable {
  public init(rawValue: String) {
    self = Resource(rawValue: rawValue).map(Self.resource) ?? .unknown
  }

  public var rawValue: String {
    switch self {
    case .resource(let resource): resource.rawValue
    case .unknown: "changes"
    }
  }
}

extension Endpoint {
  static let ofChangeHints: [Endpoint] = [.events]

  static let events = Endpoint(
    .get, "/v1/events", .guestOrMember, needs: [], feature: nil,
    answer: .stream("EventStream"), problems: [.rateLimited],
    id: "followEvents",
    summary: "Say what changes as it changes, until somebody hangs up."
  ) { _ in .events }
}

extension Schema {
  static let changeHints: [String: JSON] = [
    "EventStream": [
      "type": "string",
      "description": .string(
        "Server-sent events (WHATWG). The data of each is a ChangeHint; a comment comes every 15 "
          + "seconds when nothing else does."),
      // OpenAPI 3.1 has no word for the items of a stream.
      "x-event-data": reference("ChangeHint"),
    ],
    "ChangeHint": object(
      "Something of the member's, or of everybody's, has changed.",
      [
        "resource": text("Its name in the data of Changes; changes when it is not known which."),
        "id": nullable(text("Which one of several.")),
        "etag": nullable(text("Its entity tag.")),
      ]),
  ]
}

extension Sample {
  static let changeHints = [
    Sample("EventStream", String(decoding: ServerEvent.heartbeat, as: UTF8.self)),
    Sample("ChangeHint", ChangeHint(.unknown)),
    Sample("ChangeHint", ChangeHint(.resource(.rewards), id: "rwd_1", etag: "\"a\"")),
  ]
}
