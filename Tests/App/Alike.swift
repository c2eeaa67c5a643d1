extension Collection where Element: Equatable {
  /// Whether the same are in another one, in whatever order and however often.
  func isAlike(_ other: [Element]) -> Bool {
    allSatisfy(other.contains) && other.allSatisfy { contains($0) }
  }
}

extension Array where Element: Equatable {
  /// - Returns: `false` when it is there already.
  mutating func insert(new element: Element) -> Bool {
    guard !contains(element) else { return false }
    append(element)
    return true
  }
}
