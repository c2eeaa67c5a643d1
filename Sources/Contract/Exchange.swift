public import HTTPTypes

/// A request as both sides see it: no socket, no URL, the whole body.
public struct Request: Sendable, Equatable {
  public var method: HTTPRequest.Method
  /// Path and query (RFC 9112 origin-form), always from `/`.
  public var target: String
  public var fields: HTTPFields
  public var body: [UInt8]
  /// Where it came from; `nil` where there are no addresses.
  public var address: ClientAddress?

  public init(
    method: HTTPRequest.Method = .get, target: String, fields: HTTPFields = [:],
    body: [UInt8] = [], address: ClientAddress? = nil
  ) {
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
    self.address = address
  }
}

/// The answer to a `Request`.
public struct Response: Sendable, Equatable {
  public var status: HTTPResponse.Status
  public var fields: HTTPFields
  public var body: [UInt8]

  public init(status: HTTPResponse.Status, fields: HTTPFields = [:], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }
}
