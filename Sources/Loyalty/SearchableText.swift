/// A text as searches and sorting compare it: case and ё do not matter.
public struct SearchableText: Hashable, Comparable, Sendable {
  public let text: String

  public init(_ text: String) {
    self.text = String(text.lowercased().map { $0 == "ё" ? "е" : $0 })
  }

  public static func < (left: SearchableText, right: SearchableText) -> Bool {
    left.text < right.text
  }

  /// Whether each word of what is looked for stands in it, in any order.
  public func hasAll(wordsOf search: SearchableText) -> Bool {
    search.text.split(separator: " ").allSatisfy { text.contains($0) }
  }
}
