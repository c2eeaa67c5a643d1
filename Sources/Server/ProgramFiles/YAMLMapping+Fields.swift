import YAML

extension YAMLMapping {
  /// A value that may be missing, read in some way.
  func optional<Value>(
    _ key: String, _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(YAMLError) -> Value? {
    guard let node = self[key] else { return nil }
    return try read(node)
  }

  func optionalWhole(_ key: String, in range: ClosedRange<Int>) throws(YAMLError) -> Int? {
    guard let node = self[key] else { return nil }
    return try node.whole(in: range)
  }
}

extension YAMLNode {
  /// The items of a list of keys and values, each with an id that no other has.
  ///
  /// - Parameters:
  ///   - key: where the id stands.
  ///   - kept: what of an id tells it from others.
  func items(
    by key: String = "id", kept: (String) -> String = { $0 }
  ) throws(YAMLError) -> [YAMLMapping] {
    var items: [YAMLMapping] = []
    var seen: [String: YAMLMark] = [:]
    for item in try list() {
      let fields = try item.mapping()
      let node = try fields.required(key)
      let id = try node.string()
      if let first = seen.updateValue(node.mark, forKey: kept(id)) {
        throw YAMLError(
          en: "\"\(id.prefix(40))\" stands in line \(first.line) already",
          ru: "«\(id.prefix(40))» уже есть в строке \(first.line)", at: node.mark)
      }
      items.append(fields)
    }
    return items
  }
}
