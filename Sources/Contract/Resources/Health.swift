import HTTPTypes
import Loyalty

/// Answer of `GET /v1/health`.
public struct Health: Codable, Equatable, Sendable {
  /// `ok`, or `draining` while the server finishes.
  public var status: String
  public var version: String

  public init(status: String, version: String) {
    self.status = status
    self.version = version
  }
}

extension Endpoint {
  static let ofHealth: [Endpoint] = [.health]

  static let health = Endpoint(
    .get, "/v1/health", .everybody, needs: [], feature: nil,
    answer: .fresh("Health"),
    id: "getHealth",
    summary: "Whether the server is there."
  ) { _ in .health }
}

extension Schema {
  static let health: [String: JSON] = [
    "Health": object(
      "Whether the server is there.",
      ["status": openEnum(["ok", "draining"]), "version": version])
  ]
}

extension Sample {
  static let health = [
    Sample("Health", Health(status: "ok", version: "0.1.0"))
  ]
}
