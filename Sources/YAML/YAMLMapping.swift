/// Keys and values in the order in which they are written; no key stands twice.
public struct YAMLMapping: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let key: String
    public let keyMark: YAMLMark
    public let value: YAMLNode

    public init(_ key: String, at keyMark: YAMLMark, _ value: YAMLNode) {
      self.key = key
      self.keyMark = keyMark
      self.value = value
    }
  }

  public let entries: [Entry]
  /// Where the mapping begins.
  public let mark: YAMLMark

  /// - Throws: `YAMLError` at the second of two equal keys.
  public init(_ entries: [Entry], at mark: YAMLMark) throws(YAMLError) {
    var seen = Set<String>(minimumCapacity: entries.count)
    for entry in entries where !seen.insert(entry.key).inserted {
      throw YAMLError(
        en: "The key \"\(entry.key)\" stands here twice",
        ru: "Ключ «\(entry.key)» стоит здесь дважды", at: entry.keyMark)
    }
    self.entries = entries
    self.mark = mark
  }

  public subscript(key: String) -> YAMLNode? {
    entries.first { $0.key == key }?.value
  }

  /// The value of a key that must be there.
  public func required(_ key: String) throws(YAMLError) -> YAMLNode {
    guard let value = self[key] else {
      throw YAMLError(
        en: "The key \"\(key)\" is missing", ru: "Не хватает ключа «\(key)»", at: mark)
    }
    return value
  }

  /// Refuses keys that nobody reads, so that a slip of the pen is not silently ignored.
  public func allow(_ keys: Set<String>) throws(YAMLError) {
    for entry in entries where !keys.contains(entry.key) {
      let known = keys.sorted()
      let quoted = known.map { "«\($0)»" }.joined(separator: ", ")
      throw YAMLError(
        en: "\"\(entry.key)\" is not known here; known are \(known.joined(separator: ", "))",
        ru: "Ключа «\(entry.key)» здесь не бывает; бывают \(quoted)", at: entry.keyMark)
    }
  }
}
