public import HTTPTypes
public import Loyalty

extension HTTPField.Name {
  /// Names one attempt of a person to do something, however often it is sent.
  public static let idempotencyKey = known("Idempotency-Key")
  /// The server's name for one request.
  public static let requestID = known("X-Request-Id")
  /// The client's name for one request.
  public static let originRequestID = known("X-Origin-Request-Id")
  /// `Major.Minor.Patch` of the client.
  public static let clientVersion = known("X-Client-Version")

  /// Where a stream of events is to go on.
  public static let lastEventID = known("Last-Event-ID")

  private static func known(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("not a field name: \(name)")
    }
    return name
  }
}

extension HTTPFields {
  /// The token of `Authorization: Bearer …`; `nil` for any other scheme.
  public var bearerToken: String? {
    get {
      guard let value = self[.authorization] else { return nil }
      let parts = value.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
      let token = String(parts[1].drop { $0 == " " })
      return token.isEmpty || token.contains(" ") ? nil : token
    }
    set {
      self[.authorization] = newValue.map { "Bearer \($0)" }
    }
  }

  /// The best of the offered languages for this request, the first when it asks for none of them.
  public func language(among offered: [Language] = [.english, .russian]) -> Language {
    AcceptLanguage(self[.acceptLanguage] ?? "").best(among: offered) ?? .english
  }
}
