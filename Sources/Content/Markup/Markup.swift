/// A text with inline markup: emphasis and links of CommonMark (https://spec.commonmark.org/0.31.2/),
/// and nothing else of it. What is not closed stays as it was typed.
public struct Markup: Hashable, Sendable {
  public struct Span: Hashable, Sendable {
    public var text: String
    public var isEmphasized: Bool
    public var isStrong: Bool
    /// The address of a link.
    public var address: String?

    public init(
      _ text: String, isEmphasized: Bool = false, isStrong: Bool = false, address: String? = nil
    ) {
      self.text = text
      self.isEmphasized = isEmphasized
      self.isStrong = isStrong
      self.address = address
    }
  }

  /// In the order of the text; none is empty.
  public var spans: [Span]
  /// Whether something was opened that is not closed.
  public var isUnclosed: Bool

  public init(_ source: String) {
    spans = source.isEmpty ? [] : [Span(source)]
    isUnclosed = false
  }

  /// What is read without looking at the markup.
  public var plain: String { spans.map(\.text).joined() }
}
