import NIOCore

/// How many connections there may be, and how long one may keep the server waiting.
struct ConnectionLimits: Sendable {
  /// Open at once.
  var most: Int
  /// Bytes of bodies that have begun to come, of all connections.
  var bodyBytes: Int
  /// For the head of a request, from its first byte; the first one counts from the connection.
  var head: TimeAmount
  /// Between two requests.
  var idle: TimeAmount
  /// For the body of a request.
  var body: TimeAmount
  /// Bytes per second, on the average, in which a body comes and an answer is taken.
  var leastRate: Int
  /// Before the rate counts.
  var patience: TimeAmount

  /// For what a client has sent meanwhile, so that it gets to see the answer before the end.
  static let farewell = TimeAmount.seconds(2)

  /// Time that these bytes may take.
  func time(for bytes: Int) -> TimeAmount {
    patience + .nanoseconds(Int64(Double(bytes) / Double(leastRate) * 1e9))
  }

  var shortest: TimeAmount { min(head, idle, body, patience, ConnectionLimits.farewell) }
}
