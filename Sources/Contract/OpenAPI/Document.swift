import Content
import FoundationEssentials
import HTTPTypes
import Loyalty

/// The contract as an OpenAPI 3.1 document, made from the rows of the endpoints.
public enum OpenAPI {
  /// JSON for people: indented, sorted.
  public static func document() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value)) + Array("\n".utf8)
    } catch {
      preconditionFailure("JSON values are always encodable: \(error)")
    }
  }

  private static let value: JSON = [
    "openapi": "3.1.0",
    "info": [
      "title": "Loyalhub",
      "version": .string(Version.current.description),
      "description": .string(introduction),
    ],
    "servers": [["url": "/"]],
    "paths": .object(paths),
    "components": [
      "schemas": .object(Schema.all),
      "parameters": .object(Components.parameters),
      "headers": .object(Components.headers),
      "securitySchemes": [
        "session": [
          "type": "http", "scheme": "bearer",
          "description": "The access token of a session.",
        ]
      ],
    ],
  ]

  private static let introduction = """
    JSON in UTF-8. Instants are RFC 3339 in UTC, points whole numbers in minor units, absent \
    values null. Members and values that this version does not know may appear in answers at any \
    time. Errors are problem details (RFC 9457): an unknown path is 404 not_found, a known path \
    with another method 405 method_not_allowed with an Allow field; HEAD is answered as GET \
    without a body.
    """

  private static let paths: [String: JSON] = Endpoint.all.reduce(into: [:]) { paths, endpoint in
    let item = JSON.object([endpoint.method.rawValue.lowercased(): operation(endpoint)])
    paths[endpoint.template] = paths[endpoint.template, default: [:]].merging(item)
  }

  private static func operation(_ endpoint: Endpoint) -> JSON {
    var value: JSON = [
      "operationId": .string(endpoint.id),
      "summary": .string(endpoint.summary),
      "parameters": .array(parameters(endpoint).map(Components.parameter)),
      "responses": .object(responses(endpoint)),
      "security": security(endpoint.access),
    ]
    if let body = endpoint.body {
      value = value.merging([
        "requestBody": [
          "required": true,
          "description": .string(
            body.schema == nil
              ? "At most \(body.bytes) bytes."
              : "At most \(body.bytes) bytes with \(body.limits.values) values, "
                + "\(body.limits.depth) of them inside one another."),
          "x-max-bytes": .number(body.bytes),
          "content": content(body.types, body.schema),
        ]
      ])
    }
    return value
  }

  private static func security(_ access: Endpoint.Access) -> JSON {
    switch access {
    case .everybody: []
    case .guestOrMember: [[:], ["session": []]]
    case .member, .staff: [["session": []]]
    }
  }

  private static func parameters(_ endpoint: Endpoint) -> [String] {
    ["AcceptLanguage", "OriginRequestID", "ClientVersion"]
      + (endpoint.needs.contains(.key) ? ["IdempotencyKey"] : [])
      + (endpoint.answer.isRevalidated ? ["IfNoneMatch"] : [])
      + (endpoint.needs.contains(.ifMatch) ? ["IfMatch"] : [])
      + (endpoint.answer.isStream ? ["LastEventID"] : [])
      + endpoint.queryParameters + (endpoint.pathParameter.map { [$0] } ?? [])
  }

  private static func responses(_ endpoint: Endpoint) -> [String: JSON] {
    let answer = endpoint.answer
    let body = answer.hasBody ? content(answer.types, answer.schema) : nil
    var responses = [
      String(answer.status): response(
        body == nil ? "Done." : "The answer.", fields: answer.fields, content: body)
    ]
    if let status = answer.repeated {
      responses[String(status)] = response(
        "It was there already.", fields: answer.fields, content: body)
    }
    if answer.isRevalidated {
      responses["304"] = response(
        "The client has it already.", fields: answer.fields, content: nil)
    }
    for (status, codes) in Dictionary(grouping: endpoint.problems, by: \.status) {
      responses[String(status)] = problem(status, codes)
    }
    return responses
  }

  private static func problem(_ status: Int, _ codes: [Problem.Code]) -> JSON {
    let words = codes.map { "\($0.rawValue): \($0.title(in: .english))" }
    let schema: JSON = [
      "allOf": [
        Schema.reference("Problem"),
        [
          "properties": JSON.object([
            "status": ["const": .number(status)],
            "code": ["enum": .array(codes.map { .string($0.rawValue) })],
          ]).merging(
            codes.contains(.editConflict) ? ["conflict": Schema.reference("StaleEdit")] : [:])
        ],
      ]
    ]
    let fields =
      switch status {
      case 401: ["WWW-Authenticate"]
      case 412: ["ETag"]
      case 409, 429, 503: ["Retry-After"]
      default: [String]()
      }
    return response(
      words.joined(separator: " "), fields: fields,
      content: ["application/problem+json": ["schema": schema]])
  }

  private static func response(
    _ summary: String, fields: [String], content: JSON?
  ) -> JSON {
    let headers = (["X-Request-Id", "X-Origin-Request-Id"] + fields)
      .map { ($0, Components.header($0)) }
    let value: JSON = [
      "description": .string(summary),
      "headers": .object(Dictionary(headers) { first, _ in first }),
    ]
    guard let content else { return value }
    return value.merging(["content": content])
  }

  /// - Parameter schema: its name; `nil` of bytes, of which there is nothing to say.
  private static func content(_ types: [String], _ schema: String?) -> JSON {
    let content: JSON = schema.map { ["schema": Schema.reference($0)] } ?? [:]
    return .object(Dictionary(types.map { ($0, content) }) { first, _ in first })
  }
}
