extension Selector {
  /// As a flow says it, in one line: the text, or `{ id: login.phone, enabled: true }`.
  public var words: String {
    let parts: [(String, String?)] =
      [
        ("text", text?.description), ("id", id?.description), ("index", index?.description),
        ("enabled", enabled?.description), ("checked", checked?.description),
        ("selected", selected?.description), ("focused", focused?.description),
        ("width", width?.description), ("height", height?.description),
        ("tolerance", tolerance?.description),
        ("traits", traits.isEmpty ? nil : traits.map(\.rawValue).joined(separator: " ")),
      ] + relations.map(\.words) + [("drawn", drawn?.description)]
    return keyed(parts, alone: "text")
  }
}

extension SelectorRelation {
  fileprivate var words: (String, String?) {
    switch self {
    case .below(let other): ("below", other.words)
    case .above(let other): ("above", other.words)
    case .leftOf(let other): ("leftOf", other.words)
    case .rightOf(let other): ("rightOf", other.words)
    case .childOf(let other): ("childOf", other.words)
    case .containsChild(let other): ("containsChild", other.words)
    case .containsDescendants(let others):
      ("containsDescendants", "[\(others.map(\.words).joined(separator: ", "))]")
    }
  }
}

extension Condition {
  public var words: String {
    keyed([
      ("visible", visible?.words), ("notVisible", notVisible?.words),
      ("true", isTrue?.description), ("platform", platform),
    ])
  }
}

extension ScreenPoint {
  public var words: String {
    switch unit {
    case .cells: "\(x),\(y)"
    case .percent: "\(x)%,\(y)%"
    }
  }
}

/// `{ key: value, … }` of what is there.
///
/// - Parameter alone: the key that is left out where nothing else stands beside it.
func keyed(_ parts: [(String, String?)], alone: String? = nil) -> String {
  let given = parts.compactMap { name, value in value.map { (name, $0) } }
  if let first = given.first, given.count == 1, first.0 == alone { return first.1 }
  guard !given.isEmpty else { return "" }
  return "{ " + given.map { "\($0): \($1)" }.joined(separator: ", ") + " }"
}
