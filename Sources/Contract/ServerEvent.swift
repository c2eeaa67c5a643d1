/// One event of a stream of server-sent events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html).
public struct ServerEvent: Equatable, Sendable {
  /// What a client that comes back names as `Last-Event-ID`.
  public var id: String?
  public var type: String
  public var data: String

  public init(id: String? = nil, type: String = "message", data: String) {
    self.id = id
    self.type = type
    self.data = data
  }

  /// A hint as it goes over the wire.
  public static func encoded(_ hint: ChangeHint, id: Int64) -> [UInt8] {
    Array("id: \(id)\ndata: ".utf8) + Wire.encode(hint) + Array("\n\n".utf8)
  }

  /// The beginning of a stream: where it stands, and how long to wait before coming back.
  public static func opening(id: Int64, retryAfter milliseconds: Int) -> [UInt8] {
    Array("retry: \(milliseconds)\nid: \(id)\n\n".utf8)
  }

  /// A line that says nothing but that the stream is alive.
  public static let heartbeat = Array(":\n\n".utf8)

  /// A line that says nothing to a reader but that all before it was read (`EventReader.mark`).
  public static func mark(_ number: Int64) -> [UInt8] { Array(": mark \(number)\n\n".utf8) }

  public static let contentType = "text/event-stream"
}
