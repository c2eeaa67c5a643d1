import YAML

extension YAMLNode {
  /// All documents of a text.
  static func documents(
    in text: String, file: String, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> [YAMLNode] {
    try documents(in: Array(text.utf8), file: file, limits: limits)
  }
}
