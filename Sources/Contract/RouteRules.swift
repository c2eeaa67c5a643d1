public import Content
public import HTTPTypes
public import Loyalty

/// What holds for a request by its route alone, as its row says it.
extension Route {
  var endpoint: Endpoint { asks.endpoint }

  public var method: HTTPRequest.Method { endpoint.method }
  public var template: String { endpoint.template }

  /// Whether the request must carry an access token.
  public var needsSession: Bool {
    switch endpoint.access {
    case .everybody, .guestOrMember: false
    case .member, .staff: true
    }
  }

  /// Whether a session, where there is one, makes the answer another.
  public var acceptsSession: Bool { endpoint.access != .everybody }

  /// The role that the member must have; `nil` for any.
  public var role: Role? {
    switch endpoint.access {
    case .everybody, .guestOrMember, .member: nil
    case .staff(let role): role
    }
  }

  public var feature: Feature? { endpoint.feature }
  public var needsIdempotencyKey: Bool { endpoint.needs.contains(.key) }

  /// Whether the request carries a body.
  public var takesBody: Bool { endpoint.body != nil }
  /// Whether the body is the content of a screen.
  public var takesScreen: Bool { endpoint.body == .screen }
  /// Whether the body is a picture, and no JSON.
  public var takesPicture: Bool { endpoint.body == .picture }
  /// Bytes of the largest body that is read.
  public var largestBody: Int { endpoint.body?.bytes ?? Route.usualBody }
  /// How much JSON a body may hold.
  public var bodyLimits: JSONLimits { endpoint.body?.limits ?? Route.usualLimits }
  /// The media type of the request's body, the first where there are several.
  public var bodyType: String { endpoint.body?.types.first ?? "application/json" }

  /// Bytes of most routes' bodies, and where nobody knows the route; what is larger is read only
  /// once it is known who sends it.
  public static let usualBody = 16 * 1024
  static let usualLimits = JSONLimits(values: 1000, depth: 16)
}
