/// What goes between the process that runs scripts and the one that asks.
///
/// A message is its length (4 bytes, the most significant first) and its parts, each a length and
/// UTF-8. The first one of a process is the library's name and what all scripts share, answered by
/// nothing when all is well, else by what is wrong; those after it are a script: the line of its
/// source as a number, what it is given as JSON, its source and its file, answered by JSON
/// (`ScriptAnswer`), or by nothing where there is none. One that is given nothing is only read, and
/// answered by an empty text when it could be run.
enum ScriptWire {
  /// Bytes of a message: room for the longest script, or text, with each character escaped.
  static let most = 32 << 20

  static func message(_ parts: [String]) -> [UInt8] {
    let body = parts.flatMap { part in number(part.utf8.count) + Array(part.utf8) }
    return number(body.count) + body
  }

  /// - Returns: `nil` when they are not as many as that.
  static func parts(_ count: Int, of body: [UInt8]) -> [String]? {
    parts(of: body).flatMap { $0.count == count ? $0 : nil }
  }

  static func parts(of body: [UInt8]) -> [String]? {
    var rest = body[...]
    var parts: [String] = []
    while !rest.isEmpty {
      guard rest.count >= 4, let length = length(rest.prefix(4)), rest.count >= 4 + length else {
        return nil
      }
      parts.append(String(decoding: rest.dropFirst(4).prefix(length), as: UTF8.self))
      rest = rest.dropFirst(4 + length)
    }
    return parts
  }

  /// - Returns: `nil` when it is more than a message may have.
  static func length(_ bytes: some Collection<UInt8>) -> Int? {
    let length = bytes.reduce(0) { $0 << 8 | Int($1) }
    return length <= most ? length : nil
  }

  private static func number(_ number: Int) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// What a script finds besides its source.
struct ScriptGiven: Codable {
  /// Milliseconds since 1970.
  var now: Int64
  var copied: String?
  var variables: [String: String]
}

/// How a script has ended, as `ScriptWorld.prelude` says it.
struct ScriptAnswer: Codable {
  struct Failure: Codable {
    var message: String
    /// From 1; 0 where none is known.
    var line: Int
    var file: String
  }

  var value: String?
  var failure: Failure?
  var console: [String]
  /// How many lines were too many.
  var dropped: Int
  var copied: String?
}
