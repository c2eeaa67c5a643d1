import YAML

extension YAMLNode {
  /// All of it in one line, for people.
  var words: String {
    let text =
      switch content {
      case .scalar(let text, _): text
      case .sequence(let items): items.map(\.words).joined(separator: ", ")
      case .mapping(let mapping):
        mapping.entries.map { "\($0.key): \($0.value.words)" }.joined(separator: ", ")
      }
    return String(text.prefix(1000))
  }
}
