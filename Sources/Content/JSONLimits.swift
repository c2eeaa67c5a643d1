/// How much a JSON text may hold, so that reading it costs little whatever stands in it.
public struct JSONLimits: Equatable, Sendable {
  /// Values of all kinds, those inside of others and the outermost one too.
  public var values: Int
  /// Lists and objects inside one another.
  public var depth: Int

  public init(values: Int, depth: Int) {
    self.values = values
    self.depth = depth
  }
}

/// Why a text is no JSON that is taken, and where.
public struct JSONFault: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: String, Equatable, Sendable {
    /// RFC 8259, in UTF-8.
    case notJSON = "not_json"
    case tooManyValues = "too_many_values"
    case tooDeep = "too_deep"
    /// A name that an object has already: which of the two counts nobody can know.
    case duplicate
    /// A number that no machine holds.
    case outOfRange = "out_of_range"
  }

  public enum Step: Equatable, Sendable {
    case name(String)
    case index(Int)
  }

  public var reason: Reason
  /// From the outermost value to the one that is wrong; empty where the text as a whole is.
  public var path: [Step]

  public init(_ reason: Reason, path: [Step] = []) {
    self.reason = reason
    self.path = path
  }

  public var description: String {
    path.isEmpty ? reason.rawValue : "\(reason.rawValue), \(path.count) steps deep"
  }
}
