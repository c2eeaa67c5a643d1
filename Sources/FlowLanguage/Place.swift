/// Where something stands in a file of flows.
public struct Place: Equatable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1; 0 when no line is to blame.
  public var line: Int
  /// From 1, in characters; 0 when the whole line is meant.
  public var column: Int

  public init(_ file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String {
    ([file] + [line, column].prefix { $0 > 0 }.map(String.init)).joined(separator: ":")
  }
}
