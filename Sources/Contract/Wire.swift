import Content
import FoundationEssentials
import Loyalty

/// The one place where bodies become bytes and bytes become bodies.
public enum Wire {
  /// JSON with sorted keys, so that equal values give equal bytes and equal entity tags.
  public static func encode(_ body: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(body))
    } catch {
      preconditionFailure("a body that JSON cannot hold: \(type(of: body))")
    }
  }

  /// Unknown members are ignored.
  public static func decode<Body: Decodable>(
    _ type: Body.Type, from bytes: [UInt8]
  ) throws(WireError) -> Body {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw WireError(error)
    } catch {
      throw WireError(reason: .notJSON, pointer: "")
    }
  }
}

/// Why a body could not be read: where and in what way, never the value, which may be personal.
public struct WireError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: String, Equatable, Sendable {
    case notJSON = "not_json"
    case missing
    case wrongType = "wrong_type"
    case invalid
  }

  public var reason: Reason
  /// The place in the body (RFC 6901), empty for the whole.
  public var pointer: String

  public init(reason: Reason, pointer: String) {
    self.reason = reason
    self.pointer = pointer
  }

  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(reason: .missing, pointer: WireError.pointer(context.codingPath + [key]))
    case .valueNotFound(_, let context), .typeMismatch(_, let context):
      self.init(reason: .wrongType, pointer: WireError.pointer(context.codingPath))
    case .dataCorrupted(let context):
      // The decoder reports bytes that are no JSON at all as corrupt data with no path.
      self.init(
        reason: context.codingPath.isEmpty ? .notJSON : .invalid,
        pointer: WireError.pointer(context.codingPath))
    @unknown default:
      self.init(reason: .invalid, pointer: "")
    }
  }

  public var description: String {
    "\(reason.rawValue) at \"\(pointer)\""
  }

  /// Keys can come from the body too, so they are cleaned and short.
  private static func pointer(_ path: [any CodingKey]) -> String {
    pointer(
      path.map { key -> JSONFault.Step in
        key.intValue.map { .index($0) } ?? .name(key.stringValue)
      })
  }

  static func pointer(_ path: [JSONFault.Step]) -> String {
    path.prefix(16).map { step in
      switch step {
      case .index(let index): "/\(index)"
      case .name(let name):
        "/"
          + cleaned(name, limit: 40)
          .replacing("~", with: "~0").replacing("/", with: "~1")
      }
    }.joined()
  }
}
