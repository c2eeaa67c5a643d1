/// How much of a text is read before it is refused: a person wrote it, so it is small.
public struct YAMLLimits: Hashable, Sendable {
  public var bytes: Int
  /// Sequences and mappings inside one another.
  public var depth: Int
  /// Nodes of all documents, each alias counted with all that it stands for.
  public var nodes: Int
  /// Whether a scalar may say that it is something else than it looks like: `!!int 1`.
  public var takesTypes = true

  public init(bytes: Int = 1 << 20, depth: Int = 64, nodes: Int = 100_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
