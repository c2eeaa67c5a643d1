/// A value of a YAML document and where it stands; aliases are already what they stand for.
public struct YAMLNode: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case scalar(String, ScalarStyle)
    case sequence([YAMLNode])
    case mapping(YAMLMapping)
  }

  /// How a scalar was written; only a plain one can be a number, a truth value or nothing.
  public enum ScalarStyle: Hashable, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  public let content: Content
  public let mark: YAMLMark

  public init(_ content: Content, at mark: YAMLMark) {
    self.content = content
    self.mark = mark
  }
}
