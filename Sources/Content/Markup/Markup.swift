/// A text with inline markup: emphasis and links of CommonMark, and nothing else of it.
///
/// See https://spec.commonmark.org/0.31.2/, 6.2 and 6.3. What is not closed stays as it was typed.
public struct Markup: Equatable, Sendable {
  public struct Span: Equatable, Sendable {
    public var text: String
    public var isEmphasized: Bool
    public var isStrong: Bool
    /// Where a link leads.
    public var link: Link?

    public init(
      _ text: String, isEmphasized: Bool = false, isStrong: Bool = false, link: Link? = nil
    ) {
      self.text = text
      self.isEmphasized = isEmphasized
      self.isStrong = isStrong
      self.link = link
    }
  }

  /// Where a link leads: `https:`, `http:`, `tel:`, `mailto:`, or `screen:` with a slug.
  public struct Link: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    /// `nil` for any other kind of address: it would be a trap.
    public init?(rawValue: String) {
      let lower = rawValue.lowercased()
      guard
        Link.schemes.contains(where: { lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count })
      else { return nil }
      self.rawValue = rawValue
    }

    private static let schemes = ["https://", "http://", "tel:", "mailto:", "screen:"]

    /// What it does.
    public var action: BlockAction {
      let rest = rawValue.drop { $0 != ":" }.dropFirst()
      if rawValue.lowercased().hasPrefix("screen:") { return BlockAction(.screen, String(rest)) }
      if rawValue.lowercased().hasPrefix("tel:") { return BlockAction(.phone, String(rest)) }
      return BlockAction(.url, rawValue)
    }
  }

  /// In the order of the text; none is empty.
  public var spans: [Span]
  /// Whether something was opened that is not closed.
  public var isUnclosed: Bool

  /// Takes time in proportion to the length, whatever the text is.
  public init(_ source: String) {
    var parser = MarkupParser(source)
    (spans, isUnclosed) = parser.parse()
  }

  /// What is read without looking at the markup.
  public var plain: String { spans.map(\.text).joined() }
}
