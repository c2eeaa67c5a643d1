/// What is wrong with a YAML text, and where.
public struct YAMLError: Error, Hashable, CustomStringConvertible {
  public let mark: YAMLMark
  /// A sentence without its full stop.
  public let message: String

  public init(_ message: String, at mark: YAMLMark) {
    self.mark = mark
    self.message = message
  }

  public var description: String { "\(mark): \(message)" }
}
